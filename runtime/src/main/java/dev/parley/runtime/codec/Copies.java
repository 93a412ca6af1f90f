package dev.parley.runtime.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Immutable copies that {@link List#copyOf} and {@link Map#copyOf} do not give, for generated records and builders. */
public final class Copies {

    private Copies() {}

    /**
     * Returns an immutable copy that keeps the order, which {@link Map#copyOf} does not.
     *
     * @throws NullPointerException if a key or a value is null
     */
    public static <T> Map<String, T> of(Map<String, ? extends T> map) {
        Map<String, T> copy = new LinkedHashMap<>(map);
        copy.forEach((name, value) -> {
            Objects.requireNonNull(name, "a name of a map");
            Objects.requireNonNull(value, () -> "the value of '" + name + "'");
        });
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Returns an immutable copy that keeps the order and may hold null values.
     *
     * @throws NullPointerException if a key is null
     */
    public static <T> Map<String, @Nullable T> ofNullable(Map<String, ? extends @Nullable T> map) {
        Map<String, @Nullable T> copy = new LinkedHashMap<>(map);
        copy.keySet().forEach(name -> Objects.requireNonNull(name, "a name of a map"));
        return Collections.unmodifiableMap(copy);
    }

    /** Returns an immutable copy that may hold nulls. */
    public static <T> List<@Nullable T> ofNullable(Collection<? extends @Nullable T> list) {
        return Collections.unmodifiableList(new ArrayList<>(list));
    }

    /** Returns a list with one element more; a list that came from here grows itself, any other one is copied. */
    public static <T extends @Nullable Object> List<T> append(@Nullable List<T> list, T element) {
        List<T> growing = list instanceof Growing<T> own ? own : new Growing<>(list == null ? List.of() : list);
        growing.add(element);
        return growing;
    }

    /** A list that a builder made for itself, and that nobody else has. */
    private static final class Growing<T extends @Nullable Object> extends ArrayList<T> {

        private static final long serialVersionUID = 1L;

        Growing(Collection<? extends T> elements) {
            super(elements);
        }
    }
}
