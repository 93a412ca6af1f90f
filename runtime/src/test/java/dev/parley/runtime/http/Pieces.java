package dev.parley.runtime.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A subscriber that keeps what it is told. */
final class Pieces implements Flow.Subscriber<List<ByteBuffer>> {
    private final long demand;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private int count;

    /** @param demand what is asked for at once */
    Pieces(long demand) {
        this.demand = demand;
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (demand > 0) {
            given.request(demand);
        }
    }

    @Override
    public synchronized void onNext(List<ByteBuffer> item) {
        if (end.isDone()) {
            throw new AssertionError("a piece after the end");
        }
        for (ByteBuffer buffer : item) {
            byte[] copy = new byte[buffer.remaining()];
            buffer.get(copy);
            bytes.writeBytes(copy);
        }
        count++;
        notifyAll();
    }

    @Override
    public void onError(Throwable failure) {
        if (!end.completeExceptionally(failure)) {
            throw new AssertionError("two ends");
        }
    }

    @Override
    public synchronized void onComplete() {
        if (!end.complete(bytes.toString(StandardCharsets.UTF_8))) {
            throw new AssertionError("two ends");
        }
    }

    Flow.Subscription subscription() {
        if (subscription == null) {
            throw new AssertionError("no subscription");
        }
        return subscription;
    }

    synchronized int count() {
        return count;
    }

    void awaitPiece() throws InterruptedException {
        awaitCount(1);
    }

    synchronized void awaitCount(int wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (count < wanted) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("only " + count + " pieces came");
            }
            wait(left);
        }
    }

    String text() throws Exception {
        return end.get(30, TimeUnit.SECONDS);
    }

    Throwable failure() throws Exception {
        try {
            throw new AssertionError("ended with " + end.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
