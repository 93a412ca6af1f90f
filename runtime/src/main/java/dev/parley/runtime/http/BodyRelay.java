package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way from whoever publishes it to its one reader. It asks for as much as the reader asks for, ends at
 * the deadline, and can be closed by any thread: then the publisher is cancelled, and the reader is told.
 */
final class BodyRelay implements BodySubscriber<BodyRelay>, Flow.Publisher<List<ByteBuffer>> {
    private static final String LATE = "the body of the answer is not complete in time";

    /** How early another timer may be, in nanoseconds: that of the JDK counts milliseconds. */
    private static final long CLOSE = 2_000_000;

    private final Deadline deadline;
    private final @Nullable Runnable end;
    private final DeadlineTimer timer = new DeadlineTimer();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final Queue<List<ByteBuffer>> arrived = new ConcurrentLinkedQueue<>();
    private final AtomicInteger signals = new AtomicInteger();
    private final Demand demand = new Demand();

    private Flow.@Nullable Subscription source; // guarded by this
    private long unasked; // guarded by this: demand that the source does not know of yet
    private boolean attaching; // guarded by this: a reader is on its way, and pieces would have nobody to go to
    private boolean released; // guarded by this: the source has ended, or nobody wants more of it

    private volatile Flow.@Nullable Subscriber<? super List<ByteBuffer>> reader;
    private volatile boolean complete;
    private volatile @Nullable Throwable failure;

    /** What ends the body before its time, and overtakes what has arrived. */
    private volatile @Nullable Throwable abortion;

    /** Nothing more is told to the reader: it knows of the end, or has cancelled. */
    private volatile boolean silent;

    BodyRelay(Deadline deadline) {
        this(deadline, null);
    }

    /** @param end what to do, once, when the source is not needed any more, or null */
    BodyRelay(Deadline deadline, @Nullable Runnable end) {
        this.deadline = deadline;
        this.end = end;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Asks for so many pieces before there is a reader; they wait for it. */
    void readAhead(long count) {
        demand.readAhead(count);
        ask(count);
    }

    /** Returns whether the source has failed. */
    boolean hasFailed() {
        return failure != null;
    }

    @Override
    public CompletionStage<BodyRelay> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            if (source != null || released) {
                given.cancel();
                return;
            }
            source = given;
        }
        ask(0);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrived.add(item);
        signal();
    }

    @Override
    public void onError(Throwable throwable) {
        if (release(false)) { // else it is about the cancelling
            failure = deadline.remainingNanos() <= CLOSE ? late(throwable) : throwable;
            signal();
        }
    }

    /** The source has a timer of its own for the same time, and closes the connection with some other word than ours. */
    private static Throwable late(Throwable throwable) {
        if (!(throwable instanceof IOException) || throwable instanceof HttpTimeoutException) {
            return throwable;
        }
        HttpTimeoutException timeout = new HttpTimeoutException(LATE);
        timeout.initCause(throwable);
        return timeout;
    }

    @Override
    public void onComplete() {
        if (release(false)) {
            complete = true;
            signal();
        }
    }

    /** Takes the one reader, whose waiting ends at the deadline. */
    @Override
    public void subscribe(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
        if (attach(subscriber) && !silent && !complete && failure == null) {
            timer.start(deadline, () -> abort(new HttpTimeoutException(LATE)));
            if (silent) {
                timer.stop();
            }
        }
    }

    /** Takes a stream for the one reader. */
    InputStream stream() {
        if (complete && taken.compareAndSet(false, true)) {
            return new ArrivedBody(arrived);
        }
        DeadlineBody stream = new DeadlineBody(deadline);
        attach(stream);
        return stream;
    }

    /** Takes the one reader, which itself looks at the deadline. */
    boolean attach(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
        if (!taken.compareAndSet(false, true)) {
            Refusal.of(subscriber);
            return false;
        }
        attaching(true);
        subscriber.onSubscribe(new Flow.Subscription() {
            @Override
            public void request(long count) {
                if (count <= 0) {
                    abort(new IllegalArgumentException("asked for " + count + " pieces; ask for one or more"));
                } else {
                    ask(demand.add(count));
                    signal();
                }
            }

            @Override
            public void cancel() {
                silent = true;
                release(true);
                arrived.clear();
            }
        });
        reader = subscriber;
        attaching(false);
        ask(0);
        signal();
        return true;
    }

    private synchronized void attaching(boolean now) {
        attaching = now;
    }

    /** Gives up the connection unless the body came to its end. */
    void close() {
        synchronized (this) {
            if (released) {
                return; // as nearly always: an exception is not made for nothing
            }
        }
        abort(new IOException("the body of the answer is closed"));
    }

    private void abort(Throwable reason) {
        if (release(false)) {
            abortion = reason; // before the source is cancelled, which may tell of a failure of its own
            cancelSource();
            signal();
        }
    }

    /** Marks the end of what the source is needed for, and returns whether this is the first to do so. */
    private boolean release(boolean cancel) {
        synchronized (this) {
            if (released) {
                return false;
            }
            released = true;
        }
        timer.stop();
        if (cancel) {
            cancelSource();
        }
        if (end != null) {
            end.run();
        }
        return true;
    }

    private void cancelSource() {
        Flow.Subscription open;
        synchronized (this) {
            open = source;
        }
        if (open != null) {
            open.cancel();
        }
    }

    private void ask(long count) {
        Flow.Subscription open;
        long all;
        synchronized (this) {
            unasked = Demand.sum(unasked, count);
            if (source == null || attaching || unasked == 0) {
                return;
            }
            open = source;
            all = unasked;
            unasked = 0;
        }
        open.request(all);
    }

    /** Tells the reader what there is to tell, one thread at a time, as the rules of {@link Flow} ask for. */
    private void signal() {
        if (signals.getAndIncrement() != 0) {
            return; // the thread that is at it looks again
        }
        int seen = 1;
        while (seen != 0) {
            Flow.Subscriber<? super List<ByteBuffer>> subscriber = reader;
            if (subscriber != null) {
                tell(subscriber);
            }
            seen = signals.addAndGet(-seen);
        }
    }

    private void tell(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
        while (!silent) {
            boolean ended =
                    complete || failure != null; // before the queue is asked, as it is set behind the last piece
            Throwable aborted = abortion;
            boolean waiting = aborted == null && !arrived.isEmpty();
            if (waiting && !demand.take()) {
                return; // until the reader asks for more
            }
            List<ByteBuffer> next = waiting ? arrived.poll() : null;
            if (next != null) {
                pass(next, subscriber);
            } else if (aborted != null || ended) {
                silent = true;
                arrived.clear();
                end(subscriber, aborted == null ? failure : aborted);
            } else {
                return;
            }
        }
    }

    private void pass(List<ByteBuffer> next, Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
        try {
            subscriber.onNext(next);
        } catch (RuntimeException e) {
            silent = true;
            release(true);
            subscriber.onError(e);
        }
    }

    private static void end(Flow.Subscriber<?> subscriber, @Nullable Throwable reason) {
        if (reason == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(reason);
        }
    }
}
