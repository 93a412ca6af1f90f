package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Code of the user's own around a call or around each of its attempts: it can change the request, look at the answer or
 * replace it, or answer by itself without sending anything.
 *
 * <p>The same interceptor serves calls that block and calls that do not. In a call that blocks, the future that {@link
 * Next#proceed} returns is complete already; a future of the interceptor's own that is not is waited for. An interceptor
 * must not block: chain on the future instead.
 *
 * <p>The one registered first is the outermost: it sees the request first and the answer last. What an interceptor
 * throws, or completes its future with, ends the call and reaches the caller unchanged; only an {@link
 * java.io.IOException} counts as a failure of the transport, around an attempt also as a reason to try again.
 */
@FunctionalInterface
public interface Interceptor {

    /**
     * Handles a request, as a rule by {@link Next#proceed}.
     *
     * <p>Around an attempt, a failure of the transport comes out of the future as the {@link java.io.IOException} that
     * it is. Around a call, it is the {@link dev.parley.runtime.error.TransportException} that the caller would get; an
     * answer with an error status is an answer here.
     *
     * @param request the request with its credential
     * @param next what comes behind this interceptor
     * @return the answer; never null, nor complete with null
     */
    CompletableFuture<HttpResponse> intercept(HttpRequest request, Next next);

    /** Returns an interceptor that only changes the request. */
    static Interceptor request(UnaryOperator<HttpRequest> change) {
        Objects.requireNonNull(change, "change");
        return (request, next) -> next.proceed(change.apply(request));
    }

    /** What comes behind an interceptor: further ones, then the attempts of the call or the transport. */
    interface Next {

        /**
         * Passes the request on. A response that is not given on is closed by the call; only where the answer is a stream
         * of events does an interceptor that gives on another response close the one it got.
         *
         * @return the answer; of a call without streaming, around the call, its body is in memory already
         */
        CompletableFuture<HttpResponse> proceed(HttpRequest request);

        /** Returns what is called. */
        CallInfo call();

        /** Returns the number of the attempt, from 1; 0 around the whole call. */
        int attempt();
    }
}
