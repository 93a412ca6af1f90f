package dev.parley.runtime.event;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Publishes typed events; each subscription is a call of its own. */
public final class EventPublisher<E> implements Flow.Publisher<E> {

    /** Makes a publisher. */
    public EventPublisher(
            Supplier<CompletableFuture<HttpResponse>> open,
            Decoder<E> decoder,
            Function<? super Throwable, ? extends ParleyException> failures,
            Executor executor) {
        missing("");
    }

    @Override
    public void subscribe(Flow.Subscriber<? super E> subscriber) {
        missing("");
    }

    /** Hands each event to the action; cancelling the future gives up the exchange. */
    public CompletableFuture<Void> forEach(Consumer<? super E> action) {
        return missing(null);
    }

    private static <X> X missing(X none) {
        throw new UnsupportedOperationException("not yet: " + none);
    }
}
