package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonNumber;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/**
 * Finds a member of an object before the object is read, on the bytes, without moving the parser.
 *
 * <p>It understands just enough JSON to step over names and values, and checks none of it: whatever is looked at here is
 * read by the parser afterwards, which then finds what is malformed. On malformed text it says anything, but says it.
 */
final class Lookahead {
    static final int ABSENT = -1;

    private final InputParser parser;
    private final JsonBytes bytes;
    private byte[] json;
    private int limit;

    Lookahead(InputParser parser) {
        this.parser = parser;
        bytes = parser.bytes();
        reset();
    }

    /** Looks from now on at what the parser reads. */
    void reset() {
        json = bytes.array();
        limit = parser.limit();
    }

    /**
     * Returns the index of the first byte of the value of a member, of two with the same name that of the first; {@link
     * #ABSENT} if there is no such member.
     *
     * @param from the index after the opening bracket of the object
     */
    int value(int from, String name) {
        int at = next(from);
        boolean first = true;
        while (at < limit && json[at] == '"') {
            int end = closingQuote(at + 1);
            boolean found = isName(at + 1, end, name);
            at = next(end + 1);
            if (found) {
                return at < limit ? at : ABSENT;
            }
            at = next(first && at < limit && json[at] == '"' ? afterFirstString(at + 1) : afterValue(at));
            first = false;
        }
        return ABSENT;
    }

    /** Returns the kind of the value that starts there. */
    JsonKind kind(int value) {
        return JsonKind.startingWith(json[value]);
    }

    /** Returns the string that starts there, or a boolean or number as text, or the empty string for anything else. */
    String word(int value) {
        return switch (json[value]) {
            case '"' -> string(value);
            case 't' -> "true";
            case 'f' -> "false";
            case 'n', '{', '[' -> "";
            default -> number(value);
        };
    }

    private String string(int value) {
        String word = Vocabulary.SHARED.quoted(bytes, value + 1, limit);
        if (word == null) {
            return decoded(value, closingQuote(value + 1) + 1);
        }
        parser.knownWord(value + 1, word);
        return word;
    }

    /** A whole number has the same text in whatever notation. */
    private String number(int value) {
        int length = afterScalar(value) - value;
        String literal = new String(json, value, length, StandardCharsets.ISO_8859_1).strip();
        try {
            return Long.toString(JsonNumber.of(literal).longValue());
        } catch (IllegalArgumentException | ArithmeticException malformedOrNotWhole) {
            return literal;
        }
    }

    /** Returns the index of the next byte that is neither blank nor a comma or colon. */
    private int next(int from) {
        int at = from;
        while (at < limit && (json[at] == ' ' || json[at] == ',' || json[at] == ':' || isBreak(json[at]))) {
            at++;
        }
        return at;
    }

    private int afterValue(int value) {
        if (value >= limit) {
            return value;
        }
        return switch (json[value]) {
            case '"' -> closingQuote(value + 1) + 1;
            case '{', '[' -> afterStructure(value + 1);
            default -> afterScalar(value);
        };
    }

    /** Steps over a string, an id as often as not, and saves the parser from looking for its end again. */
    private int afterFirstString(int from) {
        int end = bytes.afterPlain(from, limit);
        if (end < limit && json[end] == '"') {
            parser.plainString(from, end);
        }
        return closingQuote(end) + 1;
    }

    private int afterStructure(int inside) {
        int open = 1;
        int at = inside;
        while (at < limit) {
            switch (json[at++]) {
                case '"' -> at = closingQuote(at) + 1;
                case '{', '[' -> open++;
                case '}', ']' -> {
                    if (--open == 0) {
                        return at;
                    }
                }
                default -> {}
            }
        }
        return at;
    }

    private int afterScalar(int value) {
        int at = value + 1;
        while (at < limit && json[at] != ',' && json[at] != '}' && json[at] != ']' && !isBreak(json[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBreak(byte next) {
        return next == '\n' || next == '\r' || next == '\t';
    }

    /** Returns the index of the quote that ends the string whose first character is at {@code from}. */
    private int closingQuote(int from) {
        int at = bytes.afterPlain(from, limit);
        while (at < limit && json[at] != '"') {
            at = bytes.afterPlain(json[at] == '\\' ? at + 2 : at + 1, limit);
        }
        return Math.min(at, limit);
    }

    private boolean isName(int start, int end, String name) {
        int length = end - start;
        for (int i = 0; i < length; i++) {
            byte next = json[start + i];
            if (next == '\\' || next < 0) {
                return decoded(start - 1, end + 1).equals(name);
            }
            if (i == name.length() || next != name.charAt(i)) {
                return false;
            }
        }
        return length == name.length();
    }

    /** Returns the string between two quotes, or the empty string if it is malformed. */
    private String decoded(int start, int end) {
        if (end > limit) {
            return "";
        }
        try (InputParser quoted = InputParser.over(json, start, end)) {
            quoted.nextToken();
            return quoted.getString();
        } catch (JacksonException malformed) {
            return "";
        }
    }
}
