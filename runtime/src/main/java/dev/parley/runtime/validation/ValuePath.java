package dev.parley.runtime.validation;

import java.util.ArrayDeque;
import java.util.Deque;

/** The way to a value of a request; written as a JSONPath in the sense of RFC 9535 only when somebody asks. */
final class ValuePath {

    private static final String BODY = "$";

    /** Characters of a name; a longer one is cut. */
    private static final int NAME = 64;

    private final Deque<Object> steps = new ArrayDeque<>();
    private String root = BODY;

    /** Starts anew at a parameter. */
    void startAt(String parameter) {
        root = parameter;
    }

    /** Starts anew at the body. */
    void startAtBody() {
        root = BODY;
    }

    void enter(String member) {
        steps.addLast(member);
    }

    void enter(int index) {
        steps.addLast(index);
    }

    void leave() {
        steps.removeLast();
    }

    @Override
    public String toString() {
        StringBuilder path = new StringBuilder(root);
        for (Object step : steps) {
            if (step instanceof String name) {
                append(path, name);
            } else {
                path.append('[').append(step).append(']');
            }
        }
        return path.toString();
    }

    private static void append(StringBuilder path, String name) {
        if (name.length() <= NAME && name.matches("[A-Za-z_][A-Za-z_0-9]*")) {
            path.append('.').append(name);
            return;
        }
        path.append("['");
        name.codePoints().limit(NAME).forEach(next -> {
            if (next == '\'' || next == '\\') {
                path.append('\\').append((char) next);
            } else if (isPlain(next)) {
                path.appendCodePoint(next);
            } else {
                path.append(String.format("\\u%04x", next));
            }
        });
        path.append(name.codePointCount(0, name.length()) > NAME ? "…']" : "']");
    }

    /** A path may end up in a log: nothing in it breaks the line. */
    private static boolean isPlain(int character) {
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        return !Character.isISOControl(character) && !surrogate && character != 0x2028 && character != 0x2029;
    }
}
