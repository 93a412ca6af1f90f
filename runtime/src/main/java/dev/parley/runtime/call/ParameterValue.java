package dev.parley.runtime.call;

import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of parameters as what they are made of: texts, lists and members. No message holds a value. */
final class ParameterValue {

    private static final int LONGEST_NUMBER = 400;

    private ParameterValue() {}

    /**
     * Returns a single value as it is sent.
     *
     * @param what the name of the parameter, for messages
     * @throws IllegalArgumentException if the value is none of those that have one text
     */
    static String text(String what, Object value) {
        if (value instanceof String || value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof OpenEnum open) {
            return open.value();
        }
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(what + " is " + number + ", which is not a finite number");
            }
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        throw new IllegalArgumentException(what + " cannot be sent as a "
                + value.getClass().getName() + "; give a String, OpenEnum, Long, Integer, Double or Boolean");
    }

    /**
     * Returns a text, a list of texts, or a map of names to either; a generated type is what its JSON is. Members that
     * are null are left out, as RFC 6570 says.
     *
     * @return a {@code String}, {@code List} or {@code Map}, or null for the null of JSON
     * @throws IllegalArgumentException if the value, or one within, has no such form
     */
    static @Nullable Object parts(String what, Object value) {
        if (value instanceof List<?> list) {
            List<Object> parts = new ArrayList<>();
            for (Object element : list) {
                Object part = element == null ? null : parts(what, element);
                if (part == null) {
                    throw new IllegalArgumentException(what + " holds a null at index " + parts.size()
                            + ", which has no form here; leave it out of the list");
                }
                parts.add(part);
            }
            return parts;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> parts = new LinkedHashMap<>();
            map.forEach((name, member) -> {
                Object part = member == null ? null : parts(what, member);
                if (part != null) {
                    parts.put((String) name, part);
                }
            });
            return parts;
        }
        if (value instanceof JsonValue json) {
            return parts(what, json);
        }
        return value instanceof JsonWritable && !(value instanceof OpenEnum)
                ? parts(what, JsonValue.parse(JsonWriter.encode(value)))
                : text(what, value);
    }

    private static @Nullable Object parts(String what, JsonValue json) {
        if (json instanceof JsonNull) {
            return null;
        }
        if (json instanceof JsonString string) {
            return string.value();
        }
        if (json instanceof JsonNumber number) {
            return plain(number);
        }
        if (json instanceof JsonBoolean flag) {
            return String.valueOf(flag.value());
        }
        return json instanceof JsonArray array
                ? parts(what, (Object) array.values())
                : parts(what, (Object) ((JsonObject) json).members());
    }

    /** Returns a number without its exponent and the zeros of its fraction, unless that would be long. */
    private static String plain(JsonNumber number) {
        try {
            BigDecimal value = number.bigDecimalValue();
            return Math.abs((long) value.scale()) > LONGEST_NUMBER
                    ? number.literal()
                    : value.stripTrailingZeros().toPlainString();
        } catch (ArithmeticException beyondAllRanges) {
            return number.literal();
        }
    }

    /** Returns a value as JSON in ASCII, which any header can carry. */
    static String json(Object value) {
        String json = JsonWriter.toJson(value);
        StringBuilder ascii = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c > '~') {
                ascii.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                ascii.append(c);
            }
        }
        return ascii.toString();
    }
}
