package dev.parley.generator.jsonpath;

/** A supply of steps: a query takes some for each node, text and pattern that it looks at. */
public final class Steps {

    private long left;

    /** Makes a supply. */
    public Steps(long steps) {
        left = steps;
    }

    void take() {
        take(1);
    }

    /** Takes as many as something costs that has no fixed size. */
    void take(long steps) {
        left -= steps;
        if (left < 0) {
            throw new JsonPathException(
                    "it looks at too much; name the members on the way instead of '..' and '*', and compare less");
        }
    }
}
