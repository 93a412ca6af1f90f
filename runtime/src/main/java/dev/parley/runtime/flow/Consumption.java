package dev.parley.runtime.flow;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the items of a publisher to an action, and tells a future how it ended. However the future is completed, by a
 * cancel or a timeout for instance, the subscription ends with it.
 */
public final class Consumption<T, R extends @Nullable Object> implements Flow.Subscriber<T> {
    private final Predicate<? super T> action;
    private final Supplier<? extends R> result;
    private final CompletableFuture<R> future = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    private Consumption(Predicate<? super T> action, Supplier<? extends R> result) {
        this.action = Objects.requireNonNull(action, "action");
        this.result = result;
    }

    /**
     * Subscribes.
     *
     * @param action takes an item, and returns whether it wants more; if it throws, the future fails with that
     * @param result what the future is completed with once the items or the wish for them end
     */
    public static <T, R extends @Nullable Object> CompletableFuture<R> of(
            Flow.Publisher<T> publisher, Predicate<? super T> action, Supplier<? extends R> result) {
        Consumption<T, R> consumption = new Consumption<>(action, result);
        publisher.subscribe(consumption);
        return consumption.future;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        var unused = future.whenComplete((value, failure) -> given.cancel());
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(T item) {
        boolean more;
        try {
            more = action.test(item);
        } catch (Throwable e) {
            cancel();
            future.completeExceptionally(e);
            return;
        }
        if (!more) {
            cancel();
            onComplete();
        }
    }

    /** Ends the subscription before the future is completed: what depends on that may take its time. */
    private void cancel() {
        Objects.requireNonNull(subscription).cancel();
    }

    @Override
    public void onError(Throwable throwable) {
        future.completeExceptionally(throwable);
    }

    @Override
    public void onComplete() {
        future.complete(result.get());
    }
}
