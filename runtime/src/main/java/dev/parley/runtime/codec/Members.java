package dev.parley.runtime.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.sym.BinaryNameMatcher;
import tools.jackson.core.sym.PropertyNameMatcher;

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
    private final int nameless;

    /** Matches the bytes of a name without making a string of them. */
    private final PropertyNameMatcher matcher;

    /** By member: its name in UTF-8 with quotes, null if it has to be escaped. */
    private final byte @Nullable [][] quoted;

    /**
     * By member before, plus one: the member that came next the last time, since servers keep to an order. A guess, shared
     * by all threads without synchronisation: whatever is in here is a member.
     */
    private final int[] next;

    private Members(String[] names, int required) {
        this.names = names;
        this.required = required;
        Set<String> distinct = new LinkedHashSet<>(List.of(names));
        if (distinct.size() != names.length) {
            throw new IllegalArgumentException("a member is declared twice: " + Arrays.toString(names));
        }
        nameless = List.of(names).indexOf("");
        matcher = BinaryNameMatcher.construct(withoutEmptyName(names));
        quoted = new byte[names.length][];
        for (int member = 0; member < names.length; member++) {
            quoted[member] = quoted(names[member]);
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
        byte[] name = quoted[guess];
        if (name != null && in.nextMemberIs(name, names[guess])) {
            return guess;
        }
        int member = search(in);
        if (member >= 0) {
            next[before + 1] = member;
        }
        return member;
    }

    private int search(InputParser in) {
        int member = in.nextNameMatch(matcher);
        if (member == PropertyNameMatcher.MATCH_END_OBJECT) {
            return JsonReader.END;
        }
        if (member == PropertyNameMatcher.MATCH_UNKNOWN_NAME) {
            member = nameless >= 0 && in.currentName().isEmpty() ? nameless : JsonReader.UNKNOWN;
        } else if (member < 0) {
            throw new IllegalStateException("the member before was not read");
        }
        in.nextToken();
        return member;
    }

    int requiredCount() {
        return required;
    }

    String name(int index) {
        return names[index];
    }

    private static byte @Nullable [] quoted(String name) {
        byte[] quoted = JsonWriter.encode(name);
        for (byte next : quoted) {
            if (next == '\\') {
                return null;
            }
        }
        return quoted;
    }

    /**
     * jackson-core's UTF-8 parser loses its place when the matcher knows the empty name. The matcher is given in its stead
     * a name longer than any that the parser accepts.
     */
    private static List<String> withoutEmptyName(String[] names) {
        List<String> replaced = new ArrayList<>(names.length);
        for (String name : names) {
            replaced.add(name.isEmpty() ? "x".repeat(Limits.NAME_LENGTH + 1) : name);
        }
        return replaced;
    }
}
