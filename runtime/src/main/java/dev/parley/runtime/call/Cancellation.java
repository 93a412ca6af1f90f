package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ends the steps of a call that nobody waits for any longer. */
final class Cancellation {
    /** How many steps are under way at once in nearly every call. */
    private static final int FEW = 4;

    /** With each step whether it ends with its attempt, too. */
    private final IdentityHashMap<CompletableFuture<?>, Boolean> steps = new IdentityHashMap<>(FEW);

    private boolean cancelled;

    /** Returns the step, which is cancelled when the call is. */
    <T> CompletableFuture<T> track(CompletableFuture<T> step) {
        return track(step, true);
    }

    /** As {@link #track}, for what may last longer than an attempt. */
    <T> CompletableFuture<T> trackLonger(CompletableFuture<T> step) {
        return track(step, false);
    }

    private <T> CompletableFuture<T> track(CompletableFuture<T> step, boolean ofAttempt) {
        if (step.isDone()) {
            return step;
        }
        boolean late;
        synchronized (this) {
            late = cancelled;
            if (!late) {
                steps.put(step, ofAttempt);
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
        cancel(underWay(false));
    }

    /** Returns the steps under way of the attempt. */
    List<CompletableFuture<?>> ofAttempt() {
        return underWay(true);
    }

    private synchronized List<CompletableFuture<?>> underWay(boolean attemptOnly) {
        List<CompletableFuture<?>> found = new ArrayList<>();
        steps.forEach((step, ofAttempt) -> {
            if (ofAttempt || !attemptOnly) {
                found.add(step);
            }
        });
        return found;
    }

    static void cancel(List<CompletableFuture<?>> steps) {
        for (CompletableFuture<?> step : steps) {
            step.cancel(true);
        }
    }
}
