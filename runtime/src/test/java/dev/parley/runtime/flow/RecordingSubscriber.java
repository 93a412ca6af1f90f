package dev.parley.runtime.flow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A subscriber that notes every signal, and requests so many items at the start and so many with each item. */
public final class RecordingSubscriber<T> implements Flow.Subscriber<T> {
    private final long atStart;
    private final long withEach;
    private final List<T> items = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger ends = new AtomicInteger();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable error;

    public RecordingSubscriber(long atStart, long withEach) {
        this.atStart = atStart;
        this.withEach = withEach;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (atStart != 0) {
            given.request(atStart);
        }
    }

    @Override
    public void onNext(T item) {
        items.add(item);
        if (withEach != 0) {
            subscription().request(withEach);
        }
    }

    @Override
    public void onError(Throwable throwable) {
        error = throwable;
        ends.incrementAndGet();
        end.countDown();
    }

    @Override
    public void onComplete() {
        ends.incrementAndGet();
        end.countDown();
    }

    public Flow.Subscription subscription() {
        Flow.Subscription given = subscription;
        if (given == null) {
            throw new AssertionError("not subscribed");
        }
        return given;
    }

    public List<T> items() {
        return items;
    }

    public @Nullable Throwable error() {
        return error;
    }

    public boolean isEnded() {
        return end.getCount() == 0;
    }

    public boolean isCompleted() {
        return isEnded() && error == null;
    }

    /** Returns how often the end was signalled, by completion or error. */
    public int ends() {
        return ends.get();
    }

    public void awaitEnd() throws InterruptedException {
        if (!end.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no end after " + items.size() + " items");
        }
    }
}
