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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code const} and {@code enum}: one value is a constant, several strings are an open enum. */
final class ValueShapes {

    private final Diagnostics diagnostics;

    ValueShapes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns the shape that the listed values give, or {@code null} if there are none or the type alone must do. */
    @Nullable
    Shape read(Origin origin, Schema<?> schema, Set<String> types) {
        List<Object> values = Keywords.values(schema);
        if (values.isEmpty()) {
            return null;
        }
        if (types.contains("string") && !values.stream().allMatch(String.class::isInstance)) {
            diagnostics.warning(
                    "enum-value-no-string",
                    origin.pointer(),
                    "A value listed for a string is no string, so the values are not used",
                    "Put the value into quotes: YAML reads yes, no, on and 1.0 as something else");
            return types.size() > 1 ? null : misfitting(origin, values);
        }
        if (values.size() == 1) {
            return constant(origin, values.get(0));
        }
        if (values.stream().allMatch(String.class::isInstance)) {
            return new Shape.OpenEnum(origin, enumValues(schema, values));
        }
        diagnostics.note(
                "enum-as-scalar",
                origin.pointer(),
                "Only strings become an enum; these values have the plain type",
                "Nothing to do unless the values are meant to be strings");
        return null;
    }

    /** Mixed values may be meant: the parser takes {@code string} for a type where the document says none. */
    private static Shape misfitting(Origin origin, List<Object> values) {
        boolean mixed = values.stream().anyMatch(String.class::isInstance);
        return mixed ? new Shape.Free(origin, FreeForm.VALUE) : new Shape.Scalar(origin, Scalar.STRING);
    }

    private @Nullable Shape constant(Origin origin, Object value) {
        if (value instanceof String text) {
            return new Shape.Constant(origin, new ConstantValue.Text(text));
        }
        if (value instanceof Boolean flag) {
            return new Shape.Constant(origin, new ConstantValue.Flag(flag));
        }
        if (value instanceof Number number) {
            try {
                long whole = new BigDecimal(number.toString()).longValueExact();
                return new Shape.Constant(origin, new ConstantValue.Integral(whole));
            } catch (ArithmeticException fractionOrTooLarge) {
                return ignored(origin);
            }
        }
        return ignored(origin);
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
            result.add(new EnumValue(
                    value, NameHint.of(value.isEmpty() ? "empty" : value), description(descriptions, value, i)));
        }
        return result;
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
