package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpTransport;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a client reaches its API: immutable; one instance may serve many clients. */
public final class ClientOptions {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(30);
    private static final long DEFAULT_MAX_RESPONSE_BYTES = 256L * 1024 * 1024;
    private static final String DEFAULT_USER_AGENT = "parley-java";

    private final BaseUrl baseUrl;
    private final Supplier<? extends @Nullable String> credential;
    private final @Nullable String credentialHint;
    private final HttpHeaders headers;
    private final Duration timeout;
    private final Duration connectTimeout;
    private final @Nullable HttpTransport transport;
    private final String userAgent;
    private final long maxResponseBytes;

    private ClientOptions(Builder builder, BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
        credential = builder.credential;
        credentialHint = builder.credentialHint;
        headers = builder.headers.build();
        timeout = builder.timeout;
        connectTimeout = builder.connectTimeout;
        transport = builder.transport;
        userAgent = builder.userAgent;
        maxResponseBytes = builder.maxResponseBytes;
    }

    /** Returns a builder with the defaults; the base URL must be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that holds these options, credential included. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Returns the address that all paths stand below, without a slash at its end. */
    public String baseUrl() {
        return baseUrl.toString();
    }

    /** Returns the headers that go out with every call, beside those that the connection sets. */
    public HttpHeaders headers() {
        return headers;
    }

    /** Returns the time that a call may take, from sending to the last byte of the answer. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns the time that making a connection may take. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** Returns the transport to use, or null for one over {@code java.net.http}. */
    public @Nullable HttpTransport transport() {
        return transport;
    }

    /** Returns the value of the header {@code user-agent}. */
    public String userAgent() {
        return userAgent;
    }

    /** Returns the size in bytes that the body of an answer may have. */
    public long maxResponseBytes() {
        return maxResponseBytes;
    }

    BaseUrl base() {
        return baseUrl;
    }

    @Nullable
    String currentCredential() {
        return credential.get();
    }

    @Nullable
    String credentialHint() {
        return credentialHint;
    }

    /** Returns the options without the credential, and with headers that may hold a secret masked. */
    @Override
    public String toString() {
        return "ClientOptions[baseUrl=" + baseUrl + ", headers=" + headers + ", timeout=" + timeout
                + ", connectTimeout=" + connectTimeout + ", userAgent=" + userAgent + ", maxResponseBytes="
                + maxResponseBytes + "]";
    }

    /** Collects options; every setter refuses what cannot work. */
    public static final class Builder {
        private @Nullable BaseUrl baseUrl;
        private Supplier<? extends @Nullable String> credential = () -> null;
        private @Nullable String credentialHint;
        private final HttpHeaders.Builder headers;
        private Duration timeout = DEFAULT_TIMEOUT;
        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private @Nullable HttpTransport transport;
        private String userAgent = DEFAULT_USER_AGENT;
        private long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;

        private Builder() {
            headers = HttpHeaders.builder();
        }

        private Builder(ClientOptions options) {
            baseUrl = options.baseUrl;
            credential = options.credential;
            credentialHint = options.credentialHint;
            headers = options.headers.toBuilder();
            timeout = options.timeout;
            connectTimeout = options.connectTimeout;
            transport = options.transport;
            userAgent = options.userAgent;
            maxResponseBytes = options.maxResponseBytes;
        }

        /**
         * Sets the address that all paths stand below, such as {@code https://api.openai.com/v1}.
         *
         * @throws IllegalArgumentException if it is not http or https, or has a query, a fragment or user information;
         *     the message does not echo it
         */
        public Builder baseUrl(String url) {
            baseUrl = BaseUrl.parse(Objects.requireNonNull(url, "baseUrl"));
            return this;
        }

        /**
         * Sets the bearer token that every call carries.
         *
         * @throws IllegalArgumentException if it cannot be sent in a header, for example for a line break at its end
         */
        public Builder credential(String token) {
            HeaderSyntax.requireSendable(RequestAssembler.AUTHORIZATION, token);
            credential = () -> token;
            return this;
        }

        /**
         * Sets where the bearer token comes from; asked for each call, so it may change. If it gives null or blank
         * text, the call fails with an {@link IllegalStateException}, unless a header carries a credential instead.
         */
        public Builder credential(Supplier<? extends @Nullable String> source) {
            credential = Objects.requireNonNull(source, "credential");
            return this;
        }

        /** Sets how a user of the client sets its credential, for example {@code set OPENAI_API_KEY}; for messages. */
        public Builder credentialHint(String hint) {
            credentialHint = Objects.requireNonNull(hint, "credentialHint");
            return this;
        }

        /**
         * Sets a header that goes out with every call.
         *
         * @throws IllegalArgumentException if name or value cannot be sent; the message holds the name, never the value
         */
        public Builder header(String name, String value) {
            HeaderSyntax.requireSendable(name, value);
            headers.set(name, value);
            return this;
        }

        /** Sets the time that a call may take, from sending to the last byte of the answer; 10 minutes by default. */
        public Builder timeout(Duration duration) {
            timeout = positive("timeout", duration);
            return this;
        }

        /**
         * Sets the time that making a connection may take; 30 seconds by default. A transport of the user's own is not
         * concerned by it.
         */
        public Builder connectTimeout(Duration duration) {
            connectTimeout = positive("connectTimeout", duration);
            return this;
        }

        /** Sets the transport, which whoever made it closes; by default, each connection makes one and closes it. */
        public Builder transport(HttpTransport own) {
            transport = Objects.requireNonNull(own, "transport");
            return this;
        }

        /**
         * Sets the value of the header {@code user-agent}.
         *
         * @throws IllegalArgumentException if it cannot be sent in a header
         */
        public Builder userAgent(String value) {
            HeaderSyntax.requireSendable(RequestAssembler.USER_AGENT, value);
            userAgent = value;
            return this;
        }

        /**
         * Sets the size in bytes that the body of an answer may have, 256 MiB by default. A larger one is given up with
         * a {@link dev.parley.runtime.error.TransportException}.
         *
         * @throws IllegalArgumentException if it is not positive, or larger than an array can be
         */
        public Builder maxResponseBytes(long bytes) {
            if (bytes <= 0 || bytes > BodyReader.LARGEST_LIMIT) {
                throw new IllegalArgumentException(
                        "maxResponseBytes is " + bytes + "; it must be 1 to " + BodyReader.LARGEST_LIMIT);
            }
            maxResponseBytes = bytes;
            return this;
        }

        /**
         * Returns the options as set so far.
         *
         * @throws IllegalStateException if no base URL is set
         */
        public ClientOptions build() {
            if (baseUrl == null) {
                throw new IllegalStateException("no base URL is set: call baseUrl(...)");
            }
            return new ClientOptions(this, baseUrl);
        }

        private static Duration positive(String name, Duration duration) {
            if (Objects.requireNonNull(duration, name).isZero() || duration.isNegative()) {
                throw new IllegalArgumentException(name + " is " + duration + "; it must be positive");
            }
            return duration;
        }
    }
}
