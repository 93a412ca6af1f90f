package dev.parley.generator.jsonpath;

/** A text that is no JSONPath, or a query that goes beyond its limits. The message says what is wrong, and where. */
public final class JsonPathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonPathException(String message) {
        super(message);
    }
}
