package dev.parley.runtime.json;

/**
 * JSON's {@code true} or {@code false}.
 *
 * @param value which of the two
 */
public record JsonBoolean(boolean value) implements JsonValue {

    /** JSON's {@code true}. */
    public static final JsonBoolean TRUE = new JsonBoolean(true);

    /** JSON's {@code false}. */
    public static final JsonBoolean FALSE = new JsonBoolean(false);

    /** Returns {@link #TRUE} or {@link #FALSE}. */
    public static JsonBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    @Override
    public String toString() {
        return toJson();
    }
}
