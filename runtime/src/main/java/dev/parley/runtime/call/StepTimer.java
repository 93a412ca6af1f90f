package dev.parley.runtime.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Does something when the time of a step is over, unless it is stopped before. Stopping completes the timer: cancelling it
 * would make an exception for every step that is done in time and, before Java 21, leave an entry in the JDK's queue of
 * timers until the deadline.
 */
final class StepTimer {
    private final CompletableFuture<@Nullable Void> timer;
    private volatile boolean stopped;

    private StepTimer(CompletableFuture<@Nullable Void> timer) {
        this.timer = timer;
    }

    /**
     * Starts one.
     *
     * @param timer is completed when the time is over
     * @param action what to do then, in the executor
     */
    static StepTimer start(CompletableFuture<@Nullable Void> timer, Runnable action, Executor executor) {
        StepTimer step = new StepTimer(timer);
        Stages.whenDone(timer, () -> {
            if (!step.stopped) {
                run(action, executor);
            }
        });
        return step;
    }

    /** An executor that takes no more, as one that is shut down, must not leave a call without an end. */
    private static void run(Runnable action, Executor executor) {
        try {
            executor.execute(action);
        } catch (RejectedExecutionException e) {
            action.run();
        }
    }

    void stop() {
        stopped = true;
        timer.complete(null);
    }
}
