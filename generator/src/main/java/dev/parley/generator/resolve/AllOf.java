package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef.FreeForm;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Flattens {@code allOf}: the members of all parts in order, a later one in the place of an earlier one of the same
 * name, required if any part says so. What stands around one part only is that part.
 */
final class AllOf {

    private final Shapes shapes;
    private final Choices choices;
    private final Diagnostics diagnostics;

    AllOf(Shapes shapes, Choices choices, Diagnostics diagnostics) {
        this.shapes = shapes;
        this.choices = choices;
        this.diagnostics = diagnostics;
    }

    Reading read(SchemaNode node) {
        Parts parts = new Parts(node);
        List<Schema<?>> listed = Keywords.schemas(node.schema().getAllOf());
        for (int i = 0; i < listed.size(); i++) {
            parts.add(node.below(listed.get(i), "allOf", String.valueOf(i)));
        }
        parts.addBesides();
        return parts.together();
    }

    /** Returns whether a part only describes what the others say, or allows {@code null} for it. */
    private static boolean isRemark(Schema<?> schema) {
        Set<String> types = Keywords.types(schema);
        return !Keywords.hasStructure(schema)
                && !Keywords.isConstraint(schema)
                && (types.isEmpty() || types.equals(Set.of("object")));
    }

    private static boolean isInlineObject(Schema<?> schema) {
        return !References.isReference(schema)
                && !Keywords.hasComposition(schema)
                && (schema.getProperties() != null || Keywords.isConstraint(schema));
    }

    /** What has been seen of one {@code allOf}. */
    private final class Parts {

        private final SchemaNode node;
        private final MemberSet members = new MemberSet();
        private final List<Reading> structural = new ArrayList<>();
        private Origin origin;
        private boolean nullable;
        private boolean object;

        Parts(SchemaNode node) {
            this.node = node;
            this.origin = Origin.of(node);
            this.object = Keywords.types(node.schema()).contains("object");
        }

        void add(SchemaNode part) {
            Schema<?> schema = part.schema();
            if (isRemark(schema)) {
                nullable |= Keywords.nullable(schema);
                object |= Keywords.types(schema).contains("object");
                origin = new Origin(origin.pointer(), origin.annotations().or(Annotations.of(schema)));
            } else if (isInlineObject(schema)) {
                SchemaChecks.check(part, diagnostics);
                add(new Reading(PlainShapes.structure(part, origin), Keywords.nullable(schema)));
            } else {
                add(shapes.read(part).ownedBy(origin, part));
            }
        }

        /** The keywords beside {@code allOf} narrow it as a last part. */
        void addBesides() {
            Schema<?> schema = node.schema();
            boolean allowsNull = nullable || structural.stream().allMatch(Reading::nullable);
            if (schema.getProperties() != null || !Keywords.required(schema).isEmpty()) {
                add(new Reading(PlainShapes.structure(node, origin), allowsNull));
            }
            if (Keywords.hasChoice(schema)) {
                add(choices.between(node));
            }
        }

        private void add(Reading reading) {
            structural.add(reading);
            if (reading.shape() instanceof Shape.Structure structure) {
                members.addAll(structure);
            }
        }

        Reading together() {
            boolean allowsNull =
                    nullable || (!structural.isEmpty() && structural.stream().allMatch(Reading::nullable));
            return new Reading(structural.size() == 1 ? alone() : combined(), allowsNull);
        }

        /** A name that a person gives makes a type of its own of what is otherwise the same type. */
        private Shape alone() {
            Shape shape = structural.get(0).shape();
            if (origin.annotations().javaName() != null) {
                return shape.at(origin);
            }
            Origin meant = shape.origin();
            return shape.at(new Origin(meant.pointer(), meant.annotations().limitedBy(origin.annotations())));
        }

        private Shape combined() {
            List<Shape> others = structural.stream()
                    .map(Reading::shape)
                    .filter(shape -> !(shape instanceof Shape.Structure || shape instanceof Shape.Free))
                    .toList();
            if (others.isEmpty()) {
                return members.isEmpty() ? free() : members.structure(origin);
            }
            Shape.@Nullable Choice union = others.get(0) instanceof Shape.Choice choice ? choice : null;
            if (others.size() > 1 || (union == null && !members.isEmpty())) {
                return conflict();
            }
            return union == null || members.isEmpty() ? others.get(0) : choices.distribute(union, members, origin);
        }

        private Shape free() {
            boolean anyObject = object
                    || structural.stream()
                            .anyMatch(
                                    part -> part.shape() instanceof Shape.Free free && free.type() == FreeForm.OBJECT);
            return new Shape.Free(origin, anyObject ? FreeForm.OBJECT : FreeForm.VALUE);
        }

        private Shape conflict() {
            diagnostics.error(
                    "all-of-conflict",
                    node.pointer(),
                    "The parts of allOf are not all objects with members, so no one type fits them all",
                    "Let every part be an object, or keep one part");
            return new Shape.Free(origin, FreeForm.VALUE);
        }
    }
}
