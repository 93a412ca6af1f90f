package dev.parley.runtime.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.TokenStreamContext;

/** Writes where a parser stands as a JSONPath in the sense of RFC 9535, such as {@code $.data[3]['a b']}. */
final class JsonPath {

    private JsonPath() {}

    /**
     * Returns the path from one scope to another.
     *
     * @param from the scope that the path starts inside of: that of the value which {@code $} stands for; null to start at
     *     the document
     * @param to the innermost scope
     */
    static String between(@Nullable TokenStreamContext from, TokenStreamContext to) {
        StringBuilder path = new StringBuilder("$");
        append(path, from, to);
        return path.toString();
    }

    private static void append(StringBuilder path, @Nullable TokenStreamContext from, TokenStreamContext to) {
        if (to == from || to.inRoot()) {
            return;
        }
        append(path, from, to.getParent());
        if (to.inArray()) {
            if (to.hasCurrentIndex()) {
                path.append('[').append(to.getCurrentIndex()).append(']');
            }
        } else if (to.hasCurrentName()) {
            appendName(path, to.currentName());
        }
    }

    private static void appendName(StringBuilder path, String name) {
        if (isShorthand(name)) {
            path.append('.').append(name);
            return;
        }
        path.append("['");
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            if (next == '\'' || next == '\\') {
                path.append('\\').append(next);
            } else if (next < ' ' || Character.isSurrogate(next) || next == 0x7F) {
                path.append("\\u").append(String.format("%04x", (int) next));
            } else {
                path.append(next);
            }
        }
        path.append("']");
    }

    private static boolean isShorthand(String name) {
        for (int i = 0; i < name.length(); i++) {
            char next = name.charAt(i);
            boolean letter = next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z' || next == '_';
            if (!letter && (i == 0 || next < '0' || next > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
