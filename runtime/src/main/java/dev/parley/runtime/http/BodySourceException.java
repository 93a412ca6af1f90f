package dev.parley.runtime.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The body of a request could not be read where it comes from. No other attempt is made: it would end the same way. */
public final class BodySourceException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with what went wrong, and where that came from if it is known. */
    public BodySourceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
