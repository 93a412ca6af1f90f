package dev.parley.generator.spec;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree, written as a JSON pointer (RFC 6901) only when somebody asks.
 *
 * @param parent the place that holds this one, or {@code null} for the root
 * @param token the member name or index, unescaped
 */
record Pointer(@Nullable Pointer parent, String token) {

    /** The whole tree. */
    static final Pointer ROOT = new Pointer(null, "");

    /** Returns the place of a member. */
    Pointer child(String name) {
        return new Pointer(this, name);
    }

    /** Returns the place of an element. */
    Pointer child(int index) {
        return child(Integer.toString(index));
    }

    /** Returns the names and indexes on the way from the root, unescaped. */
    List<String> tokens() {
        Deque<String> tokens = new ArrayDeque<>();
        for (Pointer at = this; at.parent != null; at = at.parent) {
            tokens.addFirst(at.token);
        }
        return List.copyOf(tokens);
    }

    /** Returns a token as it is written in a pointer. */
    static String escaped(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        tokens().forEach(name -> text.append('/').append(escaped(name)));
        return text.toString();
    }
}
