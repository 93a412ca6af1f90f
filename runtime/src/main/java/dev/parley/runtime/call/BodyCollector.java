package dev.parley.runtime.call;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body that is pushed; what {@link BodyReader} is to one that is pulled. */
final class BodyCollector extends CompletableFuture<byte[]> implements Flow.Subscriber<List<ByteBuffer>> {
    private final long declared;
    private final int limit;
    private final boolean tolerant;
    private Flow.@Nullable Subscription subscription;
    private byte[] buffer = new byte[0];
    private int length;

    private BodyCollector(long declared, long limit, boolean tolerant) {
        this.declared = declared;
        this.limit = (int) Math.min(limit, BodyReader.LARGEST_LIMIT);
        this.tolerant = tolerant;
    }

    /**
     * Returns a collector of a body that must come to its end within the limit.
     *
     * @param declared the length that the answer declares, or -1
     */
    static BodyCollector strict(long declared, long limit) {
        return new BodyCollector(declared, limit, false);
    }

    /** Returns a collector of as much of a body as comes, up to the limit; it never fails. */
    static BodyCollector tolerant(int limit) {
        return new BodyCollector(-1, limit, true);
    }

    /** Gives up the body. */
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        boolean cancelled = super.cancel(mayInterruptIfRunning);
        if (cancelled) {
            stop();
        }
        return cancelled;
    }

    /** Tells that no time is left. */
    void expire() {
        fail(new HttpTimeoutException("the body is not complete in time"));
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            subscription = given;
        }
        if (isDone()) {
            given.cancel();
        } else {
            given.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        boolean full = false;
        synchronized (this) {
            for (ByteBuffer piece : pieces) {
                full |= add(piece);
            }
        }
        if (full) {
            fail(new ResponseTooLargeException(limit));
        }
    }

    @Override
    public void onError(Throwable failure) {
        fail(failure instanceof IOException ? failure : new IOException(failure.getMessage(), failure));
    }

    @Override
    public void onComplete() {
        complete(soFar());
    }

    private void fail(Throwable failure) {
        if (tolerant) {
            complete(soFar());
        } else {
            completeExceptionally(failure);
        }
        stop();
    }

    /** Adds what fits; returns whether something does not. */
    private boolean add(ByteBuffer piece) {
        int count = Math.min(piece.remaining(), limit - length);
        if (length + count > buffer.length) {
            long larger = length == 0 ? BodyReader.firstBuffer(declared, limit) : 2L * buffer.length;
            long grown = Math.max(length + (long) count, larger);
            buffer = Arrays.copyOf(buffer, (int) Math.min(limit, grown));
        }
        piece.get(buffer, length, count);
        length += count;
        return piece.hasRemaining();
    }

    private synchronized byte[] soFar() {
        return length == buffer.length ? buffer : Arrays.copyOf(buffer, length); // full, it is not written to again
    }

    private void stop() {
        Flow.Subscription open;
        synchronized (this) {
            open = subscription;
        }
        if (open != null) {
            open.cancel();
        }
    }
}
