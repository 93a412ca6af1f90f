package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Ends the steps of a call that nobody waits for any longer. */
final class Cancellation {
    /** How many steps of a kind nearly every call has. */
    private static final int FEW = 2;

    /**
     * Steps that end with their attempt. One that is done goes when the next comes, or with the call: to be told of every
     * end would cost more than to keep the two or three that there are.
     */
    private final List<CompletableFuture<?>> ofAttempt = new ArrayList<>(FEW); // guarded by this

    /** Steps that may last longer than an attempt. */
    private final List<CompletableFuture<?>> longer = new ArrayList<>(FEW); // guarded by this

    private boolean cancelled; // guarded by this

    /** Returns the step, which is cancelled when the call is. */
    <T> CompletableFuture<T> track(CompletableFuture<T> step) {
        return track(step, ofAttempt);
    }

    /** As {@link #track}, for what may last longer than an attempt. */
    <T> CompletableFuture<T> trackLonger(CompletableFuture<T> step) {
        return track(step, longer);
    }

    private <T> CompletableFuture<T> track(CompletableFuture<T> step, List<CompletableFuture<?>> steps) {
        if (step.isDone()) {
            return step;
        }
        boolean late;
        synchronized (this) {
            late = cancelled;
            if (!late) {
                steps.removeIf(CompletableFuture::isDone);
                steps.add(step);
            }
        }
        if (late) {
            step.cancel(true);
        }
        return step;
    }

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Cancels the steps under way and all that follow. */
    void cancel() {
        List<CompletableFuture<?>> all;
        synchronized (this) {
            cancelled = true;
            all = ofAttempt();
            all.addAll(longer);
            ofAttempt.clear();
            longer.clear();
        }
        cancel(all);
    }

    /** Returns the steps of the attempt, done or under way. */
    synchronized List<CompletableFuture<?>> ofAttempt() {
        return new ArrayList<>(ofAttempt);
    }

    static void cancel(List<CompletableFuture<?>> steps) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).cancel(true);
        }
    }
}
