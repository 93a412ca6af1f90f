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

    /** Sends the request without blocking the caller. */
    default CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        return CompletableFuture.failedFuture(new UnsupportedOperationException());
    }

    /** Lets go of the connections. Sending afterwards throws {@link IllegalStateException}. */
    @Override
    default void close() {}
}
