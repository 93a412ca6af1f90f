package dev.parley.generator.jsonpath;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a query while it is read. */
final class PathText {

    private static final Pattern MEMBER =
            Pattern.compile("[A-Za-z_\\x{80}-\\x{10FFFF}][A-Za-z0-9_\\x{80}-\\x{10FFFF}]*");
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final long LARGEST = (1L << 53) - 1;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_LENGTH = 10_000;

    private final String text;
    private int position;
    private int depth;

    PathText(String text) {
        this.text = text;
        if (text.length() > MAX_LENGTH) {
            throw new JsonPathException("it has more than " + MAX_LENGTH + " characters");
        }
    }

    boolean atEnd() {
        return position == text.length();
    }

    /** Steps over blanks. */
    void blanks() {
        while (!atEnd() && " \t\n\r".indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    boolean isNext(String expected) {
        return text.startsWith(expected, position);
    }

    /** Steps over what is expected, if it is next. */
    boolean take(String expected) {
        boolean next = isNext(expected);
        if (next) {
            position += expected.length();
        }
        return next;
    }

    void require(String expected) {
        if (!take(expected)) {
            throw wrong("there should be " + expected);
        }
    }

    /** Goes one level deeper into brackets. */
    void enter() {
        if (++depth > MAX_DEPTH) {
            throw wrong("it is nested deeper than " + MAX_DEPTH + " levels");
        }
    }

    void leave() {
        depth--;
    }

    int mark() {
        return position;
    }

    void reset(int mark) {
        position = mark;
    }

    /** Takes a name behind a dot. */
    String member() {
        String name = taken(MEMBER);
        if (name == null) {
            throw wrong("there should be a name, or * for all");
        }
        return name;
    }

    @Nullable
    String word() {
        return taken(WORD);
    }

    @Nullable
    Long integer() {
        String digits = taken(INTEGER);
        if (digits == null) {
            return null;
        }
        long value = digits.length() > 17 ? Long.MAX_VALUE : Long.parseLong(digits);
        if (Math.abs(value) > LARGEST) {
            throw wrong("the number is too large");
        }
        return value;
    }

    @Nullable
    BigDecimal number() {
        String digits = taken(NUMBER);
        return digits == null ? null : new BigDecimal(digits);
    }

    /** Takes a string in either quotes, or nothing if there is none. */
    @Nullable
    String string() {
        if (!isNext("'") && !isNext("\"")) {
            return null;
        }
        char quote = text.charAt(position++);
        StringBuilder string = new StringBuilder();
        while (!atEnd() && text.charAt(position) != quote) {
            char character = text.charAt(position++);
            if (character < ' ') {
                throw wrong("a control character in a string has to be escaped");
            }
            string.append(character == '\\' ? escaped(quote) : character);
        }
        require(String.valueOf(quote));
        return string.toString();
    }

    private char escaped(char quote) {
        char character = atEnd() ? ' ' : text.charAt(position++);
        int simple = "bfnrt/\\".indexOf(character);
        if (simple >= 0) {
            return "\b\f\n\r\t/\\".charAt(simple);
        }
        if (character == quote) {
            return quote;
        }
        if (character == 'u' && text.substring(position).matches("(?s)[0-9A-Fa-f]{4}.*")) {
            position += 4;
            return (char) Integer.parseInt(text.substring(position - 4, position), 16);
        }
        throw wrong("there is no such escape");
    }

    private @Nullable String taken(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        position = matcher.end();
        return matcher.group();
    }

    /** Returns the exception that says what is wrong at this place. */
    JsonPathException wrong(String problem) {
        String where = atEnd()
                ? "at the end"
                : "before '" + text.substring(position).lines().findFirst().orElse("") + "'";
        return new JsonPathException(problem + " " + where);
    }
}
