package dev.parley.runtime.codec;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members that a type declares, each with an index: the required ones first, in order, then the optional ones.
 *
 * Immutable as far as can be seen; a codec keeps one as a constant.
 */
public final class Members {
    /** Where no member was before: at the start of an object. */
    static final int START = -1;

    private final String[] names;
    private final int required;

    /** By name: its member. */
    private final Map<String, Integer> indexes;

    /** By member: its name in UTF-8 with quotes; null until it is met for the first time, and if it is not plain ASCII. */
    private final @Nullable KnownBytes[] quoted;

    /**
     * By member before, plus one: what {@link #next(InputParser, int)} returned the last time, since servers keep to an
     * order. A guess, shared by all threads without synchronisation: whatever is in here is a member, or says that none is
     * to be expected.
     */
    private final int[] next;

    private Members(String[] names, int required) {
        this.names = names;
        this.required = required;
        quoted = new KnownBytes[names.length];
        indexes = new HashMap<>(2 * names.length);
        for (int member = 0; member < names.length; member++) {
            if (indexes.put(names[member], member) != null) {
                throw new IllegalArgumentException("a member is declared twice: " + Arrays.toString(names));
            }
        }
        next = new int[names.length + 1];
        for (int member = 0; member < names.length; member++) {
            next[member] = member;
        }
    }

    /**
     * Declares the required members.
     *
     * @throws IllegalArgumentException if a name comes twice
     */
    public static Members required(String... names) {
        return new Members(names.clone(), names.length);
    }

    /**
     * Returns these members and further, optional ones.
     *
     * @throws IllegalArgumentException if a name comes twice
     */
    public Members optional(String... further) {
        String[] all = Arrays.copyOf(names, names.length + further.length);
        System.arraycopy(further, 0, all, names.length, further.length);
        return new Members(all, required);
    }

    /** Goes to the value of the next member; returns what {@link JsonReader#nextMember} returns. */
    int next(InputParser in, int before) {
        if (names.length == 0) {
            return search(in);
        }
        int guess = next[before + 1];
        if (guess >= 0) {
            KnownBytes name = quoted[guess];
            if (name != null && in.nextMemberIs(name, names[guess])) {
                return guess;
            }
        }
        int member = search(in);
        next[before + 1] = member;
        if (member >= 0 && quoted[member] == null) {
            quoted[member] = KnownBytes.quoted(names[member]);
        }
        return member;
    }

    private int search(InputParser in) {
        String name = in.nextMember();
        if (name == null) {
            return JsonReader.END;
        }
        Integer member = indexes.get(name);
        return member == null ? JsonReader.UNKNOWN : member;
    }

    int requiredCount() {
        return required;
    }

    String name(int index) {
        return names[index];
    }
}
