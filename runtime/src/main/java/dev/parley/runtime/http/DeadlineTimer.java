package dev.parley.runtime.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does something at a deadline, unless it is stopped before. It lives on the timer thread that the JDK keeps for
 * {@link CompletableFuture}, and leaves nothing there once stopped: the deadline of a short call may be minutes away.
 */
final class DeadlineTimer {
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    /** Starts the timer. The action runs on a thread that is not its own, so it must not block. */
    void start(Deadline deadline, Runnable action) {
        CompletableFuture<Void> unused = stopped.orTimeout(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS)
                .whenComplete((nothing, timeout) -> {
                    if (timeout instanceof TimeoutException) {
                        action.run();
                    }
                });
    }

    /** Stops the timer, also if it starts later; of no consequence if it has run. */
    void stop() {
        stopped.complete(null);
    }
}
