package dev.parley.runtime.event;

import dev.parley.runtime.codec.Decoder;
import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.flow.Consumption;
import dev.parley.runtime.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Publishes typed events; each subscription is an exchange of its own, and no thread waits for it.
 *
 * <p>Bytes are read as events are requested. A subscription ends where {@link EventStream} ends, and fails with what that
 * throws, or with why there was no answer. Cancelling it gives up the exchange at once, also before the answer is there.
 *
 * @param <E> the type of the events
 */
public final class EventPublisher<E> implements Flow.Publisher<E> {
    private final Supplier<CompletableFuture<HttpResponse>> open;
    private final EventFormat<E> format;
    private final Function<? super Throwable, ? extends ParleyException> failures;
    private final Executor executor;

    /**
     * Makes a publisher.
     *
     * @param open starts an exchange; its future is completed with a success, and cancelling it aborts the exchange
     * @param decoder reads the data of an event
     * @param failures makes the exception for a failure that is a checked exception; unchecked ones are passed on
     * @param executor runs the subscribers
     */
    public EventPublisher(
            Supplier<CompletableFuture<HttpResponse>> open,
            Decoder<E> decoder,
            Function<? super Throwable, ? extends ParleyException> failures,
            Executor executor) {
        this(open, EventFormat.of(decoder), failures, executor);
    }

    /**
     * Makes a publisher.
     *
     * @param open starts an exchange; its future is completed with a success, and cancelling it aborts the exchange
     * @param format how events are read
     * @param failures makes the exception for a failure that is a checked exception; unchecked ones are passed on
     * @param executor runs the subscribers
     */
    public EventPublisher(
            Supplier<CompletableFuture<HttpResponse>> open,
            EventFormat<E> format,
            Function<? super Throwable, ? extends ParleyException> failures,
            Executor executor) {
        this.open = Objects.requireNonNull(open, "open");
        this.format = Objects.requireNonNull(format, "format");
        this.failures = Objects.requireNonNull(failures, "failures");
        this.executor = Objects.requireNonNull(executor, "executor");
    }

    /** Opens an exchange for the subscriber, unless that cancels in {@code onSubscribe}. */
    @Override
    public void subscribe(Flow.Subscriber<? super E> subscriber) {
        new EventSubscription<>(subscriber, open, format, failures, executor).start();
    }

    /**
     * Hands each event to the action, one after the other, in threads of the executor.
     *
     * @return a future that is completed after the last event, or fails with what went wrong or what the action throws;
     *     however it is completed otherwise, cancelled or timed out, the exchange is given up with it
     */
    public CompletableFuture<@Nullable Void> forEach(Consumer<? super E> action) {
        Objects.requireNonNull(action, "action");
        return Consumption.of(
                this,
                event -> {
                    action.accept(event);
                    return true;
                },
                () -> null);
    }
}
