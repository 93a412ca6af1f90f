package dev.parley.runtime.codec;

import org.jspecify.annotations.Nullable;

/**
 * Reads a value of one type; usually a method reference to a generated codec.
 *
 * @param <T> the type
 */
@FunctionalInterface
public interface Decoder<T extends @Nullable Object> {

    /** Reads the value that the reader stands on, all of it. */
    T read(JsonReader in);
}
