package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits in no thread: what follows a step runs in the executor once the step is done. */
final class AsyncWire implements Wire {
    private final HttpTransport transport;
    private final Timing timing;
    private final Executor executor;
    private final Cancellation cancellation;

    AsyncWire(HttpTransport transport, Timing timing, Executor executor, Cancellation cancellation) {
        this.transport = transport;
        this.timing = timing;
        this.executor = executor;
        this.cancellation = cancellation;
    }

    @Override
    public boolean isHere() {
        return true;
    }

    @Override
    public <T> CompletableFuture<T> handOver(Supplier<CompletableFuture<T>> step) {
        return step.get();
    }

    @Override
    public CompletableFuture<HttpResponse> send(HttpRequest request) {
        if (cancellation.isCancelled()) {
            return CompletableFuture.failedFuture(new CancellationException());
        }
        try {
            return cancellation.track(transport.sendAsync(request, executor));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** The result is a future of its own: one of the transport, or of an interceptor, may refuse to be completed. */
    @Override
    public <T> CompletableFuture<T> within(Deadline deadline, CompletableFuture<T> step) {
        if (step.isDone()) {
            return step;
        }
        CompletableFuture<T> guarded = new CompletableFuture<>();
        Stages.whenDone(step, () -> Stages.pass(step, guarded));
        StepTimer timer = startTimer(deadline.remainingNanos(), () -> {
            List<CompletableFuture<?>> late = cancellation.ofAttempt(); // as of now: another may follow
            if (guarded.completeExceptionally(new HttpTimeoutException("the answer is not complete in time"))) {
                Cancellation.cancel(late);
            }
        });
        Stages.whenDone(guarded, timer::stop);
        return cancellation.trackLonger(guarded);
    }

    @Override
    public CompletableFuture<byte[]> readAll(HttpResponse response, long limit, Deadline deadline) {
        return collect(
                response,
                BodyCollector.strict(CallRun.declaredBytes(response.headers()), limit),
                deadline.remainingNanos());
    }

    @Override
    public CompletableFuture<byte[]> readSome(HttpResponse response, int limit, Deadline deadline) {
        return collect(response, BodyCollector.tolerant(limit), deadline.remainingNanos());
    }

    @Override
    public CompletableFuture<@Nullable Void> discard(HttpResponse response) {
        // The timer closes by itself: a body that blocks may hold the only thread of the executor.
        CompletableFuture<?> watch = timing.timer(DRAINED_NANOS);
        CompletableFuture<?> unused = watch.thenRun(response::close);
        return collect(response, BodyCollector.tolerant(DRAINED_BYTES), DRAINED_NANOS)
                .handleAsync(
                        (bytes, failure) -> {
                            watch.cancel(false);
                            response.close();
                            return null;
                        },
                        executor);
    }

    @Override
    public CompletableFuture<@Nullable Void> pause(long nanos) {
        return cancellation.track(timing.after(nanos)).thenRunAsync(() -> {}, executor);
    }

    private CompletableFuture<byte[]> collect(HttpResponse response, BodyCollector collector, long nanos) {
        try {
            response.publisher(executor).subscribe(collector);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        if (!collector.isDone()) {
            StepTimer timer = startTimer(nanos, collector::expire);
            Stages.whenDone(collector, timer::stop);
        }
        return cancellation.track(collector);
    }

    private StepTimer startTimer(long nanos, Runnable action) {
        return StepTimer.start(timing.timer(Math.max(0, nanos)), action, executor);
    }
}
