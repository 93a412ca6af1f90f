package dev.parley.runtime.error;

import org.jspecify.annotations.Nullable;

/** The root of everything that a call through a generated client throws on purpose; unchecked. */
public abstract class ParleyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param message what went wrong, free of credentials and of dumped bodies
     * @param cause what lies beneath, or null
     */
    protected ParleyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
