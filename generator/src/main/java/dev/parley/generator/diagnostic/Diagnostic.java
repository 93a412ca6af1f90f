package dev.parley.generator.diagnostic;

import java.util.Locale;

/**
 * One thing to say about the document.
 *
 * @param severity whether generation can go on
 * @param code a short stable name of the rule in kebab case, such as {@code required-without-property}
 * @param pointer the place: a JSON pointer (RFC 6901) into the document after overlays, a file with line and column, an
 *     overlay with the pointer of its action, or empty for the document itself
 * @param message what is the matter, one sentence without a full stop
 * @param hint what to do about it, one sentence without a full stop
 */
public record Diagnostic(Severity severity, String code, String pointer, String message, String hint) {

    /** How bad it is. */
    public enum Severity {
        /** No client can be generated soundly; nothing is written. */
        ERROR,
        /** The client is sound, but the document is probably not what its author meant. */
        WARNING,
        /** A choice that the generator made and that a reader may want to know. */
        NOTE
    }

    /** Returns one line for people: severity, place, message, hint and code. */
    @Override
    public String toString() {
        String place = pointer.isEmpty() ? "document" : pointer;
        return severity.name().toLowerCase(Locale.ROOT) + " " + place + ": " + sentence(message) + " " + sentence(hint)
                + " [" + code + "]";
    }

    /** Opens with a capital, unless the first word is the name of an extension, and ends with a full stop. */
    private static String sentence(String text) {
        boolean isWord = !text.isEmpty() && !text.startsWith("x-");
        return (isWord ? Character.toUpperCase(text.charAt(0)) + text.substring(1) : text) + ".";
    }
}
