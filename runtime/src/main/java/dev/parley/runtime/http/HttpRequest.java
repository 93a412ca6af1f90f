package dev.parley.runtime.http;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as it goes over the wire. */
public final class HttpRequest {
    private final String method;
    private final URI uri;
    private final HttpHeaders headers;
    private final byte @Nullable [] body;
    private final Duration timeout;

    /**
     * Makes a request.
     *
     * @param method the HTTP method, in upper case
     * @param uri the absolute address, percent-encoded
     * @param headers the headers, credential included
     * @param body the bytes of the body, not copied, or null for a request without one
     * @param timeout the time from sending to the last byte of the answer; positive
     */
    public HttpRequest(String method, URI uri, HttpHeaders headers, byte @Nullable [] body, Duration timeout) {
        this.method = Objects.requireNonNull(method, "method");
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
        this.timeout = Objects.requireNonNull(timeout, "timeout");
    }

    /** Returns the HTTP method, in upper case. */
    public String method() {
        return method;
    }

    /** Returns the absolute address, percent-encoded. */
    public URI uri() {
        return uri;
    }

    /** Returns the headers, credential included. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Returns the body itself, not a copy: it must not be changed; null if the request has none. */
    public byte @Nullable [] body() {
        return body;
    }

    /** Returns the time from sending to the last byte of the answer. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns the method and the address without its query. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
