package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a call waits: in the thread of its caller, so that every future returned here is done, or in no thread at all. All
 * else in a call is the same for both.
 */
interface Wire {
    /** How much of the body of a failed attempt is worth reading for the sake of its connection. */
    int DRAINED_BYTES = 64 * 1024;

    /** How long that may take. */
    long DRAINED_NANOS = 250_000_000;

    /** Returns whether this thread is one that steps of the call may run in. */
    boolean isHere();

    /** Makes the step in a thread that is one; called if this one is not. */
    <T> CompletableFuture<T> handOver(Supplier<CompletableFuture<T>> step);

    /** Hands the request to the transport. */
    CompletableFuture<HttpResponse> send(HttpRequest request);

    /** Returns what the step comes to; {@link java.net.http.HttpTimeoutException} if it is not done by the deadline. */
    <T> CompletableFuture<T> within(Deadline deadline, CompletableFuture<T> step);

    /** Reads a body to its end, which must come within the limit and the deadline. */
    CompletableFuture<byte[]> readAll(HttpResponse response, long limit, Deadline deadline);

    /** Reads as much of a body as there is within the limit and the deadline; only an interrupt makes it fail. */
    CompletableFuture<byte[]> readSome(HttpResponse response, int limit, Deadline deadline);

    /** Reads the rest of a small body, so that its connection can be used again, and closes the response. */
    CompletableFuture<@Nullable Void> discard(HttpResponse response);

    /** Waits for so many nanoseconds. */
    CompletableFuture<@Nullable Void> pause(long nanos);
}
