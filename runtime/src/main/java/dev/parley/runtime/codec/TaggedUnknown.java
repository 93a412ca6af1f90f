package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * As {@link Unknown}, for a union whose variants are told apart by a tag.
 *
 * @param <T> the union
 */
@FunctionalInterface
public interface TaggedUnknown<T> {

    /**
     * Makes the variant.
     *
     * @param tag the tag; empty if the value has none
     * @param json the whole value as received
     * @param problem as that of {@link Unknown#create}
     */
    T create(String tag, JsonValue json, @Nullable String problem);
}
