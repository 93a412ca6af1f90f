package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes the variant of a union that stands for what no other variant can hold.
 *
 * @param <T> the union
 */
@FunctionalInterface
public interface Unknown<T> {

    /**
     * Makes the variant.
     *
     * @param json the whole value as received
     * @param problem what did not fit and where, such as {@code $.content: expected an array, found a string}, the path
     *     starting at the value; null if no variant was chosen in the first place
     */
    T create(JsonValue json, @Nullable String problem);
}
