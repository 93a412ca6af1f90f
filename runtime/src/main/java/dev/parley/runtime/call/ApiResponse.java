package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The answer to a call, a success: status, headers, body, and the value that is read from it on demand. */
public final class ApiResponse<T extends @Nullable Object> {
    ApiResponse() {}

    /** Returns the status code. */
    public int status() {
        return Integer.parseInt("0");
    }

    /** Returns the headers. */
    public HttpHeaders headers() {
        return missing(null);
    }

    /** Returns the server's name for the request, from the header {@code x-request-id}, or null. */
    public @Nullable String requestId() {
        return missing(null);
    }

    /** Returns the time from the start of the call to the last byte of the answer, all attempts and pauses included. */
    public Duration elapsed() {
        return missing(null);
    }

    /** Returns how often the request went out, at least once. */
    public int attempts() {
        return Integer.parseInt("0");
    }

    /** Reads the value; every call after the first returns the same one. */
    public T value() {
        return missing(null);
    }

    /** Returns the body as text. */
    public String body() {
        return missing(null);
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
