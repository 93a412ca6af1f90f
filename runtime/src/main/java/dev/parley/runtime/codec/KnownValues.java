package dev.parley.runtime.codec;

import dev.parley.runtime.json.OpenEnum;
import java.util.HashMap;
import java.util.Map;

/** Finds the known value of an open enum by what stands on the wire, for generated enums. */
public final class KnownValues {

    private KnownValues() {}

    /** Returns a new map of the values by their value on the wire. */
    public static <E extends OpenEnum> Map<String, E> of(E[] values) {
        Map<String, E> byValue = new HashMap<>(values.length * 2);
        for (E value : values) {
            byValue.put(value.value(), value);
        }
        return byValue;
    }
}
