package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
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
final class DeadlineBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** What the publisher puts last into the queue; recognised by identity. */
    private static final List<ByteBuffer> END = List.of(NOTHING);

    private final Deadline deadline;
    private final BlockingQueue<List<ByteBuffer>> arrived = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile @Nullable Throwable failure;
    private volatile boolean closed;

    private Iterator<ByteBuffer> pieces = Collections.emptyIterator();
    private ByteBuffer piece = NOTHING;
    private boolean ended;

    DeadlineBody(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        synchronized (this) {
            if (subscription != null || closed) {
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

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (!advance()) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(bytes, offset, count);
        return count;
    }

    /** Gives up the connection unless the body came to its end; a read that is waiting in another thread throws. */
    @Override
    public void close() {
        Flow.Subscription open;
        synchronized (this) {
            closed = true;
            open = subscription;
        }
        if (open != null) {
            open.cancel();
        }
        arrived.clear();
        arrived.add(END);
    }

    /** Moves to the next piece with bytes left in it; returns false at the end of the body. */
    private boolean advance() throws IOException {
        while (closed || !piece.hasRemaining()) {
            if (closed) {
                throw new IOException("the body of the answer is closed");
            }
            if (ended) {
                return false;
            }
            if (pieces.hasNext()) {
                piece = pieces.next();
            } else {
                receive();
            }
        }
        return true;
    }

    private void receive() throws IOException {
        List<ByteBuffer> next = awaitNext();
        if (next != END) {
            pieces = next.iterator();
            Objects.requireNonNull(subscription).request(1);
        } else if (failure != null) {
            arrived.add(END); // so that the next read fails as well, instead of waiting
            throw failed(failure);
        } else {
            ended = !closed;
        }
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
