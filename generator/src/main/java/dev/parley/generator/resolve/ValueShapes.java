package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ConstantValue;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.model.TypeRef.Scalar;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code const} and {@code enum}: one value is a constant, several strings are an open enum. */
final class ValueShapes {

    private final BranchMerging merging;
    private final Diagnostics diagnostics;

    ValueShapes(BranchMerging merging, Diagnostics diagnostics) {
        this.merging = merging;
        this.diagnostics = diagnostics;
    }

    /** Returns the shape that the listed values give, or {@code null} if there are none or the type alone must do. */
    @Nullable
    Shape read(SchemaNode node, Set<String> types) {
        Origin origin = Origin.of(node);
        Schema<?> schema = node.schema();
        List<Object> values = Keywords.values(schema);
        if (values.isEmpty()) {
            return null;
        }
        if (types.isEmpty()) {
            return untyped(node, values);
        }
        List<Object> fitting =
                values.stream().filter(value -> fits(value, types)).toList();
        if (fitting.size() < values.size()) {
            misfitting(origin, types);
            if (fitting.isEmpty() && !types.contains("string")) {
                return new Shape.Free(origin, FreeForm.VALUE);
            }
            return null;
        }
        return listed(origin, schema, values);
    }

    private @Nullable Shape listed(Origin origin, Schema<?> schema, List<Object> values) {
        if (values.size() == 1) {
            return constant(origin, values.get(0));
        }
        if (!values.stream().allMatch(String.class::isInstance)) {
            diagnostics.note(
                    "enum-as-scalar",
                    origin.pointer(),
                    "Only strings become an enum; these values have the plain type",
                    "Nothing to do unless the values are meant to be strings");
            return null;
        }
        if (values.size() > ClassFileLimits.CASES) {
            diagnostics.note(
                    "enum-too-large",
                    origin.pointer(),
                    "No class holds " + values.size() + " constants, so the values are plain strings",
                    "Nothing to do: every value is read and written as it is");
            return new Shape.Scalar(origin, Scalar.STRING);
        }
        return new Shape.OpenEnum(origin, enumValues(schema, values));
    }

    /** Values without a type: of one kind, or a choice by kind; of members or elements, the other keywords tell. */
    private @Nullable Shape untyped(SchemaNode node, List<Object> values) {
        Map<String, List<Object>> byType = new LinkedHashMap<>();
        for (Object value : values) {
            String type = typeOf(value);
            if (type == null) {
                return Keywords.hasMembersOrElements(node.schema()) ? null : general(node);
            }
            byType.computeIfAbsent(type, unused -> new ArrayList<>()).add(value);
        }
        List<Shape.Branch> branches = new ArrayList<>();
        byType.forEach((type, some) -> {
            SchemaNode place = byType.size() == 1
                    ? node
                    : node.below(new Schema<>(), "enum", String.valueOf(values.indexOf(some.get(0))));
            Shape shape = listed(Origin.of(place), node.schema(), some);
            branches.add(new Shape.Branch(place, shape == null ? plain(Origin.of(place), type, some) : shape));
        });
        return branches.size() == 1 ? branches.get(0).shape() : merging.merge(Origin.of(node), branches, null);
    }

    private Shape general(SchemaNode node) {
        ignored(Origin.of(node));
        return new Shape.Free(Origin.of(node), FreeForm.VALUE);
    }

    private static boolean fits(Object value, Set<String> types) {
        if (value instanceof String) {
            return types.contains("string");
        }
        if (value instanceof Boolean) {
            return types.contains("boolean");
        }
        if (value instanceof Number) {
            return types.contains("number") || types.contains("integer");
        }
        return types.contains("object") || types.contains("array");
    }

    private static @Nullable String typeOf(Object value) {
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Boolean) {
            return "boolean";
        }
        return value instanceof Number ? "number" : null;
    }

    private static Shape plain(Origin origin, String type, List<Object> values) {
        if (!type.equals("number")) {
            return new Shape.Scalar(origin, type.equals("string") ? Scalar.STRING : Scalar.BOOLEAN);
        }
        if (values.stream().allMatch(value -> whole((Number) value) != null)) {
            return new Shape.Scalar(origin, Scalar.LONG);
        }
        boolean exact = values.stream().allMatch(value -> isExact(new BigDecimal(value.toString())));
        return exact ? new Shape.Scalar(origin, Scalar.DOUBLE) : new Shape.Free(origin, FreeForm.VALUE);
    }

    private static boolean isExact(BigDecimal value) {
        return Double.isFinite(value.doubleValue())
                && new BigDecimal(String.valueOf(value.doubleValue())).compareTo(value) == 0;
    }

    private void misfitting(Origin origin, Set<String> types) {
        if (types.contains("string")) {
            diagnostics.warning(
                    "enum-value-no-string",
                    origin.pointer(),
                    "A value listed for a string is no string, so the values are not used",
                    "Put the value into quotes: YAML reads yes, no, on and 1.0 as something else");
        } else {
            diagnostics.warning(
                    "value-of-other-type",
                    origin.pointer(),
                    "A listed value is not of the type " + String.join(" or ", types) + ", so the values are not used",
                    "Write values of that type, or correct the type");
        }
    }

    private @Nullable Shape constant(Origin origin, Object value) {
        if (value instanceof String text) {
            return new Shape.Constant(origin, new ConstantValue.Text(text));
        }
        if (value instanceof Boolean flag) {
            return new Shape.Constant(origin, new ConstantValue.Flag(flag));
        }
        if (value instanceof Number number) {
            Long whole = whole(number);
            return whole == null ? ignored(origin) : new Shape.Constant(origin, new ConstantValue.Integral(whole));
        }
        return ignored(origin);
    }

    private static @Nullable Long whole(Number number) {
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException fractionOrTooLarge) {
            return null;
        }
    }

    private @Nullable Shape ignored(Origin origin) {
        diagnostics.note(
                "constant-ignored",
                origin.pointer(),
                "Only strings, whole numbers and booleans become constants; this one has the plain type",
                "Nothing to do: the value is read and written as it is");
        return null;
    }

    private static List<EnumValue> enumValues(Schema<?> schema, List<Object> values) {
        Object descriptions = Keywords.extension(schema, "x-enum-descriptions");
        List<EnumValue> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = (String) values.get(i);
            result.add(new EnumValue(value, name(schema, value), description(descriptions, value, i)));
        }
        return result;
    }

    /** Other generators have made names for constants common, in the order of the values as they are written. */
    private static NameHint name(Schema<?> schema, String value) {
        int index = schema.getEnum() == null ? -1 : schema.getEnum().indexOf(value);
        for (String extension : List.of("x-enum-varnames", "x-enumNames")) {
            if (index >= 0
                    && Keywords.extension(schema, extension) instanceof List<?> names
                    && index < names.size()
                    && names.get(index) instanceof String name
                    && !name.isBlank()) {
                return NameHint.of(name);
            }
        }
        return NameHint.of(value.isEmpty() ? "empty" : value);
    }

    private static Documentation description(@Nullable Object descriptions, String value, int index) {
        Object text = null;
        if (descriptions instanceof Map<?, ?> byValue) {
            text = byValue.get(value);
        } else if (descriptions instanceof List<?> inOrder && index < inOrder.size()) {
            text = inOrder.get(index);
        }
        return text instanceof String prose ? Annotations.documentation(prose) : Documentation.NONE;
    }
}
