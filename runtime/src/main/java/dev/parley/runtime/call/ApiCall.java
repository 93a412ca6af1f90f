package dev.parley.runtime.call;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call that is not sent yet. It can be sent any number of times; each time is a new call. */
public final class ApiCall<T extends @Nullable Object> {
    ApiCall() {}

    /** Sends the call and returns the answer with its status and headers, its value read on demand. */
    public ApiResponse<T> send() {
        return missing(null);
    }

    /** Sends the call without blocking; cancelling the future gives up the exchange. */
    public CompletableFuture<ApiResponse<T>> sendAsync() {
        return missing(null);
    }

    /** Sends the call and returns the value of the answer. */
    public T execute() {
        return missing(null);
    }

    /** Sends the call without blocking; cancelling the future gives up the exchange. */
    public CompletableFuture<T> executeAsync() {
        return missing(null);
    }

    /** Returns a call whose value is made of the value of this one. */
    public <R extends @Nullable Object> ApiCall<R> map(Function<? super T, ? extends R> mapping) {
        return missing(null);
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
