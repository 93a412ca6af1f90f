package dev.parley.generator.resolve;

import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.TypeRef.FreeForm;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of JSON that a shape can have. */
final class ShapeKinds {

    private ShapeKinds() {}

    static Set<JsonKind> of(Shape shape) {
        if (shape instanceof Shape.Choice choice) {
            Set<JsonKind> kinds = EnumSet.noneOf(JsonKind.class);
            choice.branches().forEach(branch -> kinds.addAll(of(branch.shape())));
            return kinds;
        }
        if (shape instanceof Shape.Free free && free.type() == FreeForm.VALUE) {
            return EnumSet.allOf(JsonKind.class);
        }
        if (shape instanceof Shape.Null) {
            return EnumSet.allOf(JsonKind.class);
        }
        return EnumSet.of(single(shape));
    }

    private static JsonKind single(Shape shape) {
        if (shape instanceof Shape.Scalar scalar) {
            return JsonKinds.of(scalar.type());
        }
        if (shape instanceof Shape.Constant constant) {
            return JsonKinds.of(constant.value().type());
        }
        if (shape instanceof Shape.OpenEnum) {
            return JsonKind.STRING;
        }
        return shape instanceof Shape.Sequence ? JsonKind.ARRAY : JsonKind.OBJECT;
    }
}
