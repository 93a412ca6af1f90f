package dev.parley.runtime.json;

import dev.parley.runtime.codec.JsonWriter;

/** What has a form in JSON: every type of a generated client, and {@link JsonValue} itself. */
public interface JsonWritable {

    /** Writes this as one JSON value. */
    void writeTo(JsonWriter out);

    /**
     * Returns this as JSON text.
     *
     * @throws IllegalArgumentException if it holds a number that is not finite, or is nested more than 500 deep
     */
    default String toJson() {
        return JsonWriter.toJson(this);
    }
}
