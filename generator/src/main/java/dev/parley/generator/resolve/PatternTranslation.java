package dev.parley.generator.resolve;

import org.jspecify.annotations.Nullable;

/**
 * Translates a regular expression of ECMA-262, which documents have, into one of {@link java.util.regex}.
 *
 * <p>Taken is what means the same in both and is matched in time in proportion to the string, whatever the string is: a
 * sequence of characters and classes, of which one at most may repeat a varying number of times, and then only behind
 * {@code ^}. Groups, alternatives, look-around and Unicode classes are not: a document must not be able to stop a
 * program with a pattern, nor refuse what it does not mean to.
 */
final class PatternTranslation {

    /** Repetitions above this are not taken, so that what a pattern compiles to stays small. */
    private static final int MOST = 1_000;

    private final String text;
    private final StringBuilder java = new StringBuilder();
    private int at;
    private boolean varies;

    private PatternTranslation(String text) {
        this.text = text;
    }

    /** Returns the pattern for {@code java.util.regex.Matcher.find}, or {@code null} if it is none of those taken. */
    static @Nullable String of(String pattern) {
        return pattern.length() > MOST ? null : new PatternTranslation(pattern).translate();
    }

    private @Nullable String translate() {
        boolean anchored = take('^');
        if (anchored) {
            java.append('^');
        }
        while (at < text.length()) {
            if (peek() == '$' && at == text.length() - 1) {
                at++;
                java.append("\\z"); // $ of Java would match before a last line break, too
            } else if (!atom() || !quantifier()) {
                return null;
            }
        }
        return varies && !anchored ? null : java.toString();
    }

    private boolean atom() {
        int next = next();
        return switch (next) {
            case '.' -> append("[^\\n\\r\\u2028\\u2029]");
            case '[' -> characterClass();
            case '\\' -> escape();
            case '^', '$', '|', '(', ')', ']', '{', '}', '*', '+', '?' -> false;
            default -> literal(next);
        };
    }

    /** {@code [a-z_-]}; what Java would read as nested classes or intersections is escaped. */
    private boolean characterClass() {
        java.append('[');
        if (take('^')) {
            java.append('^');
        }
        boolean empty = true;
        while (at < text.length() && peek() != ']') {
            empty = false;
            if (!member()) {
                return false;
            }
        }
        return !empty && take(']') && append("]");
    }

    private boolean member() {
        Integer first = classCharacter();
        if (first == null) {
            return false;
        }
        if (first < 0) {
            return at >= text.length() || peek() != '-'; // a range from \d is read differently by everybody
        }
        literal(first);
        boolean range = at + 1 < text.length() && peek() == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            return true;
        }
        at++;
        Integer last = classCharacter();
        return last != null && last >= first && append("-") && literal(last);
    }

    /** Takes one character of a class: itself, -1 for a shorthand that has been written, or {@code null}. */
    private @Nullable Integer classCharacter() {
        int next = next();
        if (next == '[') {
            return (int) '[';
        }
        if (next != '\\') {
            return next;
        }
        if (at >= text.length()) {
            return null;
        }
        int escaped = next();
        if (isShorthand(escaped)) {
            java.append('\\').append((char) escaped);
            return -1;
        }
        return escapedLiteral(escaped);
    }

    private boolean escape() {
        if (at >= text.length()) {
            return false;
        }
        int escaped = next();
        if (isShorthand(escaped)) {
            return append("\\" + (char) escaped);
        }
        Integer literal = escapedLiteral(escaped);
        return literal != null && literal(literal);
    }

    /** The shorthands that mean ASCII in both. */
    private static boolean isShorthand(int character) {
        return character == 'd' || character == 'D' || character == 'w' || character == 'W';
    }

    private static @Nullable Integer escapedLiteral(int escaped) {
        return switch (escaped) {
            case 'n' -> (int) '\n';
            case 'r' -> (int) '\r';
            case 't' -> (int) '\t';
            default -> Character.isLetterOrDigit(escaped) ? null : (Integer) escaped;
        };
    }

    private boolean quantifier() {
        if (at >= text.length()) {
            return true;
        }
        char next = peek();
        if (next == '*' || next == '+' || next == '?') {
            at++;
            java.append(next);
            return vary();
        }
        return next != '{' || braces();
    }

    private boolean braces() {
        int end = text.indexOf('}', at);
        String inside = end < 0 ? "" : text.substring(at + 1, end);
        if (!inside.matches("\\d{1,4}(,(\\d{1,4})?)?")) {
            return false;
        }
        String[] ends = inside.split(",", -1);
        boolean open = ends.length == 2 && ends[1].isEmpty();
        int min = Integer.parseInt(ends[0]);
        int max = ends.length == 1 || open ? min : Integer.parseInt(ends[1]);
        if (max < min || max > MOST) {
            return false;
        }
        at = end + 1;
        java.append('{').append(inside).append('}');
        return min == max && !open ? !isQuantifier() : vary();
    }

    /** Two parts that vary can share what they match in more ways than a string has characters. */
    private boolean vary() {
        boolean first = !varies;
        varies = true;
        return first && !isQuantifier();
    }

    private boolean isQuantifier() {
        return at < text.length() && "*+?{".indexOf(peek()) >= 0;
    }

    private boolean literal(int character) {
        boolean plain = character < 0x7F && Character.isLetterOrDigit(character) || character == '_';
        if (plain) {
            return append(Character.toString(character));
        }
        boolean sign = character > ' ' && character < 0x7F;
        return append(sign ? "\\" + (char) character : "\\x{" + Integer.toHexString(character) + "}");
    }

    private boolean append(String part) {
        java.append(part);
        return true;
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private char peek() {
        return text.charAt(at);
    }

    private int next() {
        int next = text.codePointAt(at);
        at += Character.charCount(next);
        return next;
    }
}
