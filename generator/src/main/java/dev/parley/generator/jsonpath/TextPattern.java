package dev.parley.generator.jsonpath;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * What the functions {@code match} and {@code search} look for: a regular expression (RFC 9485), matched in a time that
 * grows with the text and not with what may be tried.
 *
 * @param expression as it was written
 * @param pattern the same for RE2/J, or {@code null} if it is none
 */
record TextPattern(String expression, @Nullable Pattern pattern) {

    private static final int MAX_LENGTH = 1000;
    /** RE2/J writes repetitions out: the most instructions that an expression may become. */
    private static final long MAX_SIZE = 1_000_000;
    /** How many instructions cost as much as a step, for each character. */
    private static final int INSTRUCTIONS_PER_STEP = 4;

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{1,4}))?");

    /**
     * Reads an expression; one that is none fits no text.
     *
     * @throws JsonPathException if it is too large
     */
    static TextPattern of(String expression, Steps steps) {
        if (expression.length() > MAX_LENGTH) {
            throw new JsonPathException("a pattern has more than " + MAX_LENGTH + " characters");
        }
        double size = size(expression);
        if (size > MAX_SIZE) {
            throw new JsonPathException("a pattern repeats too much; write a simpler one");
        }
        steps.take((long) size);
        try {
            return new TextPattern(expression, Pattern.compile(withoutLineTerminators(expression)));
        } catch (PatternSyntaxException e) {
            return new TextPattern(expression, null);
        }
    }

    /** Takes all repetitions for nested, which is the worst that they can be. */
    private static double size(String expression) {
        return REPETITION
                .matcher(expression)
                .results()
                .mapToDouble(TextPattern::times)
                .reduce(Math.max(1, expression.length()), (size, times) -> size * times);
    }

    private static double times(MatchResult repetition) {
        String most = repetition.group(2) == null ? repetition.group(1) : repetition.group(2);
        return Math.max(1, Integer.parseInt(most));
    }

    /**
     * Whether a text has this form.
     *
     * @param whole whether all of the text must have it, in contrast to a part of it
     */
    boolean fits(String text, boolean whole, Steps steps) {
        if (pattern == null) {
            return false;
        }
        steps.take((text.length() + 1L) * (1 + pattern.programSize() / INSTRUCTIONS_PER_STEP));
        var matcher = pattern.matcher(text);
        return whole ? matcher.matches() : matcher.find();
    }

    /** In RE2/J the dot stops at {@code \n} only, in RFC 9485 at {@code \r} as well. */
    private static String withoutLineTerminators(String expression) {
        StringBuilder translated = new StringBuilder();
        boolean inClass = false;
        for (int index = 0; index < expression.length(); index++) {
            char character = expression.charAt(index);
            if (character == '\\' && index + 1 < expression.length()) {
                translated.append(character).append(expression.charAt(++index));
            } else if (character == '.' && !inClass) {
                translated.append("[^\\n\\r]");
            } else {
                inClass = character == '[' || inClass && character != ']';
                translated.append(character);
            }
        }
        return translated.toString();
    }
}
