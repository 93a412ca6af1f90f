package dev.parley.runtime.call;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that is not sent yet. It can be sent any number of times; each time is a new call.
 *
 * <p>The methods that block throw what the futures of the others complete with: the exceptions under {@link
 * dev.parley.runtime.error.ParleyException}, {@link IllegalStateException} if no credential is set, path parameters are
 * missing or the connection is closed, and whatever an interceptor throws. A thread that is interrupted gets a {@link
 * dev.parley.runtime.error.TransportException}, and its flag stays set.
 *
 * <p>While a call that does not block waits, no thread does. Its steps, and what is chained to its future, run in the
 * executor of the options. Cancelling the future, or one derived from it, or completing it from outside, gives up the
 * exchange, the pause before the next attempt, or the rest of the body.
 */
public final class ApiCall<T extends @Nullable Object> {
    private final CallEngine engine;
    private final RequestBuilder request;
    private final Reading<T> reading;

    ApiCall(CallEngine engine, RequestBuilder request, Reading<T> reading) {
        this.engine = engine;
        this.request = request;
        this.reading = reading;
    }

    /**
     * Sends the call and returns the answer with its status and headers, its value read on demand.
     *
     * @throws dev.parley.runtime.error.ApiException if the server answers with a status other than success
     * @throws dev.parley.runtime.error.TimeoutException if the answer is not complete in time
     * @throws dev.parley.runtime.error.TransportException if no complete answer comes back
     * @throws dev.parley.runtime.validation.ValidationException if requests are validated and this one is not valid
     */
    public ApiResponse<T> send() {
        return new ApiResponse<>(engine.run(request, false), reading);
    }

    /** Sends the call without blocking; cancelling the future gives up the exchange. Never throws. */
    public CompletableFuture<ApiResponse<T>> sendAsync() {
        return engine.start(request, false, answer -> new ApiResponse<>(answer, reading));
    }

    /**
     * Sends the call and returns the value of the answer.
     *
     * @throws dev.parley.runtime.error.DecodingException if the answer is not what it should be; else as {@link #send}
     */
    public T execute() {
        return reading.read(engine.run(request, false));
    }

    /** Sends the call without blocking; cancelling the future gives up the exchange. Never throws. */
    public CompletableFuture<T> executeAsync() {
        return engine.start(request, false, reading::read);
    }

    /** Returns a call whose value is made of the value of this one. */
    public <R extends @Nullable Object> ApiCall<R> map(Function<? super T, ? extends R> mapping) {
        Objects.requireNonNull(mapping, "mapping");
        return new ApiCall<>(engine, request, new Reading.Mapped<T, R>(reading, mapping));
    }

    /** Returns the method and the path template. */
    @Override
    public String toString() {
        return "ApiCall[" + request + "]";
    }
}
