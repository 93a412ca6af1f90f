package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ends the steps of a call that nobody waits for any longer. */
final class Cancellation {
    private final IdentityHashMap<CompletableFuture<?>, Boolean> steps = new IdentityHashMap<>();
    private boolean cancelled;

    /** Returns the step, which is cancelled when the call is. */
    <T> CompletableFuture<T> track(CompletableFuture<T> step) {
        if (step.isDone()) {
            return step;
        }
        boolean late;
        synchronized (this) {
            late = cancelled;
            if (!late) {
                steps.put(step, true);
            }
        }
        if (late) {
            step.cancel(true);
        } else {
            Stages.whenDone(step, () -> forget(step));
        }
        return step;
    }

    private synchronized void forget(CompletableFuture<?> step) {
        steps.remove(step);
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Cancels the steps under way and all that follow. */
    void cancel() {
        synchronized (this) {
            cancelled = true;
        }
        cancelSteps();
    }

    /** Cancels the steps under way; others may follow. */
    void cancelSteps() {
        List<CompletableFuture<?>> open;
        synchronized (this) {
            open = new ArrayList<>(steps.keySet());
            steps.clear();
        }
        for (CompletableFuture<?> step : open) {
            step.cancel(true);
        }
    }
}
