package dev.parley.runtime.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The members of a small object in their order: an array of names and values, which takes a third of the memory of a hash
 * map and is searched as fast. Objects of more members are hash maps, so that no text can make a search slow.
 */
final class FewMembers extends AbstractMap<String, JsonValue> {
    /** So many members at most. */
    static final int MAX = 8;

    /** Names at even indexes, each followed by its value. */
    private Object[] members;

    private int end;

    /** A bit for the hash of each name that was ever put: most searches are for a name that is not there, and end here. */
    private int marks;

    FewMembers() {
        members = new Object[4];
    }

    FewMembers(FewMembers other) {
        members = Arrays.copyOf(other.members, Math.max(4, other.end));
        end = other.end;
        marks = other.marks;
    }

    /** Returns whether there is no place for a further name. */
    boolean isFull() {
        return end == 2 * MAX;
    }

    @Override
    public @Nullable JsonValue put(String name, JsonValue value) {
        int at = find(name);
        if (at < end) {
            JsonValue before = value(at);
            members[at + 1] = value;
            return before;
        }
        if (end == members.length) {
            members = Arrays.copyOf(members, 2 * end);
        }
        members[end] = name;
        members[end + 1] = value;
        end += 2;
        marks |= mark(name);
        return null;
    }

    @Override
    public @Nullable JsonValue get(@Nullable Object name) {
        int at = find(name);
        return at < end ? value(at) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(name) < end;
    }

    @Override
    public @Nullable JsonValue remove(@Nullable Object name) {
        int at = find(name);
        if (at == end) {
            return null;
        }
        JsonValue before = value(at);
        System.arraycopy(members, at + 2, members, at, end - at - 2);
        end -= 2;
        return before;
    }

    @Override
    public int size() {
        return end / 2;
    }

    @Override
    public boolean isEmpty() {
        return end == 0;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        for (int at = 0; at < end; at += 2) {
            action.accept(name(at), value(at));
        }
    }

    @Override
    public Set<Map.Entry<String, JsonValue>> entrySet() {
        return new Entries();
    }

    /** Returns the index of a name, or {@link #end} if it is not there. */
    private int find(@Nullable Object name) {
        if (name instanceof String text && (marks & mark(text)) != 0) {
            for (int at = 0; at < end; at += 2) {
                if (text.equals(members[at])) {
                    return at;
                }
            }
        }
        return end;
    }

    private static int mark(String name) {
        return 1 << name.hashCode();
    }

    private String name(int at) {
        return (String) members[at];
    }

    private JsonValue value(int at) {
        return (JsonValue) members[at + 1];
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonValue>> {

        @Override
        public int size() {
            return end / 2;
        }

        @Override
        public Iterator<Map.Entry<String, JsonValue>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < end;
                }

                @Override
                public Map.Entry<String, JsonValue> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    int at = next;
                    next += 2;
                    return Map.entry(name(at), value(at));
                }
            };
        }
    }
}
