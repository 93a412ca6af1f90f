package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpTransport;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The setters of {@link ClientOptions.Builder} that say where calls go, as whom, and by what.
 *
 * @param <B> the builder
 */
public abstract sealed class OptionsBuilder<B extends OptionsBuilder<B>> extends CallSettings<B>
        permits ClientOptions.Builder {
    private static final long DEFAULT_MAX_RESPONSE_BYTES = 256L * 1024 * 1024;
    private static final String DEFAULT_USER_AGENT = "parley-java";

    @Nullable
    BaseUrl baseUrl;

    Server server = Server.NONE;
    Credentials credentials = Credentials.NONE;

    @Nullable
    HttpTransport transport;

    @Nullable
    Executor executor;

    String userAgent = DEFAULT_USER_AGENT;
    long maxResponseBytes = DEFAULT_MAX_RESPONSE_BYTES;

    OptionsBuilder() {}

    OptionsBuilder(ClientOptions.Additions additions, ClientOptions.Timeouts timeouts, ClientOptions.Hooks hooks) {
        super(additions, timeouts, hooks);
    }

    /**
     * Sets the address that all paths stand below, such as {@code https://api.openai.com/v1}.
     *
     * @throws IllegalArgumentException if it is not http or https, or has a query, a fragment or user information; the
     *     message does not echo it
     */
    public B baseUrl(String url) {
        baseUrl = BaseUrl.parse(Objects.requireNonNull(url, "baseUrl"));
        return self();
    }

    /**
     * Sets the server that the document names, which counts unless {@link #baseUrl} is called.
     *
     * @param template its URL, with variables in braces
     */
    public B server(String template) {
        server = new Server(Objects.requireNonNull(template, "template"), server.values());
        return self();
    }

    /**
     * Sets a variable of the server that the document names.
     *
     * @param allowed the values that the document allows; none for any
     * @throws IllegalArgumentException if the value is none of them
     */
    public B serverVariable(String name, String value, String... allowed) {
        Objects.requireNonNull(value, name);
        if (allowed.length > 0 && !List.of(allowed).contains(value)) {
            throw new IllegalArgumentException("the server variable '" + name + "' is '" + value
                    + "'; it must be one of " + String.join(", ", allowed));
        }
        server = server.with(name, value);
        return self();
    }

    /** Declares a scheme, by which calls say who they are if they need it; nothing needs it yet. */
    public B scheme(CredentialScheme scheme) {
        credentials = credentials.withScheme(Objects.requireNonNull(scheme, "scheme"));
        return self();
    }

    /**
     * Adds a choice of credentials that calls need, unless their operation says what it needs.
     *
     * @param schemes the names of schemes that are needed together; none where a call may go without
     */
    public B requiring(String... schemes) {
        credentials = credentials.needing(List.of(schemes));
        return self();
    }

    /**
     * Sets the credential of the first scheme, or the bearer token that every call carries if none is declared.
     *
     * @throws IllegalArgumentException if it cannot be sent in a header, for example for a line break at its end
     */
    public B credential(String token) {
        return credential(credentials.first(), token);
    }

    /**
     * Sets where the credential of the first scheme comes from, or the bearer token if none is declared; asked once for
     * each call, in the thread that makes it, so it may change but should not block for long. All attempts of a call carry
     * the same token. If it gives null or blank text, it is not set.
     */
    public B credential(Supplier<? extends @Nullable String> source) {
        return credential(credentials.first(), source);
    }

    /**
     * Sets the credential of a scheme.
     *
     * @throws IllegalArgumentException if there is no such scheme, or the credential cannot be sent; the message does not
     *     hold it
     */
    public B credential(String scheme, String secret) {
        credentials.scheme(scheme).requireSendable(secret);
        credentials = credentials.withSecret(scheme, secret);
        return self();
    }

    /**
     * Sets where the credential of a scheme comes from, as {@link #credential(Supplier)} says.
     *
     * @throws IllegalArgumentException if there is no such scheme
     */
    public B credential(String scheme, Supplier<? extends @Nullable String> source) {
        credentials = credentials.withSource(scheme, Objects.requireNonNull(source, "credential"));
        return self();
    }

    /**
     * Sets how a user of the client sets its credential, for example {@code set OPENAI_API_KEY}; for messages of a client
     * that declares no scheme.
     */
    public B credentialHint(String hint) {
        credentials = credentials.withHint(Objects.requireNonNull(hint, "credentialHint"));
        return self();
    }

    /** Sets the transport, which whoever made it closes; by default, each connection makes one and closes it. */
    public B transport(HttpTransport own) {
        transport = Objects.requireNonNull(own, "transport");
        return self();
    }

    /**
     * Sets where the steps of calls that do not block run, and what is chained to their futures; by default the common
     * pool or, where that has fewer than two threads, daemon threads that are kept for ten seconds. It stays the caller's
     * to shut down. Calls that block do not use it. With a transport that blocks, it must not run tasks in the thread that
     * hands them over, which may be the timer of the JVM.
     */
    public B executor(Executor own) {
        executor = Objects.requireNonNull(own, "executor");
        return self();
    }

    /**
     * Sets the value of the header {@code user-agent}.
     *
     * @throws IllegalArgumentException if it cannot be sent in a header
     */
    public B userAgent(String value) {
        HeaderSyntax.requireSendable(RequestAssembler.USER_AGENT, value);
        userAgent = value;
        return self();
    }

    /**
     * Sets the size in bytes that the body of an answer may have, 256 MiB by default. A larger one is given up with a
     * {@link dev.parley.runtime.error.TransportException}. Streams of events are not concerned.
     *
     * @throws IllegalArgumentException if it is not positive, or larger than an array can be
     */
    public B maxResponseBytes(long bytes) {
        if (bytes <= 0 || bytes > BodyReader.LARGEST_LIMIT) {
            throw new IllegalArgumentException(
                    "maxResponseBytes is " + bytes + "; it must be 1 to " + BodyReader.LARGEST_LIMIT);
        }
        maxResponseBytes = bytes;
        return self();
    }
}
