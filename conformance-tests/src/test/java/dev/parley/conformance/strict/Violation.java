package dev.parley.conformance.strict;

/**
 * Something that a request or an answer has against a document.
 *
 * @param severity how bad it is
 * @param place where: {@code query limit}, or {@code body} and a JSON pointer, {@code event 3} and a JSON pointer
 * @param message what is wrong
 */
public record Violation(Severity severity, String place, String message) {

    /** How bad it is. */
    public enum Severity {
        /** The document does not allow it. */
        ERROR,
        /** The document does not name the member: most of its objects allow more members than they name. */
        UNKNOWN_MEMBER
    }

    static Violation error(String place, String message) {
        return new Violation(Severity.ERROR, place, message);
    }

    static Violation unknownMember(String place, String name) {
        return new Violation(Severity.UNKNOWN_MEMBER, place, "the document names no member '" + name + "'");
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        return place.strip() + ": " + message;
    }
}
