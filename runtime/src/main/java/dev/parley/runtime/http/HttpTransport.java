package dev.parley.runtime.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Carries one request to a server and brings its answer back.
 *
 * <p>An implementation follows no redirect, retries nothing, adds no credential, and is safe for use by many threads.
 * Wrapping another transport is the way to look at, or change, what goes over the wire.
 */
public interface HttpTransport extends AutoCloseable {

    /**
     * Sends the request and returns as soon as the headers of the answer are there; the caller closes the answer.
     *
     * <p>The request's timeout counts from this call to the last byte of the body. Once it is over, this method or the
     * read of the body that is waiting throws {@link java.net.http.HttpTimeoutException} or
     * {@link java.net.SocketTimeoutException}.
     *
     * @throws IOException if no answer with complete headers comes back in time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    HttpResponse send(HttpRequest request) throws IOException, InterruptedException;

    /**
     * Sends the request without blocking the caller. The future completes when the headers of the answer are there;
     * whoever gets the answer closes it. It fails with what {@link #send} throws, not wrapped.
     *
     * <p>Cancelling this very future, not one that depends on it, aborts the exchange: the connection is given up, and
     * an answer that comes nevertheless is closed. Once the future is complete, {@link HttpResponse#close} does that.
     *
     * <p>A transport that does not override this method calls {@link #send} on the executor and so blocks one of its
     * threads until the headers are there; on Java 21 or later an executor of virtual threads makes that cheap.
     * Cancelling interrupts that thread.
     *
     * @param executor where a blocking transport blocks; another kind of transport may leave it alone
     */
    default CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        return BlockingExchange.start(() -> send(request), () -> {}, executor);
    }

    /** Lets go of the connections. Sending afterwards throws {@link IllegalStateException}. */
    @Override
    default void close() {}
}
