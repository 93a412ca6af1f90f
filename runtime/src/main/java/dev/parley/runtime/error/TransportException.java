package dev.parley.runtime.error;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came back: the connection could not be made, broke, or carried something that is not HTTP; the
 * answer was larger than the client allows; or the calling thread was interrupted, in which case its interrupt flag is
 * set. Whether the server carried the request out is not known.
 */
public class TransportException extends ParleyException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message for the developer who reads the log, and the failure behind it, if any. */
    public TransportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes an exception that also says how many attempts were made. */
    public TransportException(String message, @Nullable Throwable cause, int attempts) {
        super(message, cause, attempts);
    }
}
