package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The functions {@code match} and {@code search}: regular expressions (RFC 9485), matched under a limit. */
final class TextPattern {

    private static final int MAX_LENGTH = 1000;

    private TextPattern() {}

    /**
     * Whether a text has the form of a pattern; never if one of them is no text or the pattern is none.
     *
     * @param whole whether all of the text must have the form, in contrast to a part of it
     */
    static boolean fits(@Nullable JsonNode text, @Nullable JsonNode pattern, boolean whole, Run run) {
        if (text == null || pattern == null || !text.isTextual() || !pattern.isTextual()) {
            return false;
        }
        String expression = pattern.textValue();
        if (expression.length() > MAX_LENGTH) {
            throw new JsonPathException("a pattern has more than " + MAX_LENGTH + " characters");
        }
        try {
            var matcher = Pattern.compile(withoutLineTerminators(expression), Pattern.UNICODE_CASE)
                    .matcher(new Counted(text.textValue(), run.steps()));
            return whole ? matcher.matches() : matcher.find();
        } catch (PatternSyntaxException e) {
            return false;
        } catch (StackOverflowError e) {
            // java.util.regex calls itself for each round of a group that repeats.
            throw new JsonPathException("a pattern repeats a group too often; write a simpler one");
        }
    }

    /** In Java the dot stops at more characters than {@code \n} and {@code \r}. */
    private static String withoutLineTerminators(String expression) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int index = 0; index < expression.length(); index++) {
            char character = expression.charAt(index);
            if (character == '\\' && index + 1 < expression.length()) {
                java.append(character).append(expression.charAt(++index));
            } else if (character == '.' && !inClass) {
                java.append("[^\\n\\r]");
            } else {
                inClass = character == '[' || inClass && character != ']';
                java.append(character);
            }
        }
        return java.toString();
    }

    /** A text that knows how often it is looked at: some patterns look at it more often than anybody can wait. */
    private record Counted(String text, Steps steps) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps.take();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Counted(text.substring(start, end), steps);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
