package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The answer of a server: its status and headers, and its body as it comes in. Whoever gets it closes it. */
public final class HttpResponse implements AutoCloseable {
    private final int status;
    private final HttpHeaders headers;
    private final InputStream body;

    /**
     * Makes an answer.
     *
     * @param status the status code
     * @param headers the headers
     * @param body the body, empty if there is none
     */
    public HttpResponse(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Returns the status code. */
    public int status() {
        return status;
    }

    /** Returns the headers. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Returns the body, always the same stream; a read that outlasts the timeout of the request throws. */
    public InputStream body() {
        return body;
    }

    /**
     * Closes the body, and gives up the connection if the body was not read to its end. A failure to close is of no
     * consequence: by then the body was read, or is not wanted.
     */
    @Override
    public void close() {
        try {
            body.close();
        } catch (IOException ignored) {
            // nothing is left to save
        }
    }

    /** Returns the status and the headers, those that may hold a secret masked. */
    @Override
    public String toString() {
        return status + " " + headers;
    }
}
