package dev.parley.runtime.json;

import dev.parley.runtime.codec.JsonWriter;

/** A string that is usually one of a few, as generated clients declare them: a known value, or any other. */
public interface OpenEnum extends JsonWritable {

    /** Returns the value on the wire. */
    String value();

    @Override
    default void writeTo(JsonWriter out) {
        out.string(value());
    }
}
