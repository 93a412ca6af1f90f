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
    private final @Nullable BodySource source;
    private final Duration timeout;

    /**
     * Makes a request whose body is in memory; {@link Builder#source} sets one that is not.
     *
     * @param method the HTTP method, in upper case
     * @param uri the absolute address, percent-encoded
     * @param headers the headers, credential included
     * @param body the bytes of the body, not copied, or null for a request without one
     * @param timeout the time from sending to the last byte of the answer; positive
     */
    public HttpRequest(String method, URI uri, HttpHeaders headers, byte @Nullable [] body, Duration timeout) {
        this(method, uri, headers, body, null, timeout);
    }

    private HttpRequest(
            String method,
            URI uri,
            HttpHeaders headers,
            byte @Nullable [] body,
            @Nullable BodySource source,
            Duration timeout) {
        this.method = Objects.requireNonNull(method, "method");
        this.uri = Objects.requireNonNull(uri, "uri");
        this.headers = Objects.requireNonNull(headers, "headers");
        this.body = body;
        this.source = source;
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

    /**
     * Returns the body itself, not a copy: it must not be changed; null if the request has none.
     *
     * @throws IllegalStateException if the body is not in memory but has a {@link #source}: whoever sends or signs
     *     requests has to know of both
     */
    public byte @Nullable [] body() {
        if (source != null) {
            throw new IllegalStateException("the body of " + this + " is not in memory: read it from source()");
        }
        return body;
    }

    /** Returns what the body is read from while it is sent; null if it is in memory, or the request has none. */
    public @Nullable BodySource source() {
        return source;
    }

    /** Returns whether the request has a body, in memory or not. */
    public boolean hasBody() {
        return body != null || source != null;
    }

    /** Returns the time from sending to the last byte of the answer. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns a builder that holds this request. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns the method and the address without its query, nor a user or password that it may hold. */
    @Override
    public String toString() {
        String authority = String.valueOf(uri.getRawAuthority());
        String server = authority.substring(authority.lastIndexOf('@') + 1);
        return method + " " + uri.getScheme() + "://" + server + uri.getRawPath();
    }

    /** Changes a request into another one. */
    public static final class Builder {
        private String method;
        private URI uri;
        private HttpHeaders.Builder headers;
        private byte @Nullable [] body;
        private @Nullable BodySource source;
        private Duration timeout;

        private Builder(HttpRequest request) {
            method = request.method;
            uri = request.uri;
            headers = request.headers.toBuilder();
            body = request.body;
            source = request.source;
            timeout = request.timeout;
        }

        /** Sets the HTTP method, in upper case. */
        public Builder method(String name) {
            method = Objects.requireNonNull(name, "method");
            return this;
        }

        /** Sets the absolute address, percent-encoded. */
        public Builder uri(URI address) {
            uri = Objects.requireNonNull(address, "uri");
            return this;
        }

        /**
         * Sets the only value of a header, dropping those that it has.
         *
         * @throws IllegalArgumentException if name or value cannot be sent; the message holds the name, never the value
         */
        public Builder header(String name, String value) {
            HeaderSyntax.requireSendable(name, value);
            headers.set(name, value);
            return this;
        }

        /**
         * Adds a value to a header, behind those that it has.
         *
         * @throws IllegalArgumentException if name or value cannot be sent; the message holds the name, never the value
         */
        public Builder addHeader(String name, String value) {
            HeaderSyntax.requireSendable(name, value);
            headers.add(name, value);
            return this;
        }

        /** Removes a header, if it is there. */
        public Builder removeHeader(String name) {
            headers.remove(name);
            return this;
        }

        /** Sets all headers in place of those that the request has. */
        public Builder headers(HttpHeaders all) {
            headers = all.toBuilder();
            return this;
        }

        /** Sets the bytes of the body, not copied, or null for none. */
        public Builder body(byte @Nullable [] bytes) {
            body = bytes;
            source = null;
            return this;
        }

        /** Sets a body that is read while it is sent. */
        public Builder source(BodySource bytes) {
            body = null;
            source = Objects.requireNonNull(bytes, "source");
            return this;
        }

        /**
         * Sets the time from sending to the last byte of the answer.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder timeout(Duration duration) {
            if (Objects.requireNonNull(duration, "timeout").isZero() || duration.isNegative()) {
                throw new IllegalArgumentException("timeout is " + duration + "; it must be positive");
            }
            timeout = duration;
            return this;
        }

        /** Returns the request. */
        public HttpRequest build() {
            return new HttpRequest(method, uri, headers.build(), body, source, timeout);
        }
    }
}
