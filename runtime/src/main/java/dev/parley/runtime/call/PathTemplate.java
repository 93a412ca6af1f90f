package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A path such as {@code /conversations/{conversation_id}/items}, taken apart once; behind a question mark it may have a
 * query that goes out with every call.
 */
final class PathTemplate {
    private static final String PATH_PUNCTUATION = "-._~!$&'()*+,;=:@/";
    private static final String QUERY_PUNCTUATION = "-._~!$'()*+,;=:@/?&";

    private final String text;
    private final String query;
    private final List<String> parameters = new ArrayList<>();

    /** The text before each parameter, and behind the last one. */
    private final List<String> literals = new ArrayList<>();

    PathTemplate(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("the path template '" + text + "' does not start with '/'");
        }
        this.text = text;
        int mark = text.indexOf('?');
        String path = mark < 0 ? text : text.substring(0, mark);
        query = mark < 0 ? "" : text.substring(mark + 1);
        int end = 0;
        for (int open = path.indexOf('{'); open >= 0; open = path.indexOf('{', open + 1)) {
            int close = closing(path, open);
            if (close >= 0) {
                literals.add(path.substring(end, open));
                parameters.add(path.substring(open + 1, close));
                end = close + 1;
            }
        }
        literals.add(path.substring(end));
        for (String literal : literals) {
            if (!isEncoded(literal, PATH_PUNCTUATION)) {
                throw new IllegalArgumentException("the path template '" + text
                        + "' has braces that do not pair, or a character that a path cannot hold unencoded");
            }
        }
        if (mark >= 0 && (query.isEmpty() || !isEncoded(query, QUERY_PUNCTUATION))) {
            throw new IllegalArgumentException(
                    "the path template '" + text + "' has a character that a query cannot hold unencoded");
        }
    }

    /** Returns where the brace closes that opens here, or -1 if a name cannot stand between. */
    private static int closing(String path, int open) {
        for (int i = open + 1; i < path.length(); i++) {
            switch (path.charAt(i)) {
                case '{', '/' -> {
                    return -1;
                }
                case '}' -> {
                    return i > open + 1 ? i : -1;
                }
                default -> {}
            }
        }
        return -1;
    }

    /** Returns whether there are only ASCII letters, digits, the punctuation given and percent-encoded bytes. */
    private static boolean isEncoded(String text, String punctuation) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 2 >= text.length() || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                    return false;
                }
                i += 2;
            } else if (!isLetterOrDigit(c) && punctuation.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isHex(char c) {
        return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9');
    }

    /** Returns the query that goes out with every call, without its question mark; empty for none. */
    String query() {
        return query;
    }

    /** Returns how many parameters the path has. */
    int size() {
        return parameters.size();
    }

    /** Returns the index of a parameter, or -1 if the path does not have it. */
    int index(String parameter) {
        return parameters.indexOf(parameter);
    }

    /**
     * Fills in the parameters.
     *
     * @param base what stands before the path
     * @param queryText what stands behind it
     * @param values the percent-encoded value of each parameter, in their order; null where one is missing
     * @throws IllegalStateException if parameters are missing; the message names every one of them
     * @throws IllegalArgumentException if a segment comes out as {@code .} or {@code ..}
     */
    String expand(String base, @Nullable String[] values, String queryText) {
        String[] parts = new String[2 * values.length + 3];
        parts[0] = base;
        parts[1] = literals.get(0);
        for (int i = 0; i < values.length; i++) {
            String value = values[index(parameters.get(i))]; // one may stand twice
            if (value == null) {
                throw new IllegalStateException(text + ": missing path parameters " + missing(values));
            }
            parts[2 * i + 2] = value;
            parts[2 * i + 3] = literals.get(i + 1);
        }
        parts[parts.length - 1] = queryText;
        String whole = String.join("", parts); // makes no copy, as a builder would
        refuseDotSegments(whole, base.length(), whole.length() - queryText.length());
        return whole;
    }

    private String missing(@Nullable String[] values) {
        StringJoiner missing = new StringJoiner(", ");
        for (int i = 0; i < values.length; i++) {
            if (values[index(parameters.get(i))] == null) {
                missing.add(parameters.get(i));
            }
        }
        return missing.toString();
    }

    /** A server or a proxy resolves such a segment, and the call lands on another resource. */
    private void refuseDotSegments(String path, int from, int end) {
        if (path.indexOf("/.", Math.max(0, from - 1)) < 0 && !path.startsWith(".", from)) {
            return; // as nearly always: no segment begins with a dot
        }
        int start = from;
        for (int i = from; i <= end; i++) {
            if (i == end || path.charAt(i) == '/') {
                int dots = 0;
                while (start + dots < i && path.charAt(start + dots) == '.') {
                    dots++;
                }
                if (dots == i - start && (dots == 1 || dots == 2)) {
                    throw new IllegalArgumentException(text + ": the path parameters make the segment '"
                            + path.substring(start, i) + "', which would change the path");
                }
                start = i + 1;
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
