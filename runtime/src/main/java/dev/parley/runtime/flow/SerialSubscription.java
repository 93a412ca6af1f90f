package dev.parley.runtime.flow;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A subscription that signals its subscriber from one thread at a time and never from within another signal, so that a
 * subscriber may ask for the next item while it gets one, any number of times, without growing the stack.
 *
 * <p>Whatever happens calls {@link #signal()}; of all threads that do so one runs {@link #advance()}, until nothing has
 * happened meanwhile. A subclass may therefore keep plain fields that only {@code advance} touches.
 */
public abstract class SerialSubscription<T> implements Flow.Subscription {
    private final Flow.Subscriber<? super T> subscriber;
    private final Executor executor;
    private final AtomicLong demand = new AtomicLong();

    /** What happened and was not looked at yet; more than zero while some thread runs; one from the start on. */
    private final AtomicInteger happened = new AtomicInteger(1);

    private volatile @Nullable IllegalArgumentException misuse;
    private volatile boolean over;

    /**
     * Makes a subscription.
     *
     * @param subscriber who gets the signals
     * @param executor runs {@link #advance()}, and so the subscriber
     */
    protected SerialSubscription(Flow.Subscriber<? super T> subscriber, Executor executor) {
        this.subscriber = Objects.requireNonNull(subscriber, "subscriber");
        this.executor = executor;
    }

    /** Introduces itself to the subscriber, and starts unless that cancels. Called once. */
    public final void start() {
        try {
            subscriber.onSubscribe(this);
        } catch (Throwable e) {
            cancel();
            throw e;
        }
        if (!over) {
            try {
                open();
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }
        run(1);
    }

    @Override
    public final void request(long count) {
        if (count <= 0) {
            misuse = new IllegalArgumentException(
                    "a subscriber must request at least one item (Reactive Streams, rule 3.9), not " + count);
        } else {
            demand.accumulateAndGet(count, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        }
        signal();
    }

    @Override
    public final void cancel() {
        if (!over) {
            over = true;
            release();
        }
    }

    /** Says that something happened; what it sets going runs in the executor. */
    protected final void signal() {
        if (!over && happened.getAndIncrement() == 0) {
            try {
                executor.execute(() -> run(1));
            } catch (RejectedExecutionException e) {
                run(1); // an executor that was shut down must not leave the subscriber waiting for ever
            }
        }
    }

    /** Sets going what brings the items; by default nothing. What it throws reaches the subscriber. */
    protected void open() {}

    /**
     * Signals what there is to signal, as far as the demand reaches. Throws what should reach the subscriber as an error.
     *
     * @throws Exception if the items cannot be brought
     */
    protected abstract void advance() throws Exception;

    /** Lets go of everything; called from any thread, perhaps more than once. */
    protected abstract void release();

    /** Returns the error that a subscriber is told for one that came up. */
    protected Throwable translated(Throwable error) {
        return error;
    }

    /** Returns whether nothing more is to be signalled: cancelled, complete or failed. */
    protected final boolean isOver() {
        return over;
    }

    /** Returns whether the subscriber has asked for so many items at least that it did not get yet. */
    protected final boolean isWanted(long count) {
        return demand.get() >= count;
    }

    /** Hands over an item; only from {@link #advance()}, if one is wanted. */
    protected final void next(T item) {
        if (demand.get() != Long.MAX_VALUE) {
            demand.decrementAndGet();
        }
        try {
            subscriber.onNext(item);
        } catch (Throwable e) {
            cancel(); // and says nothing more to a subscriber that breaks the rules, but hides nothing either
            throw e;
        }
    }

    /** Tells the subscriber that all is there. */
    protected final void complete() {
        if (!over) {
            over = true;
            release();
            subscriber.onComplete();
        }
    }

    private void fail(Throwable error) {
        if (!over) {
            over = true;
            release();
            subscriber.onError(error);
        }
    }

    private void run(int first) {
        int seen = first;
        while (seen != 0) {
            if (over) {
                return; // leaves the count, so that nobody runs again
            }
            try {
                IllegalArgumentException refused = misuse;
                if (refused != null) {
                    throw refused;
                }
                advance();
            } catch (Throwable e) {
                if (over) {
                    rethrow(e);
                } else {
                    fail(translated(e));
                }
            }
            seen = happened.addAndGet(-seen);
        }
    }

    /** What is thrown after the end comes from the subscriber itself, or from what was cancelled under way. */
    private static void rethrow(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        if (e instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }
}
