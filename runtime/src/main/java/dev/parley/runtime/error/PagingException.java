package dev.parley.runtime.error;

/** The pages of a list cannot be walked to their end: a cursor came up again, or is missing. */
public final class PagingException extends ParleyException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message for the developer who reads the log. */
    public PagingException(String message) {
        super(message, null);
    }
}
