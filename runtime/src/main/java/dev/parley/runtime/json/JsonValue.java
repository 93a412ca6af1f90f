package dev.parley.runtime.json;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.codec.JsonWriter;
import org.jspecify.annotations.Nullable;

/** Any JSON value. All of them are immutable, equal by content, and print as JSON text. */
public sealed interface JsonValue extends JsonWritable
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {

    /**
     * Reads a JSON text.
     *
     * @throws dev.parley.runtime.error.DecodingException if the text is not exactly one JSON value, or goes over a limit
     *     of {@link JsonReader}
     */
    static JsonValue parse(String json) {
        return JsonReader.decode(json, JsonReader::readValue);
    }

    /**
     * Reads a JSON text in UTF-8.
     *
     * @throws dev.parley.runtime.error.DecodingException if the bytes are not exactly one JSON value in UTF-8, or go over
     *     a limit of {@link JsonReader}
     */
    static JsonValue parse(byte[] utf8) {
        return JsonReader.decode(utf8, JsonReader::readValue);
    }

    /**
     * Returns the JSON value of a Java value: of a {@code Map} with string keys, an {@code Iterable}, a {@code
     * CharSequence}, a {@code Number}, a {@code Boolean}, null, or of a {@code JsonValue} itself.
     *
     * @throws IllegalArgumentException if the value, or one inside it, is of another class, a number that is not finite, or
     *     nested more than 500 deep; the message names the place
     */
    static JsonValue from(@Nullable Object value) {
        return new Conversion().json(value);
    }

    @Override
    default void writeTo(JsonWriter out) {
        out.jsonValue(this);
    }
}
