package dev.parley.runtime.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a call that does not block holds. Cancelling it, or a future derived from it, gives up the call; so
 * does completing it from outside, for example by {@link CompletableFuture#orTimeout}.
 */
final class CallFuture<T extends @Nullable Object> extends CompletableFuture<T> {
    private final Cancellation cancellation;

    CallFuture(Cancellation cancellation) {
        this.cancellation = cancellation;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CallFuture<>(cancellation);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            cancellation.cancel();
        }
        return cancelled;
    }
}
