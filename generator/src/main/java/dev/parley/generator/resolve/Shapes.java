package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what schemas mean: follows references, sees {@code null} through all its spellings, and hands on to a class per
 * construct.
 */
final class Shapes {

    private static final int DEEPEST = 400;

    private final References references;
    private final Diagnostics diagnostics;
    private final AllOf allOf;
    private final Choices choices;
    private final PlainShapes plain;
    private final Map<String, Reading> known = new HashMap<>();
    private final Set<String> underway = new HashSet<>();

    Shapes(References references, Diagnostics diagnostics) {
        this.references = references;
        this.diagnostics = diagnostics;
        this.choices = new Choices(this, diagnostics);
        this.allOf = new AllOf(this, choices, diagnostics);
        this.plain = new PlainShapes(diagnostics);
    }

    /** Returns what a schema means; what it means is anything, and an error is reported, if it cannot be told. */
    Reading read(SchemaNode node) {
        Reading before = known.get(node.pointer());
        if (before != null) {
            return before;
        }
        if (underway.size() >= DEEPEST || !underway.add(node.pointer())) {
            diagnostics.error(
                    "cyclic-schema",
                    node.pointer(),
                    "The schema is defined by itself, or through more than " + DEEPEST + " others",
                    "Let the cycle go through a property, an array or a map");
            return anything(node);
        }
        Reading reading = compute(node);
        underway.remove(node.pointer());
        known.put(node.pointer(), reading);
        return reading;
    }

    /** Reads a choice that the document does not write as one: of the elements of two arrays that became one. */
    Reading oneOf(Origin origin, List<SchemaNode> nodes) {
        return choices.between(origin, nodes, null);
    }

    static Reading anything(SchemaNode node) {
        return new Reading(new Shape.Free(Origin.of(node), TypeRef.FreeForm.VALUE), false);
    }

    private Reading compute(SchemaNode node) {
        Schema<?> schema = node.schema();
        if (References.isReference(schema)) {
            return referenced(node);
        }
        SchemaChecks.check(node, diagnostics);
        boolean nullable = Keywords.nullable(schema);
        if (Keywords.isFilled(schema.getAllOf())) {
            return allOf.read(node).nullableIf(nullable);
        }
        if (Keywords.hasChoice(schema)) {
            return choices.read(node).nullableIf(nullable);
        }
        return new Reading(plain.read(node), nullable);
    }

    private Reading referenced(SchemaNode node) {
        SchemaNode target = references.follow(node);
        if (target == null) {
            return anything(node);
        }
        if (Keywords.isFilled(Keywords.required(node.schema()))
                || node.schema().getProperties() != null
                || Keywords.hasComposition(node.schema())) {
            diagnostics.warning(
                    "reference-siblings-ignored",
                    node.pointer(),
                    "Keywords beside $ref that narrow the schema have no effect on the type",
                    "Combine the reference and the keywords by allOf");
        }
        return read(target).nullableIf(Keywords.nullable(node.schema()));
    }
}
