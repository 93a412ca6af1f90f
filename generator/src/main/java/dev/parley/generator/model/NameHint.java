package dev.parley.generator.model;

/**
 * What the document says about a name; the Java name itself is decided in {@code naming}.
 *
 * @param text the words as they stand in the document: a component key, a wire name, a title or an {@code x-java-name}
 * @param curated whether a person chose the words with {@code x-java-name}: then the Java name is exactly this or an error
 */
public record NameHint(String text, boolean curated) {

    /** Returns a hint that comes from the document itself. */
    public static NameHint of(String text) {
        return new NameHint(text, false);
    }

    /** Returns a hint that a person chose. */
    public static NameHint curated(String text) {
        return new NameHint(text, true);
    }
}
