package dev.parley.generator.spec;

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

    @Override
    public String toString() {
        return parent == null ? "" : parent + "/" + token.replace("~", "~0").replace("/", "~1");
    }
}
