package dev.parley.generator.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The limits that the document states for a value beside its type; what a request is checked against.
 *
 * @param length of a string, in characters (code points)
 * @param patterns that a string must match, all of them
 * @param minimum of a number, or {@code null} for none
 * @param maximum of a number, or {@code null} for none
 * @param multipleOf what a number must be a multiple of, above 0, or {@code null} for nothing
 * @param size of a list or a map: the number of its elements or members
 * @param unique whether no two elements of a list may be equal
 * @param names what each name of a map must keep to, or {@code null} for nothing
 * @param each what each element of a list or each value of a map must keep to, or {@code null} for nothing
 */
public record Constraints(
        Range length,
        List<Pattern> patterns,
        @Nullable Bound minimum,
        @Nullable Bound maximum,
        @Nullable BigDecimal multipleOf,
        Range size,
        boolean unique,
        @Nullable Constraints names,
        @Nullable Constraints each) {

    /** No limits. */
    public static final Constraints NONE =
            new Constraints(Range.ANY, List.of(), null, null, null, Range.ANY, false, null, null);

    public Constraints {
        patterns = List.copyOf(patterns);
    }

    /** Returns whether every value keeps to these. */
    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Returns what keeps to these limits and to those. */
    public Constraints and(Constraints other) {
        if (isEmpty() || other.isEmpty()) {
            return isEmpty() ? other : this;
        }
        return new Constraints(
                length.and(other.length),
                Stream.concat(patterns.stream(), other.patterns.stream())
                        .distinct()
                        .toList(),
                Bound.tighter(minimum, other.minimum, 1),
                Bound.tighter(maximum, other.maximum, -1),
                multipleOf == null ? other.multipleOf : multipleOf,
                size.and(other.size),
                unique || other.unique,
                both(names, other.names),
                both(each, other.each));
    }

    private static @Nullable Constraints both(@Nullable Constraints one, @Nullable Constraints other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.and(other);
    }

    /**
     * How many there may be.
     *
     * @param min 0 for any
     * @param max {@link Long#MAX_VALUE} for any
     */
    public record Range(long min, long max) {

        /** Any number. */
        public static final Range ANY = new Range(0, Long.MAX_VALUE);

        /** Returns whether every number is in the range. */
        public boolean isAny() {
            return equals(ANY);
        }

        private Range and(Range other) {
            long least = Math.max(min, other.min);
            long most = Math.min(max, other.max);
            return new Range(least, most);
        }
    }

    /**
     * An end of a range of numbers.
     *
     * @param exclusive whether the end itself is outside
     */
    public record Bound(BigDecimal value, boolean exclusive) {

        /** Returns the bound that leaves less, {@code direction} being 1 for a minimum and -1 for a maximum. */
        private static @Nullable Bound tighter(@Nullable Bound one, @Nullable Bound other, int direction) {
            if (one == null || other == null) {
                return one == null ? other : one;
            }
            int order = one.value.compareTo(other.value) * direction;
            return order > 0 || (order == 0 && one.exclusive) ? one : other;
        }
    }

    /**
     * A regular expression.
     *
     * @param text as it stands in the document
     * @param java the same for {@link java.util.regex.Pattern}: matching takes time in proportion to the string
     */
    public record Pattern(String text, String java) {}
}
