package dev.parley.generator.jsonpath;

/** A supply of steps: a query takes one for each node that it looks at, and for each character that a pattern tries. */
public final class Steps {

    private long left;

    /** Makes a supply. */
    public Steps(long steps) {
        left = steps;
    }

    void take() {
        if (--left < 0) {
            throw new JsonPathException("it looks at too much; name the members on the way instead of '..' and '*'");
        }
    }
}
