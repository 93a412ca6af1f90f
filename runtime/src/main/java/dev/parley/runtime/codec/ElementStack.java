package dev.parley.runtime.codec;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of all arrays that are being read, those of an inner array above those of the outer one. */
final class ElementStack {
    private static final Object[] NONE = {};

    private @Nullable Object[] elements = NONE;
    private int size;

    int size() {
        return size;
    }

    void push(@Nullable Object element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, Math.max(16, size * 2));
        }
        elements[size++] = element;
    }

    /** Forgets the elements above a height. */
    void cut(int height) {
        size = height;
    }

    /** Takes the elements above a height as an immutable list, which {@link List#copyOf} returns as it is. */
    List<?> popList(int height) {
        int from = height;
        int count = size - height;
        size = height;
        return switch (count) {
            case 0 -> List.of();
            case 1 -> List.of(elements[from]);
            case 2 -> List.of(elements[from], elements[from + 1]);
            default -> List.of(Arrays.copyOfRange(elements, from, from + count));
        };
    }

    /** Takes the elements above a height as an unmodifiable list that may hold nulls. */
    List<?> popNullableList(int height) {
        int count = size - height;
        size = height;
        return Collections.unmodifiableList(Arrays.asList(Arrays.copyOfRange(elements, height, height + count)));
    }
}
