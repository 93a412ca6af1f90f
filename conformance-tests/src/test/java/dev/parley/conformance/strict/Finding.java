package dev.parley.conformance.strict;

/**
 * A violation, and of what.
 *
 * @param document the name of the document
 * @param exchange what was looked at: {@code POST /v1/conversations}, and {@code 200} behind it if it is an answer
 * @param violation what was found
 */
public record Finding(String document, String exchange, Violation violation) {

    @Override
    public String toString() {
        return document + ", " + exchange + ": " + violation;
    }
}
