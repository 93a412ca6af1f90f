package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.TypeRef.FreeForm;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value looks like that has to fit several schemas together. A value that fits them all fits each, so the shape of
 * any one of them holds every value; the one that says most is taken, and the members of objects are added up, a later
 * one in the place of an earlier one of the same name.
 */
final class Intersection {

    private final SchemaNode node;
    private final Choices choices;
    private final Diagnostics diagnostics;
    private final MemberSet members = new MemberSet();
    private final List<Reading> parts = new ArrayList<>();
    private final Set<JsonKind> kinds = EnumSet.allOf(JsonKind.class);
    private Origin origin;
    private boolean nullable;
    private boolean object;
    private @Nullable Shape fallback;

    Intersection(SchemaNode node, Choices choices, Diagnostics diagnostics) {
        this.node = node;
        this.choices = choices;
        this.diagnostics = diagnostics;
        this.origin = Origin.of(node);
    }

    /** Returns the place of the whole, with what remarks have said about it so far. */
    Origin origin() {
        return origin;
    }

    /** Returns whether all parts so far, or a remark, allow {@code null}. */
    boolean allowsNull() {
        return nullable || parts.stream().allMatch(Reading::nullable);
    }

    /** Adds a part that says nothing of the shape. */
    void remark(Schema<?> schema) {
        nullable |= Keywords.nullable(schema);
        object |= Keywords.types(schema).contains("object");
        origin = new Origin(origin.pointer(), origin.annotations().or(Annotations.of(schema)));
    }

    void add(Reading part) {
        parts.add(part);
        if (part.shape() instanceof Shape.Structure structure) {
            members.addAll(structure);
            kinds.retainAll(Set.of(JsonKind.OBJECT));
        } else {
            kinds.retainAll(ShapeKinds.of(part.shape()));
        }
    }

    /**
     * Adds the members that stand beside {@code allOf} or a choice.
     *
     * @param typed whether the schema says itself what kind of value it is about; members alone say nothing of values that
     *     are no objects
     */
    void addMembers(Shape.Structure structure, boolean typed) {
        parts.add(new Reading(structure, allowsNull()));
        members.addAll(structure);
        if (typed) {
            kinds.retainAll(Set.of(JsonKind.OBJECT));
        }
    }

    /** Leaves only values of the types that stand beside {@code allOf} or a choice. */
    void restrict(Shape shape, Set<String> types) {
        object |= types.contains("object") && types.size() == 1;
        kinds.retainAll(ShapeKinds.of(shape));
        fallback = shape;
    }

    Reading reading() {
        boolean allowsNull = nullable || (!parts.isEmpty() && parts.stream().allMatch(Reading::nullable));
        return new Reading(shape(), allowsNull);
    }

    private Shape shape() {
        if (kinds.isEmpty()) {
            return conflict();
        }
        List<Shape> said = new ArrayList<>();
        for (Reading part : parts) {
            Shape shape = part.shape();
            if (shape instanceof Shape.Choice choice) {
                shape = choices.narrow(choice, kinds);
                if (shape instanceof Shape.Structure left) {
                    members.addAll(left);
                }
            }
            if (!(shape instanceof Shape.Free || shape instanceof Shape.Null)) {
                said.add(shape);
            }
        }
        if (parts.size() == 1 && (said.size() == 1 || fallback == null)) {
            return alone(said.isEmpty() ? parts.get(0).shape() : said.get(0));
        }
        if (said.isEmpty()) {
            return free();
        }
        Shape union =
                said.stream().filter(Shape.Choice.class::isInstance).findFirst().orElse(null);
        if (union instanceof Shape.Choice choice) {
            return choice(choice, said);
        }
        return kinds.contains(JsonKind.OBJECT) ? objects(said) : mostSpecific(said);
    }

    /** A name that a person gives makes a type of its own of what is otherwise the same type. */
    private Shape alone(Shape shape) {
        if (origin.annotations().javaName() != null) {
            return shape.at(origin);
        }
        Origin meant = shape.origin();
        return shape.at(new Origin(meant.pointer(), meant.annotations().limitedBy(origin.annotations())));
    }

    private Shape choice(Shape.Choice union, List<Shape> said) {
        if (said.stream().filter(Shape.Choice.class::isInstance).count() > 1) {
            diagnostics.note(
                    "choice-beside-choice",
                    node.pointer(),
                    "A value has to fit several choices at once, and the first of them gives the type",
                    "Nothing is lost: what the others say is kept as additional properties");
        }
        return members.isEmpty() ? union : choices.distribute(union, members, origin);
    }

    private Shape objects(List<Shape> said) {
        boolean maps = said.stream().anyMatch(Shape.Mapping.class::isInstance);
        if (members.isEmpty()) {
            return mostSpecific(said);
        }
        if (maps) {
            diagnostics.note(
                    "additional-properties-untyped",
                    node.pointer(),
                    "Members beside the named ones are kept as JSON, not as the type of additionalProperties",
                    "Put them into a property of their own if they need a type");
        }
        return members.structure(origin);
    }

    /** All of one kind, and no object with members among them. */
    private Shape mostSpecific(List<Shape> said) {
        List<Shape> plain = said.stream()
                .filter(shape -> !(shape instanceof Shape.Structure))
                .toList();
        Shape best = plain.isEmpty() ? said.get(0) : plain.get(0);
        Annotations limits = origin.annotations();
        for (Shape shape : plain) {
            best = rank(shape) > rank(best) ? shape : both(best, shape);
            limits = limits.limitedBy(shape.origin().annotations());
        }
        Origin meant = best.origin();
        return best.at(new Origin(meant.pointer(), meant.annotations().limitedBy(limits)));
    }

    private static int rank(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return switch (scalar.type()) {
                case FILE -> 3;
                case INT -> 2;
                case LONG -> 1;
                case STRING, DOUBLE, BOOLEAN -> 0;
            };
        }
        if (shape instanceof Shape.Sequence sequence) {
            return sequence.elements().isEmpty() ? 0 : 1;
        }
        return shape instanceof Shape.Constant ? 4 : 3;
    }

    /** Of the values that two enums list, those that both do. */
    private Shape both(Shape one, Shape other) {
        if (one == other || !(one instanceof Shape.OpenEnum first) || !(other instanceof Shape.OpenEnum second)) {
            return one;
        }
        List<EnumValue> values = first.values().stream()
                .filter(value -> second.values().stream()
                        .anyMatch(listed -> listed.wireValue().equals(value.wireValue())))
                .toList();
        if (values.equals(first.values())) {
            return first;
        }
        if (values.isEmpty()) {
            conflict();
            return first;
        }
        return new Shape.OpenEnum(origin, values);
    }

    private Shape free() {
        if (fallback instanceof Shape.Scalar scalar) {
            return scalar.at(origin);
        }
        boolean anyObject = object
                || parts.stream()
                        .anyMatch(part -> part.shape() instanceof Shape.Free free && free.type() == FreeForm.OBJECT);
        return fallback != null && !object
                ? fallback.at(origin)
                : new Shape.Free(origin, anyObject ? FreeForm.OBJECT : FreeForm.VALUE);
    }

    private Shape conflict() {
        diagnostics.warning(
                "all-of-conflict",
                node.pointer(),
                "No value can fit what is said here together, so the value is read as JSON",
                "Let all parts be of one type");
        return new Shape.Free(origin, FreeForm.VALUE);
    }
}
