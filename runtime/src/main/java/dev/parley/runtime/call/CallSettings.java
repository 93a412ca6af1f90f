package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The setters of {@link ClientOptions.Builder} that say how each call is made.
 *
 * @param <B> the builder
 */
public abstract sealed class CallSettings<B extends CallSettings<B>> permits OptionsBuilder {
    private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);
    private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(30);

    RetryPolicy retryPolicy = RetryPolicy.defaults();
    boolean idempotencyKeys = true;
    boolean validatesRequests;

    private final HttpHeaders.Builder headers;
    private final List<Map.Entry<String, String>> query = new ArrayList<>();
    private JsonObject bodyMembers = JsonObject.EMPTY;
    private Duration timeout = DEFAULT_TIMEOUT;
    private @Nullable Duration attemptTimeout;
    private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
    private final List<Interceptor> callInterceptors = new ArrayList<>();
    private final List<Interceptor> attemptInterceptors = new ArrayList<>();
    private @Nullable CallObserver observer;
    private HttpLogging logging = HttpLogging.OFF;
    private System.@Nullable Logger logger;
    private Timing timing = new SystemTiming();

    CallSettings() {
        headers = HttpHeaders.builder();
    }

    CallSettings(ClientOptions.Additions additions, ClientOptions.Timeouts timeouts, ClientOptions.Hooks hooks) {
        headers = additions.headers().toBuilder();
        query.addAll(additions.query());
        bodyMembers = additions.bodyMembers();
        timeout = timeouts.call();
        attemptTimeout = timeouts.attempt();
        connectTimeout = timeouts.connect();
        callInterceptors.addAll(hooks.call());
        attemptInterceptors.addAll(hooks.attempt());
        observer = hooks.observer();
        logging = hooks.logging();
        logger = hooks.logger();
        timing = hooks.timing();
    }

    abstract B self();

    ClientOptions.Additions additions() {
        return new ClientOptions.Additions(headers.build(), List.copyOf(query), bodyMembers);
    }

    ClientOptions.Timeouts timeouts() {
        return new ClientOptions.Timeouts(timeout, attemptTimeout, connectTimeout);
    }

    ClientOptions.Hooks hooks() {
        return new ClientOptions.Hooks(
                List.copyOf(callInterceptors), List.copyOf(attemptInterceptors), observer, logging, logger, timing);
    }

    /**
     * Sets a header that goes out with every call.
     *
     * @throws IllegalArgumentException if name or value cannot be sent; the message holds the name, never the value
     */
    public B header(String name, String value) {
        HeaderSyntax.requireSendable(name, value);
        headers.set(name, value);
        return self();
    }

    /** Adds a query parameter that goes out with every call that sets none of this name itself. */
    public B query(String name, String value) {
        query.add(Map.entry(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value")));
        return self();
    }

    /**
     * Sets a member that is added to every body that is a JSON object and has no member of this name, at its top level. A
     * call without a body stays without.
     */
    public B bodyMember(String name, JsonValue value) {
        bodyMembers = bodyMembers.with(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return self();
    }

    /**
     * Sets the time that a call may take, from its start to the last byte of the answer, all attempts and pauses included;
     * 10 minutes by default.
     */
    public B timeout(Duration duration) {
        timeout = positive("timeout", duration);
        return self();
    }

    /**
     * Sets the time that one attempt may take, from sending to the last byte of the answer, at most what is left of the
     * call's; by default only the call is limited. Streams of events are not concerned.
     */
    public B attemptTimeout(Duration duration) {
        attemptTimeout = positive("attemptTimeout", duration);
        return self();
    }

    /**
     * Sets the time that making a connection may take; 30 seconds by default. A transport of the user's own is not
     * concerned by it.
     */
    public B connectTimeout(Duration duration) {
        connectTimeout = positive("connectTimeout", duration);
        return self();
    }

    /** Sets when and how often a call is tried again; {@link RetryPolicy#defaults()} by default. */
    public B retryPolicy(RetryPolicy policy) {
        retryPolicy = Objects.requireNonNull(policy, "retryPolicy");
        return self();
    }

    /**
     * Sets how many attempts may follow the first, 2 by default; the rest of the retry policy stays.
     *
     * @throws IllegalArgumentException if it is negative or larger than 100
     */
    public B maxRetries(int retries) {
        retryPolicy = retryPolicy.toBuilder().maxRetries(retries).build();
        return self();
    }

    /**
     * Sets whether each POST and each PATCH gets a header {@code idempotency-key}, random and the same for all attempts of
     * the call, unless one is set by hand; true by default. Without a key such a call is tried again only if it cannot
     * have been carried out, see {@link RetryPolicy}. Switch it off for a server that does not know the header.
     */
    public B idempotencyKeys(boolean send) {
        idempotencyKeys = send;
        return self();
    }

    /**
     * Sets whether a request is checked against the limits of its document before it is sent; false by default. A call
     * that breaks any throws a {@link dev.parley.runtime.validation.ValidationException} that names them all.
     */
    public B validateRequests(boolean validate) {
        validatesRequests = validate;
        return self();
    }

    /** Adds an interceptor around each call, inside those added before it. */
    public B callInterceptor(Interceptor interceptor) {
        callInterceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
        return self();
    }

    /** Adds an interceptor around each attempt, inside those added before it. */
    public B attemptInterceptor(Interceptor interceptor) {
        attemptInterceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
        return self();
    }

    /** Sets what watches the calls, in place of one set before. */
    public B observer(CallObserver watching) {
        observer = Objects.requireNonNull(watching, "observer");
        return self();
    }

    /** Sets how much goes to the logger {@code dev.parley.http}; nothing by default. */
    public B logging(HttpLogging level) {
        logging = Objects.requireNonNull(level, "logging");
        return self();
    }

    B logger(System.Logger own) {
        logger = own;
        return self();
    }

    B timing(Timing own) {
        timing = own;
        return self();
    }

    private static Duration positive(String name, Duration duration) {
        if (Objects.requireNonNull(duration, name).isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " is " + duration + "; it must be positive");
        }
        return duration;
    }
}
