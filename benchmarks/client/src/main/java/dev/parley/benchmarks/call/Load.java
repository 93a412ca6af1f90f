package dev.parley.benchmarks.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes one call after the other, so many at a time. */
final class Load {

    /** Where calls wait. */
    enum Mode {
        PLATFORM_THREADS,
        VIRTUAL_THREADS,
        NO_THREADS
    }

    private final Mode mode;
    private final Supplier<Object> call;

    Load(Mode mode, Supplier<Object> call) {
        this.mode = mode;
        this.call = call;
    }

    /** Calls for so long; returns calls per second, and the latency at 50 and 99 %, in microseconds. */
    double[] during(long millis, int atATime) throws Exception {
        Latencies latencies = new Latencies();
        long start = System.nanoTime();
        long end = start + millis * 1_000_000;
        if (mode == Mode.NO_THREADS) {
            flights(atATime, end, latencies);
        } else {
            threads(atATime, end, latencies);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new double[] {latencies.count() / seconds, latencies.micros(0.5), latencies.micros(0.99)};
    }

    /** Makes so many calls, one at a time. */
    void times(int count) {
        for (int i = 0; i < count; i++) {
            Object result = call.get();
            if (mode == Mode.NO_THREADS) {
                ((CompletableFuture<?>) result).join();
            }
        }
    }

    private void threads(int count, long end, Latencies latencies) throws Exception {
        ExecutorService threads = mode == Mode.VIRTUAL_THREADS ? virtualThreads() : Executors.newFixedThreadPool(count);
        List<Future<?>> loops = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            loops.add(threads.submit(() -> {
                for (long before = System.nanoTime(); before < end; ) {
                    Objects.requireNonNull(call.get());
                    long after = System.nanoTime();
                    latencies.add(after - before);
                    before = after;
                }
            }));
        }
        for (Future<?> loop : loops) {
            loop.get();
        }
        threads.shutdown();
    }

    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    private void flights(int count, long end, Latencies latencies) throws InterruptedException {
        CountDownLatch landed = new CountDownLatch(count);
        AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();
        for (int i = 0; i < count; i++) {
            next(end, latencies, landed, failed);
        }
        landed.await();
        Throwable failure = failed.get();
        if (failure != null) {
            throw new IllegalStateException("a call failed", failure);
        }
    }

    private void next(
            long end, Latencies latencies, CountDownLatch landed, AtomicReference<@Nullable Throwable> failed) {
        long before = System.nanoTime();
        var unused = ((CompletableFuture<?>) call.get()).whenComplete((value, failure) -> {
            long after = System.nanoTime();
            latencies.add(after - before);
            if (failure != null) {
                failed.set(failure);
            }
            if (after < end && failure == null) {
                next(end, latencies, landed, failed);
            } else {
                landed.countDown();
            }
        });
    }
}
