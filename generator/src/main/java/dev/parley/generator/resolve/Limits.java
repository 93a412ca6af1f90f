package dev.parley.generator.resolve;

import dev.parley.generator.model.Constraints;
import dev.parley.generator.model.TypeRef.FreeForm;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what a value must keep to beside its type: the keywords of its schema and of those that it refers to. */
final class Limits {

    private final Shapes shapes;
    private final Set<String> underway = new HashSet<>();

    Limits(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Returns the limits of a schema where it is used. */
    Constraints of(SchemaNode node) {
        Shape shape = shapes.read(node).shape();
        Constraints own = of(shape, node.schema(), null);
        return own.and(of(shape));
    }

    /** Returns the limits of a variant: its own, and what the union around it says of values of its kind. */
    Constraints of(Shape.Branch variant, Origin union) {
        Shape shape = variant.shape();
        Constraints constraints = of(shape);
        if (!variant.inline()) {
            constraints = constraints.and(of(shape, variant.node().schema(), null));
        }
        for (Schema<?> said : union.annotations().limits()) {
            constraints = constraints.and(of(shape, said, null));
        }
        return constraints;
    }

    /** Returns the limits that a shape has wherever it is used. */
    Constraints of(Shape shape) {
        Constraints constraints = Constraints.NONE;
        Constraints inside = inside(shape);
        for (Schema<?> said : shape.origin().annotations().limits()) {
            constraints = constraints.and(of(shape, said, inside));
        }
        return inside == null ? constraints : constraints.and(of(shape, new Schema<>(), inside));
    }

    private static Constraints of(Shape shape, Schema<?> said, @Nullable Constraints inside) {
        if (shape instanceof Shape.Scalar scalar) {
            return switch (scalar.type()) {
                case STRING -> LimitKeywords.ofString(said);
                case LONG, INT, DOUBLE -> LimitKeywords.ofNumber(said);
                case BOOLEAN, FILE -> Constraints.NONE;
            };
        }
        if (shape instanceof Shape.Sequence) {
            return LimitKeywords.ofArray(said, inside);
        }
        boolean map =
                shape instanceof Shape.Mapping || (shape instanceof Shape.Free free && free.type() == FreeForm.OBJECT);
        return map ? LimitKeywords.ofMap(said, inside) : Constraints.NONE;
    }

    private @Nullable Constraints inside(Shape shape) {
        List<SchemaNode> nodes = List.of();
        if (shape instanceof Shape.Sequence sequence) {
            nodes = sequence.elements();
        } else if (shape instanceof Shape.Mapping mapping) {
            nodes = mapping.values();
        }
        // One of several may hold for an element, so that none of them is a limit. What holds itself is reported
        // elsewhere.
        if (nodes.size() != 1 || !underway.add(shape.origin().pointer())) {
            return null;
        }
        Constraints inside = of(nodes.get(0));
        underway.remove(shape.origin().pointer());
        return inside;
    }
}
