package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas that a value has to fit together: the parts of {@code allOf}, in order, then what stands beside them, then
 * {@code oneOf}, then {@code anyOf}. What stands around one part only is that part.
 */
final class AllOf {

    private final Shapes shapes;
    private final Choices choices;
    private final Inheritance inheritance;
    private final Diagnostics diagnostics;

    AllOf(Shapes shapes, Choices choices, Inheritance inheritance, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.choices = choices;
        this.inheritance = inheritance;
        this.diagnostics = diagnostics;
    }

    Reading read(SchemaNode node) {
        Intersection together = parts(node);
        if (Keywords.isFilled(node.schema().getOneOf())) {
            together.add(choices.between(node, "oneOf"));
        }
        if (Keywords.isFilled(node.schema().getAnyOf())) {
            together.add(choices.between(node, "anyOf"));
        }
        return together.reading();
    }

    /** Reads what a parent says of itself, without the choice between its children. */
    Reading withoutChoice(SchemaNode parent) {
        return parts(parent).reading();
    }

    private Intersection parts(SchemaNode node) {
        Intersection together = new Intersection(node, choices, diagnostics);
        List<Schema<?>> listed = Keywords.schemas(node.schema().getAllOf());
        for (int i = 0; i < listed.size(); i++) {
            add(node.below(listed.get(i), "allOf", String.valueOf(i)), node, together);
        }
        addBesides(node, together);
        return together;
    }

    private void add(SchemaNode part, SchemaNode whole, Intersection together) {
        Schema<?> schema = part.schema();
        @Nullable SchemaNode parent = inheritance.parent(whole, schema);
        if (parent != null) {
            together.add(shapes.withoutChoice(parent).nullableIf(Keywords.nullable(schema)));
        } else if (isRemark(schema)) {
            SchemaChecks.check(part, diagnostics);
            together.remark(schema);
        } else if (isInlineObject(schema)) {
            SchemaChecks.check(part, diagnostics);
            together.add(new Reading(PlainShapes.structure(part, together.origin()), Keywords.nullable(schema)));
        } else {
            together.add(shapes.read(part).ownedBy(together.origin(), part));
        }
    }

    /** The keywords beside {@code allOf} narrow it as a last part. */
    private void addBesides(SchemaNode node, Intersection together) {
        Schema<?> schema = node.schema();
        Set<String> types = Keywords.types(schema);
        if (schema.getProperties() != null || !Keywords.required(schema).isEmpty()) {
            Shape.Structure structure = PlainShapes.structure(node, together.origin());
            together.addMembers(structure, !types.isEmpty());
        }
        boolean values = schema.getEnum() != null || schema.getConst() != null;
        if (values || PlainShapes.hasElements(schema) || PlainShapes.isMap(schema)) {
            Reading said = shapes.plain(node);
            together.add(new Reading(said.shape().at(together.origin()), together.allowsNull()));
        } else if (!types.isEmpty()) {
            together.restrict(shapes.plain(node).shape(), types);
        }
    }

    /** Returns whether a part only describes what the others say, or allows {@code null} for it. */
    private static boolean isRemark(Schema<?> schema) {
        Set<String> types = Keywords.types(schema);
        return !Keywords.hasStructure(schema)
                && Keywords.required(schema).isEmpty()
                && (types.isEmpty() || types.equals(Set.of("object")));
    }

    private static boolean isInlineObject(Schema<?> schema) {
        return !References.isReference(schema)
                && !Keywords.hasComposition(schema)
                && (schema.getProperties() != null
                        || (Keywords.isConstraint(schema)
                                && !Keywords.required(schema).isEmpty()));
    }
}
