package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A source as {@code java.net.http} takes bodies. The JDK's own publisher of streams takes a failure to read for the end
 * of the body, and would send half of one.
 */
final class SourcePublisher implements BodyPublisher {
    private static final int PIECE = 16 * 1024;

    private final BodySource source;
    private final long length;

    SourcePublisher(BodySource source) throws BodySourceException {
        this.source = source;
        this.length = SourceStream.length(source);
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        subscriber.onSubscribe(new Sending(subscriber));
    }

    /** Reads in the thread that asks for more, which is one of the client's executor. */
    private final class Sending implements Flow.Subscription {
        private final Flow.Subscriber<? super ByteBuffer> subscriber;
        private @Nullable InputStream stream; // guarded by this
        private long demand; // guarded by this
        private boolean reading; // guarded by this
        private volatile boolean over;

        Sending(Flow.Subscriber<? super ByteBuffer> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void request(long pieces) {
            synchronized (this) {
                demand += Math.min(pieces, Long.MAX_VALUE - demand);
                if (reading) {
                    return; // the thread that is at it goes on
                }
                reading = true;
            }
            if (pieces <= 0) {
                fail(new IllegalArgumentException("asked for " + pieces + " pieces; ask for one or more"));
                return;
            }
            while (!over && taken()) {
                next();
            }
        }

        private synchronized boolean taken() {
            reading = demand > 0;
            if (reading) {
                demand--;
            }
            return reading;
        }

        private void next() {
            try {
                byte[] piece = new byte[PIECE];
                int count = open().read(piece, 0, PIECE);
                if (count >= 0) {
                    if (!over) {
                        subscriber.onNext(ByteBuffer.wrap(piece, 0, count));
                    }
                } else if (!over) {
                    cancel();
                    subscriber.onComplete();
                }
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }

        private synchronized InputStream open() throws IOException {
            if (stream == null) {
                stream = SourceStream.open(source, length);
            }
            return stream;
        }

        private void fail(Throwable failure) {
            if (!over) {
                cancel();
                subscriber.onError(failure);
            }
        }

        @Override
        public void cancel() {
            over = true;
            InputStream open;
            synchronized (this) {
                open = stream;
            }
            if (open != null) {
                try {
                    open.close();
                } catch (IOException ignored) {
                    // its bytes were read, or are not wanted
                }
            }
        }
    }
}
