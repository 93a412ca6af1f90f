package dev.parley.runtime.json;

import java.util.List;

/**
 * A JSON array.
 *
 * @param values the elements in order; copied, unmodifiable
 */
public record JsonArray(List<JsonValue> values) implements JsonValue {

    public JsonArray {
        values = List.copyOf(values);
    }

    @Override
    public String toString() {
        return toJson();
    }
}
