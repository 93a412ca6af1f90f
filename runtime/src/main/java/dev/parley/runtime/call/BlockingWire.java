package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits in the thread of the caller. */
final class BlockingWire implements Wire {
    private static final CompletableFuture<@Nullable Void> DONE = CompletableFuture.completedFuture(null);

    private final HttpTransport transport;
    private final Timing timing;
    private final Thread caller = Thread.currentThread();

    /** Steps that a thread of an interceptor came to; made when there is one to wait for, which is rare. */
    private @Nullable BlockingQueue<Runnable> handedOver; // guarded by this

    BlockingWire(HttpTransport transport, Timing timing) {
        this.transport = transport;
        this.timing = timing;
    }

    @Override
    public CompletableFuture<HttpResponse> send(HttpRequest request) {
        try {
            return CompletableFuture.completedFuture(transport.send(request));
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public boolean isHere() {
        return Thread.currentThread() == caller;
    }

    /** The caller makes the step while it waits in {@link #within}: the other thread is not ours to block. */
    @Override
    public <T> CompletableFuture<T> handOver(Supplier<CompletableFuture<T>> step) {
        CompletableFuture<T> result = new CompletableFuture<>();
        handedOver().add(() -> {
            CompletableFuture<T> made = step.get();
            Stages.then(made, result, () -> Stages.pass(made, result));
        });
        return result;
    }

    private synchronized BlockingQueue<Runnable> handedOver() {
        if (handedOver == null) {
            handedOver = new LinkedBlockingQueue<>();
        }
        return handedOver;
    }

    @Override
    public <T> CompletableFuture<T> within(Deadline deadline, CompletableFuture<T> step) {
        if (step.isDone()) {
            return step;
        }
        BlockingQueue<Runnable> queue = handedOver();
        Stages.whenDone(step, () -> queue.add(() -> {}));
        try {
            while (!step.isDone()) {
                Runnable next = queue.poll(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
                if (next == null) {
                    step.cancel(true);
                    return CompletableFuture.failedFuture(FailureKind.late("an interceptor is not done in time"));
                }
                next.run();
            }
            return step;
        } catch (InterruptedException e) {
            step.cancel(true);
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<byte[]> readAll(HttpResponse response, long limit, Deadline deadline) {
        try {
            return CompletableFuture.completedFuture(
                    reader(response, limit, deadline).toEnd());
        } catch (IOException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The status of an error says more than a failure to read what follows it, so what was read by then is kept. */
    @Override
    public CompletableFuture<byte[]> readSome(HttpResponse response, int limit, Deadline deadline) {
        BodyReader reader = reader(response, limit, deadline);
        try {
            reader.toLimit();
        } catch (IOException e) {
            if (FailureKind.isInterrupt(e)) {
                return CompletableFuture.failedFuture(e);
            }
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return CompletableFuture.completedFuture(reader.soFar());
    }

    private static BodyReader reader(HttpResponse response, long limit, Deadline deadline) {
        return new BodyReader(response.body(), CallRun.declaredBytes(response.headers()), limit, deadline);
    }

    @Override
    public CompletableFuture<@Nullable Void> discard(HttpResponse response) {
        CompletableFuture<?> watch = timing.timer(DRAINED_NANOS);
        CompletableFuture<?> unused = watch.thenRun(response::close);
        try (response) {
            Deadline end = Deadline.after(Duration.ofNanos(DRAINED_NANOS));
            new BodyReader(response.body(), 0, DRAINED_BYTES, end).drain();
        } catch (IOException e) {
            if (FailureKind.isInterrupt(e)) {
                return CompletableFuture.failedFuture(e);
            }
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        } finally {
            watch.cancel(false);
        }
        return DONE;
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(long nanos) {
        try {
            timing.sleep(nanos);
            return DONE;
        } catch (InterruptedException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
