package dev.parley.runtime.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pauses that are noted and not waited for, at a fixed time, with the randomness that a test wants. */
final class ScriptedTiming implements Timing {
    static final Instant NOW = Instant.parse("1994-11-06T08:49:30Z");

    private final List<Long> pauses = new CopyOnWriteArrayList<>();
    private final double random;

    ScriptedTiming(double random) {
        this.random = random;
    }

    List<Duration> pauses() {
        return pauses.stream().map(Duration::ofNanos).toList();
    }

    @Override
    public Instant now() {
        return NOW;
    }

    @Override
    public double random() {
        return random;
    }

    @Override
    public void sleep(long nanos) {
        pauses.add(nanos);
    }

    @Override
    public CompletableFuture<Void> after(long nanos) {
        pauses.add(nanos);
        return CompletableFuture.completedFuture(null);
    }
}
