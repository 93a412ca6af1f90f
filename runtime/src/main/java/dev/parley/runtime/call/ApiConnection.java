package dev.parley.runtime.call;

import dev.parley.runtime.codec.Decoder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The way of a client to its API: makes calls that are sent over one transport. Safe for use by many threads. No redirect
 * is followed; what is tried again, {@link RetryPolicy} says.
 */
public final class ApiConnection implements AutoCloseable {
    private final CallEngine engine;
    private final boolean derived;

    /** Makes a connection; nothing is sent, and no credential asked for, before the first call. */
    public ApiConnection(ClientOptions options) {
        this(Objects.requireNonNull(options, "options"), SharedTransport.of(options), false);
    }

    private ApiConnection(ClientOptions options, SharedTransport shared, boolean derived) {
        engine = new CallEngine(options, shared);
        this.derived = derived;
    }

    /** Returns the options that the connection was made with. */
    public ClientOptions options() {
        return engine.options();
    }

    /** Returns a call whose answer is decoded. */
    public <T extends @Nullable Object> ApiCall<T> call(RequestBuilder request, Decoder<T> decoder) {
        return new ApiCall<>(
                engine,
                Objects.requireNonNull(request, "request"),
                new Reading.Decoded<>(Objects.requireNonNull(decoder, "decoder")));
    }

    /** Returns a call whose answer is decoded if it has a body; else its value is null. */
    public <T> ApiCall<@Nullable T> callIfPresent(RequestBuilder request, Decoder<T> decoder) {
        return new ApiCall<>(
                engine,
                Objects.requireNonNull(request, "request"),
                new Reading.IfPresent<>(Objects.requireNonNull(decoder, "decoder")));
    }

    /** Returns a call whose answer is text, in the charset that it names, or else in UTF-8. */
    public ApiCall<String> text(RequestBuilder request) {
        return new ApiCall<>(engine, Objects.requireNonNull(request, "request"), new Reading.Text());
    }

    /** Returns a call whose answer is content that is read as it comes in. */
    public ContentCall content(RequestBuilder request) {
        return new ContentCall(engine, Objects.requireNonNull(request, "request"));
    }

    /** Returns a call whose answer has no content, or none of interest; its value is null. */
    public ApiCall<@Nullable Void> call(RequestBuilder request) {
        return new ApiCall<>(engine, Objects.requireNonNull(request, "request"), new Reading.None());
    }

    /** Returns a call whose answer is a stream of server-sent events. */
    public <E> StreamCall<E> stream(RequestBuilder request, Decoder<E> decoder) {
        return new StreamCall<>(
                engine, Objects.requireNonNull(request, "request"), Objects.requireNonNull(decoder, "decoder"));
    }

    /**
     * Returns a connection with other options that shares the transport, unless the options name another one, and the
     * budget for retries. The connect timeout of the transport stays as it is.
     */
    public ApiConnection with(ClientOptions changed) {
        Objects.requireNonNull(changed, "changed");
        return new ApiConnection(changed, engine.shared().with(changed.transport()), true);
    }

    /**
     * Refuses later calls with an {@link IllegalStateException}, as do the connections derived from it that share its
     * transport; closes the transport if this connection made it. Closing a derived connection closes nothing else.
     *
     * <p>Attempts under way end as they would have, unless the transport ends them, but no attempt follows them: the call
     * fails with what is at hand.
     */
    @Override
    public void close() {
        engine.close();
        if (!derived) {
            engine.shared().close();
        }
    }

    /** Returns the base URL. */
    @Override
    public String toString() {
        return "ApiConnection[" + options().baseUrl() + "]";
    }
}
