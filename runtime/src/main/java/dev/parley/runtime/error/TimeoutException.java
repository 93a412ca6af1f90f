package dev.parley.runtime.error;

import org.jspecify.annotations.Nullable;

/** The time that the client allows ran out before the connection was made or the answer was complete. */
public final class TimeoutException extends TransportException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message for the developer who reads the log, and the failure behind it, if any. */
    public TimeoutException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Makes an exception that also says how many attempts were made. */
    public TimeoutException(String message, @Nullable Throwable cause, int attempts) {
        super(message, cause, attempts);
    }
}
