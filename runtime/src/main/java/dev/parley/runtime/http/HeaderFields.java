package dev.parley.runtime.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of headers, each with its values, in the order in which they came. Two arrays take a third of the memory of a hash
 * map, and a few names are found in them as fast; from some on there is a hash map beside them, so that no server can
 * make a search slow.
 */
final class HeaderFields {
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

    int size() {
        return size;
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

    /** Two of the same names and values are equal in whatever order the names stand. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof HeaderFields that) || size != that.size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            int index = that.find(names[i]);
            if (index < 0 || !values[i].equals(that.values[index])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (int i = 0; i < size; i++) {
            sum += names[i].hashCode() ^ values[i].hashCode();
        }
        return sum;
    }

    private void index() {
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i < size; i++) {
            all.put(names[i], i);
        }
        indexes = all;
    }
}
