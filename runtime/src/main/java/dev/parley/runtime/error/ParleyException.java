package dev.parley.runtime.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that a call through a generated client throws on purpose; unchecked. */
public abstract class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int attempts;

    /**
     * Makes an exception that does not count attempts.
     *
     * @param message what went wrong, free of credentials and of dumped bodies
     * @param cause what lies beneath, or null
     */
    protected ParleyException(String message, @Nullable Throwable cause) {
        this(message, cause, 0);
    }

    /**
     * Makes an exception.
     *
     * @param message what went wrong, free of credentials and of dumped bodies
     * @param cause what lies beneath, or null
     * @param attempts how many attempts were made, 0 if none or if it is not known
     */
    protected ParleyException(String message, @Nullable Throwable cause, int attempts) {
        super(message, cause);
        this.attempts = attempts;
    }

    /**
     * Returns how many attempts the call made before it failed; at least 1 for an {@link ApiException}, a
     * {@link TransportException} and a {@link TimeoutException} of a call that got as far as its first attempt, 0 for
     * what is not about attempts, such as a {@link DecodingException}.
     */
    public final int attempts() {
        return attempts;
    }
}
