package dev.parley.conformance;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes so many items one by one and cancels. */
final class LeakReader implements Flow.Subscriber<Object> {
    private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
    private int left;
    private Flow.@Nullable Subscription subscription;

    LeakReader(int items) {
        left = items;
    }

    CompletableFuture<@Nullable Void> end() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (left > 0) {
            given.request(1);
        } else {
            given.cancel();
            end.complete(null);
        }
    }

    @Override
    public void onNext(Object item) {
        Flow.Subscription open = subscription;
        if (open != null && --left > 0) {
            open.request(1);
        } else if (open != null) {
            open.cancel();
            end.complete(null);
        }
    }

    @Override
    public void onError(Throwable throwable) {
        end.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }
}
