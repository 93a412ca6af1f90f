package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Publishes a stream to one reader: it reads when the reader has asked for more, and blocks an executor's thread. */
final class StreamPublisher {
    private static final int PIECE = 16 * 1024;

    private final InputStream stream;
    private final AtomicBoolean taken = new AtomicBoolean();

    StreamPublisher(InputStream stream) {
        this.stream = stream;
    }

    void subscribe(Flow.Subscriber<? super List<ByteBuffer>> subscriber, Executor executor) {
        if (taken.compareAndSet(false, true)) {
            subscriber.onSubscribe(new Reading(subscriber, executor));
        } else {
            Refusal.of(subscriber);
        }
    }

    private final class Reading implements Flow.Subscription, Runnable {
        private final Flow.Subscriber<? super List<ByteBuffer>> subscriber;
        private final Executor executor;
        private final AtomicLong demand = new AtomicLong();
        private volatile boolean over;

        Reading(Flow.Subscriber<? super List<ByteBuffer>> subscriber, Executor executor) {
            this.subscriber = subscriber;
            this.executor = executor;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                fail(new IllegalArgumentException("asked for " + count + " pieces; ask for one or more"));
                return;
            }
            if (demand.getAndAccumulate(count, Reading::capped) == 0) {
                try {
                    executor.execute(this); // as only the first to ask does, there is one reading thread at most
                } catch (RejectedExecutionException e) {
                    fail(e);
                }
            }
        }

        @Override
        public void cancel() {
            over = true;
            release();
        }

        @Override
        public void run() {
            try {
                byte[] bytes = new byte[PIECE];
                do {
                    if (over) {
                        return;
                    }
                    int count = stream.read(bytes);
                    if (count < 0) {
                        complete();
                        return;
                    }
                    if (!over) {
                        subscriber.onNext(List.of(ByteBuffer.wrap(Arrays.copyOf(bytes, count))));
                    }
                } while (demand.decrementAndGet() > 0);
            } catch (IOException | RuntimeException e) {
                fail(e);
            }
        }

        private void complete() {
            if (!over) {
                over = true;
                release();
                subscriber.onComplete();
            }
        }

        private void fail(Throwable failure) {
            if (!over) {
                over = true;
                release();
                subscriber.onError(failure);
            }
        }

        private void release() {
            try {
                stream.close();
            } catch (IOException ignored) {
                // nothing is left to save
            }
        }

        private static long capped(long asked, long more) {
            return more > Long.MAX_VALUE - asked ? Long.MAX_VALUE : asked + more;
        }
    }
}
