package dev.parley.runtime.validation;

import dev.parley.runtime.json.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a request does not keep to, for generated code.
 *
 * <p>It stands on a value and knows the way to it; a path is written only for a violation. No message holds a value of the
 * request, which may be a secret: only lengths, numbers of elements, and the limits themselves.
 */
public final class Violations {

    private final List<Violation> found = new ArrayList<>();
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final ValuePath path = new ValuePath();

    private Violations() {}

    /** Returns what {@code check} finds about a value, in the order in which it is found. */
    public static <T> List<Violation> of(T value, BiConsumer<? super T, Violations> check) {
        Violations violations = new Violations();
        check.accept(value, violations);
        return List.copyOf(violations.found);
    }

    /** Checks the value of a parameter, if there is one; paths into it start with the name of the parameter. */
    public <T> void parameter(String name, @Nullable T value, Consumer<? super T> check) {
        path.startAt(name);
        present(value, check);
        path.startAtBody();
    }

    /** Checks the value that this stands on, if there is one. */
    public <T> void present(@Nullable T value, Consumer<? super T> check) {
        if (value != null) {
            check.accept(value);
        }
    }

    /** Checks the value of a member, if there is one. */
    public <T> void member(String name, @Nullable T value, Consumer<? super T> check) {
        if (value != null) {
            path.enter(name);
            check.accept(value);
            path.leave();
        }
    }

    /** Checks every element of a list that is not null. */
    public <T> void each(Collection<? extends @Nullable T> list, Consumer<? super T> check) {
        int index = 0;
        for (T element : list) {
            if (element != null) {
                path.enter(index);
                check.accept(element);
                path.leave();
            }
            index++;
        }
    }

    /** Checks every value of a map that is not null. */
    public <T> void each(Map<String, ? extends @Nullable T> map, Consumer<? super T> check) {
        map.forEach((name, value) -> member(name, value, check));
    }

    /** Checks every name of a map. */
    public void names(Map<String, ?> map, Consumer<? super String> check) {
        map.keySet().forEach(name -> member(name, name, check));
    }

    /** Checks every name of an object. */
    public void names(JsonObject object, Consumer<? super String> check) {
        names(object.members(), check);
    }

    /** Checks the length of a string in characters, where a code point is one. */
    public void length(String value, long min, long max) {
        count(value.codePointCount(0, value.length()), min, max, "character");
    }

    /**
     * Checks that a string matches.
     *
     * @param regex the pattern as Java reads it
     * @param text the pattern as the document has it
     */
    public void pattern(String value, String regex, String text) {
        Pattern pattern = patterns.computeIfAbsent(regex, Pattern::compile);
        if (!pattern.matcher(value).find()) {
            add("must match the pattern " + text);
        }
    }

    /** Checks the number of elements of a list. */
    public void size(Collection<?> list, long min, long max) {
        count(list.size(), min, max, "element");
    }

    /** Checks the number of members of a map. */
    public void size(Map<String, ?> map, long min, long max) {
        count(map.size(), min, max, "member");
    }

    /** Checks the number of members of an object. */
    public void size(JsonObject object, long min, long max) {
        size(object.members(), min, max);
    }

    /** Checks that no two elements of a list are equal. */
    public void unique(Collection<?> list) {
        if (new HashSet<>(list).size() < list.size()) {
            add("has elements that are equal, and each may be there once only");
        }
    }

    /** Checks that a number is not below a limit. */
    public void min(long value, long min) {
        if (value < min) {
            add("must be at least " + min);
        }
    }

    /** Checks that a number is not above a limit. */
    public void max(long value, long max) {
        if (value > max) {
            add("must be at most " + max);
        }
    }

    /** Checks that a number is not below a limit. */
    public void min(double value, double min) {
        if (!(value >= min)) {
            add("must be at least " + plain(min));
        }
    }

    /** Checks that a number is not above a limit. */
    public void max(double value, double max) {
        if (!(value <= max)) {
            add("must be at most " + plain(max));
        }
    }

    /** Checks that a number is above a limit. */
    public void above(double value, double limit) {
        if (!(value > limit)) {
            add("must be above " + plain(limit));
        }
    }

    /** Checks that a number is below a limit. */
    public void below(double value, double limit) {
        if (!(value < limit)) {
            add("must be below " + plain(limit));
        }
    }

    /**
     * Checks that a number is a whole multiple of another one, as both are written in decimals.
     *
     * @param unit a decimal number above 0
     */
    public void multipleOf(double value, String unit) {
        boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
        if (!finite || isRemainder(BigDecimal.valueOf(value), unit)) {
            add("must be a multiple of " + unit);
        }
    }

    /**
     * Checks that a number is a whole multiple of another one.
     *
     * @param unit a decimal number above 0
     */
    public void multipleOf(long value, String unit) {
        if (isRemainder(BigDecimal.valueOf(value), unit)) {
            add("must be a multiple of " + unit);
        }
    }

    /**
     * Notes that a value of a union names a variant that its content does not fit.
     *
     * @param problem what does not fit and where, the path starting at the value; null for a value of a variant that the
     *     client does not know, which is no violation
     */
    public void unfit(@Nullable String problem) {
        if (problem != null) {
            add("does not fit the variant that it names: " + withoutNumber(problem));
        }
    }

    private static boolean isRemainder(BigDecimal value, String unit) {
        return value.remainder(new BigDecimal(unit)).signum() != 0;
    }

    private void count(long count, long min, long max, String what) {
        if (count < min || count > max) {
            String limit = count < min ? "at least " + min : "at most " + max;
            add("has " + count + " " + what + (count == 1 ? "" : "s") + ", must have " + limit);
        }
    }

    private void add(String message) {
        found.add(new Violation(path.toString(), message));
    }

    /** The reason may quote a number that does not fit, at its end. */
    private static String withoutNumber(String problem) {
        int found = problem.lastIndexOf(", found ");
        boolean number = found >= 0 && problem.substring(found + 8).matches("-?\\d.*");
        return number ? problem.substring(0, found) : problem;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
