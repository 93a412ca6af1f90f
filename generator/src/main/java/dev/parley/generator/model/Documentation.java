package dev.parley.generator.model;

/**
 * Prose of the document about one thing.
 *
 * @param text Markdown as it stands in the document, stripped, empty if there is none; untrusted, never code
 */
public record Documentation(String text) {

    /** No prose. */
    public static final Documentation NONE = new Documentation("");

    /** Returns whether there is no prose. */
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
