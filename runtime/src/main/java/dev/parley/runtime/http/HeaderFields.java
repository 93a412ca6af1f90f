package dev.parley.runtime.http;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Names of headers, each with its values, in the order in which they came. Two arrays take a third of the memory of a hash
 * map, and a few names are found in them as fast; from some on there is a hash map beside them, so that no server can
 * make a search slow.
 *
 * <p>As a map it cannot be changed.
 */
final class HeaderFields extends AbstractMap<String, List<String>> {
    /** So many names are searched one by one. */
    private static final int FEW = 16;

    private static final int AT_FIRST = 8;

    private String[] names;
    private List<String>[] values;
    private int size;

    /** The index of each name; null while there are few. */
    private @Nullable Map<String, Integer> indexes;

    HeaderFields() {
        names = new String[AT_FIRST];
        values = lists(AT_FIRST);
    }

    /** Makes a copy. */
    HeaderFields(HeaderFields other) {
        int room = Math.max(AT_FIRST, other.size);
        names = Arrays.copyOf(other.names, room);
        values = Arrays.copyOf(other.values, room);
        size = other.size;
        indexes = other.indexes == null ? null : new HashMap<>(other.indexes);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // Java makes no array of a generic type
    private static List<String>[] lists(int length) {
        return new List[length];
    }

    @Override
    public int size() {
        return size;
    }

    /** Makes no entries for who does not ask for any. */
    @Override
    public void forEach(BiConsumer<? super String, ? super List<String>> action) {
        for (int i = 0; i < size; i++) {
            action.accept(names[i], values[i]);
        }
    }

    @Override
    public Set<Entry<String, List<String>>> entrySet() {
        Map<String, List<String>> map = new LinkedHashMap<>();
        forEach(map::put);
        return Collections.unmodifiableMap(map).entrySet();
    }

    String name(int index) {
        return names[index];
    }

    List<String> values(int index) {
        return values[index];
    }

    /** Returns the index of a name, or -1. */
    int find(String name) {
        if (indexes != null) {
            return indexes.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void set(int index, List<String> all) {
        values[index] = all;
    }

    /** Sets the values of a name, which goes to the end if it is new. */
    void set(String name, List<String> all) {
        int index = find(name);
        if (index < 0) {
            add(name, all);
        } else {
            values[index] = all;
        }
    }

    /** Adds a name that is not there. */
    void add(String name, List<String> all) {
        if (size == names.length) {
            names = Arrays.copyOf(names, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        names[size] = name;
        values[size] = all;
        size++;
        if (indexes != null) {
            indexes.put(name, size - 1);
        } else if (size > FEW) {
            index();
        }
    }

    void remove(int index) {
        System.arraycopy(names, index + 1, names, index, size - index - 1);
        System.arraycopy(values, index + 1, values, index, size - index - 1);
        size--;
        if (indexes != null) {
            index();
        }
    }

    private void index() {
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i < size; i++) {
            all.put(names[i], i);
        }
        indexes = all;
    }
}
