package dev.parley.runtime.json;

import java.util.Objects;

/**
 * A JSON string.
 *
 * @param value the characters, unescaped; may hold lone surrogates
 */
public record JsonString(String value) implements JsonValue {

    public JsonString {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return toJson();
    }
}
