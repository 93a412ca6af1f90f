package dev.parley.generator.model;

import java.util.List;

/**
 * How the answer of an operation is read.
 *
 * @param nullable whether there is a success without a body, beside one with it
 * @param accept the media types to ask for, with commas between them
 * @param headers the headers that the document names for an answer
 */
public record Answering(Kind kind, boolean nullable, String accept, List<String> headers) {

    /** As JSON of the plain type. */
    public static final Answering JSON = new Answering(Kind.JSON, false, "application/json", List.of());

    public Answering {
        headers = List.copyOf(headers);
    }

    /** What an answer is read as. */
    public enum Kind {
        /** JSON. */
        JSON,
        /** Text. */
        TEXT,
        /** Bytes, as they come in. */
        CONTENT
    }
}
