package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** How a client reaches its API: immutable; one instance may serve many clients. */
public final class ClientOptions {
    private final BaseUrl baseUrl;
    private final boolean baseUrlIsSet;
    private final Server server;
    private final Credentials credentials;
    private final Additions additions;
    private final Timeouts timeouts;
    private final Hooks hooks;
    private final RetryPolicy retryPolicy;
    private final boolean idempotencyKeys;
    private final boolean validatesRequests;
    private final @Nullable HttpTransport transport;
    private final @Nullable Executor executor;
    private final String userAgent;
    private final long maxResponseBytes;

    /** What goes out with every call beside what the call itself sets. */
    record Additions(HttpHeaders headers, List<Map.Entry<String, String>> query, JsonObject bodyMembers) {}

    /** How long things may take. */
    record Timeouts(Duration call, @Nullable Duration attempt, Duration connect) {}

    /** What watches calls or takes part in them. */
    record Hooks(
            List<Interceptor> call,
            List<Interceptor> attempt,
            @Nullable CallObserver observer,
            HttpLogging logging,
            System.@Nullable Logger logger,
            Timing timing) {}

    private ClientOptions(Builder builder, BaseUrl baseUrl) {
        this.baseUrl = baseUrl;
        baseUrlIsSet = builder.baseUrl != null;
        server = builder.server;
        credentials = builder.credentials;
        additions = builder.additions();
        timeouts = builder.timeouts();
        hooks = builder.hooks();
        retryPolicy = builder.retryPolicy;
        idempotencyKeys = builder.idempotencyKeys;
        validatesRequests = builder.validatesRequests;
        transport = builder.transport;
        executor = builder.executor;
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
        return additions.headers();
    }

    /** Returns the query parameters that go out with every call, in their order. */
    public List<Map.Entry<String, String>> query() {
        return additions.query();
    }

    /** Returns the members that are added to every body that is a JSON object. */
    public JsonObject bodyMembers() {
        return additions.bodyMembers();
    }

    /** Returns the time that a call may take, from its start to the last byte, all attempts and pauses included. */
    public Duration timeout() {
        return timeouts.call();
    }

    /** Returns the time that an attempt may take, or null if only the call is limited. */
    public @Nullable Duration attemptTimeout() {
        return timeouts.attempt();
    }

    /** Returns the time that making a connection may take. */
    public Duration connectTimeout() {
        return timeouts.connect();
    }

    /** Returns the transport to use, or null for one over {@code java.net.http}. */
    public @Nullable HttpTransport transport() {
        return transport;
    }

    /** Returns where the steps of calls that do not block run, or null for the default. */
    public @Nullable Executor executor() {
        return executor;
    }

    /** Returns when and how often a call is tried again. */
    public RetryPolicy retryPolicy() {
        return retryPolicy;
    }

    /** Returns whether the client gives each POST and each PATCH an idempotency key. */
    public boolean idempotencyKeys() {
        return idempotencyKeys;
    }

    /** Returns whether a request is validated before it is sent. */
    public boolean validatesRequests() {
        return validatesRequests;
    }

    /** Returns how much is logged. */
    public HttpLogging logging() {
        return hooks.logging();
    }

    /** Returns what watches the calls, or null. */
    public @Nullable CallObserver observer() {
        return hooks.observer();
    }

    /** Returns the interceptors around each call, the outermost first. */
    public List<Interceptor> callInterceptors() {
        return hooks.call();
    }

    /** Returns the interceptors around each attempt, the outermost first. */
    public List<Interceptor> attemptInterceptors() {
        return hooks.attempt();
    }

    /** Returns the value of the header {@code user-agent}. */
    public String userAgent() {
        return userAgent;
    }

    /** Returns the size in bytes that the body of an answer may have. */
    public long maxResponseBytes() {
        return maxResponseBytes;
    }

    /** Returns the address that an operation stands below: what the user set, else a server of its own. */
    BaseUrl base(Operation operation) {
        BaseUrl own = operation.server();
        return own == null || baseUrlIsSet ? baseUrl : own;
    }

    Credentials credentials() {
        return credentials;
    }

    @Nullable
    String credentialHint() {
        return credentials.hint();
    }

    Timing timing() {
        return hooks.timing();
    }

    System.@Nullable Logger logger() {
        return hooks.logger();
    }

    Executor executorOrDefault() {
        return executor == null ? DefaultExecutor.get() : executor;
    }

    /** Returns the options without the credential, and with what may hold a secret masked or by its name only. */
    @Override
    public String toString() {
        Set<String> parameters = new LinkedHashSet<>();
        for (Map.Entry<String, String> parameter : query()) {
            parameters.add(parameter.getKey());
        }
        return "ClientOptions[baseUrl=" + baseUrl + ", headers=" + headers() + ", query=" + parameters
                + ", bodyMembers="
                + bodyMembers().names() + ", timeout=" + timeout() + ", attemptTimeout=" + attemptTimeout()
                + ", connectTimeout=" + connectTimeout() + ", userAgent=" + userAgent + ", maxResponseBytes="
                + maxResponseBytes + ", retryPolicy=" + retryPolicy + ", idempotencyKeys=" + idempotencyKeys
                + ", validatesRequests=" + validatesRequests + ", logging=" + logging() + "]";
    }

    /** Collects options; every setter refuses what cannot work. */
    public static final class Builder extends OptionsBuilder<Builder> {
        private Builder() {}

        private Builder(ClientOptions options) {
            super(options.additions, options.timeouts, options.hooks);
            baseUrl = options.baseUrlIsSet ? options.baseUrl : null;
            server = options.server;
            credentials = options.credentials;
            retryPolicy = options.retryPolicy;
            idempotencyKeys = options.idempotencyKeys;
            validatesRequests = options.validatesRequests;
            transport = options.transport;
            executor = options.executor;
            userAgent = options.userAgent;
            maxResponseBytes = options.maxResponseBytes;
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Returns the options as set so far.
         *
         * @throws IllegalStateException if no base URL is set, and the document names no server with a host
         * @throws IllegalArgumentException if the variables of the server make no address of its URL
         */
        public ClientOptions build() {
            return new ClientOptions(this, baseUrl == null ? server.url() : baseUrl);
        }
    }
}
