package dev.parley.runtime.call;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something when the time of a step is over, unless it is stopped before. Stopping completes the timer: cancelling it
 * would make an exception for every step that is done in time and, before Java 21, leave an entry in the JDK's queue of
 * timers until the deadline.
 */
final class StepTimer implements BiConsumer<@Nullable Object, @Nullable Throwable> {
    private final CompletableFuture<@Nullable Void> timer;
    private final Runnable action;
    private final Executor executor;
    private volatile boolean stopped;

    private StepTimer(CompletableFuture<@Nullable Void> timer, Runnable action, Executor executor) {
        this.timer = timer;
        this.action = action;
        this.executor = executor;
    }

    /**
     * Starts one.
     *
     * @param timer is completed when the time is over
     * @param action what to do then, in the executor
     */
    static StepTimer start(CompletableFuture<@Nullable Void> timer, Runnable action, Executor executor) {
        StepTimer step = new StepTimer(timer, action, executor);
        CompletableFuture<?> unused = timer.whenComplete(step);
        return step;
    }

    /** An executor that takes no more, as one that is shut down, must not leave a call without an end. */
    @Override
    public void accept(@Nullable Object nothing, @Nullable Throwable failure) {
        if (stopped) {
            return;
        }
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
