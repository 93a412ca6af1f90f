package dev.parley.runtime.codec;

/**
 * Well-formed JSON that does not fit the type it is read as. Thrown without a stack trace, since a union catches it to
 * keep the value as unknown, and caught at the latest where the document ends.
 */
final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String path;

    /**
     * Makes a mismatch.
     *
     * @param path where, starting at the value of the innermost union around it, or else at the document
     * @param reason what does not fit
     */
    Mismatch(String path, String reason) {
        super(reason, null, false, false);
        this.path = path;
    }

    String path() {
        return path;
    }

    String reason() {
        return getMessage();
    }

    /** Returns for example {@code $.content: expected an array, found a string}. */
    String description() {
        return path + ": " + getMessage();
    }
}
