package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A published body as a stream whose reads end at the deadline of the call. One piece is asked for at a time, so a slow
 * reader slows the server down.
 */
final class DeadlineBody extends ArrivedBody implements Flow.Subscriber<List<ByteBuffer>> {
    /** What the publisher puts last into the queue; recognised by identity. */
    private static final List<ByteBuffer> END = List.of(NOTHING);

    private final Deadline deadline;
    private final BlockingQueue<List<ByteBuffer>> arrived;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;

    DeadlineBody(Deadline deadline) {
        this(deadline, new LinkedBlockingQueue<>());
    }

    private DeadlineBody(Deadline deadline, BlockingQueue<List<ByteBuffer>> arrived) {
        super(arrived);
        this.deadline = deadline;
        this.arrived = arrived;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            if (subscription != null || isClosed()) {
                given.cancel();
                return;
            }
            subscription = given;
        }
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> item) {
        arrived.add(item);
    }

    @Override
    public void onError(Throwable throwable) {
        failure = throwable;
        arrived.add(END);
    }

    @Override
    public void onComplete() {
        arrived.add(END);
    }

    /** Gives up the connection unless the body came to its end; a read that is waiting in another thread throws. */
    @Override
    public void close() {
        Flow.Subscription open;
        synchronized (this) {
            super.close();
            open = subscription;
        }
        if (open != null) {
            open.cancel();
        }
        arrived.clear();
        arrived.add(END);
    }

    @Override
    @Nullable
    List<ByteBuffer> next() throws IOException {
        List<ByteBuffer> next = awaitNext();
        if (next != END) {
            Objects.requireNonNull(subscription).request(1);
            return next;
        }
        arrived.add(END); // so that the next read ends as well, instead of waiting
        if (failure != null) {
            throw failed(failure);
        }
        return null;
    }

    /** A timeout stays one, for whoever decides by its class. */
    private static IOException failed(Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            HttpTimeoutException timeout = new HttpTimeoutException(cause.getMessage());
            timeout.initCause(cause);
            return timeout;
        }
        return new IOException(cause.getMessage(), cause);
    }

    private List<ByteBuffer> awaitNext() throws IOException {
        List<ByteBuffer> next;
        try {
            next = arrived.poll(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the body of the answer");
        }
        if (next == null) {
            close();
            throw new HttpTimeoutException("the body of the answer is not complete in time");
        }
        return next;
    }
}
