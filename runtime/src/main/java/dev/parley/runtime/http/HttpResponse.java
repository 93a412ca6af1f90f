package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a server: its status and headers, and its body as it comes in. Whoever gets it closes it.
 *
 * <p>The body is read once, either as a stream or as a publisher, whichever of them the answer was made of.
 */
public final class HttpResponse implements AutoCloseable {
    private final int status;
    private final HttpHeaders headers;
    private final @Nullable BodyRelay relay;
    private final @Nullable StreamPublisher streamPublisher;
    private @Nullable InputStream stream; // guarded by this

    /**
     * Makes an answer of a stream.
     *
     * @param status the status code
     * @param headers the headers
     * @param body the body, empty if there is none; its reads end in time by themselves, and closing it, from any
     *     thread, ends a read that is waiting
     */
    public HttpResponse(int status, HttpHeaders headers, InputStream body) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        stream = Objects.requireNonNull(body, "body");
        streamPublisher = new StreamPublisher(body);
        relay = null;
    }

    /**
     * Makes an answer of a publisher, which is subscribed to at once, but asked for nothing before someone reads.
     *
     * @param status the status code
     * @param headers the headers
     * @param body the body; cancelling its subscription gives up the connection
     * @param deadline the time at which reading ends with {@link java.net.http.HttpTimeoutException}
     */
    public HttpResponse(int status, HttpHeaders headers, Flow.Publisher<List<ByteBuffer>> body, Deadline deadline) {
        this(status, headers, new BodyRelay(Objects.requireNonNull(deadline, "deadline")));
        body.subscribe(Objects.requireNonNull(relay));
    }

    /** Makes an answer of a relay that has a source, or will have one. */
    HttpResponse(int status, HttpHeaders headers, BodyRelay relay) {
        this.status = status;
        this.headers = Objects.requireNonNull(headers, "headers");
        this.relay = relay;
        streamPublisher = null;
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
    public synchronized InputStream body() {
        if (stream == null) {
            stream = Objects.requireNonNull(relay).stream();
        }
        return stream;
    }

    /**
     * Returns the body as a publisher of the pieces that come in. It takes one subscriber; others get an
     * {@link IllegalStateException}. Cancelling the subscription gives up the connection. If the timeout of the
     * request is over before the end of the body, the subscriber gets {@link java.net.http.HttpTimeoutException} or
     * {@link java.net.SocketTimeoutException}; if the answer is closed before, an {@link IOException}.
     *
     * @param executor where the body is read, one blocked thread for each body, if the answer was made of a stream;
     *     otherwise unused: pieces come on the threads of the transport, which must not be held up
     */
    public Flow.Publisher<List<ByteBuffer>> publisher(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        if (relay != null) {
            return relay;
        }
        StreamPublisher publisher = Objects.requireNonNull(streamPublisher);
        return subscriber -> publisher.subscribe(subscriber, executor);
    }

    /**
     * Closes the body, and gives up the connection if the body was not read to its end. Any thread may close, at any
     * time and more than once; a read that is waiting in another thread throws {@link IOException}. A failure to close
     * is of no consequence: by then the body was read, or is not wanted.
     */
    @Override
    public void close() {
        if (relay != null) {
            relay.close();
        }
        InputStream open;
        synchronized (this) {
            open = stream;
        }
        if (open != null) {
            try {
                open.close();
            } catch (IOException ignored) {
                // nothing is left to save
            }
        }
    }

    /** Returns the status and the headers, those that may hold a secret masked. */
    @Override
    public String toString() {
        return status + " " + headers;
    }
}
