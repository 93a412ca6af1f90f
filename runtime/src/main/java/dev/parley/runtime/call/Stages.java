package dev.parley.runtime.call;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** How the steps of a call follow one another: at once if a step is done, as it always is in a call that blocks. */
final class Stages {
    private Stages() {}

    /**
     * Runs what follows once the step is done; in this thread, without a stage of its own, if it is done. What it throws
     * becomes the failure of the result, so that nobody waits for that in vain.
     */
    static void then(CompletableFuture<?> step, CompletableFuture<?> result, Runnable next) {
        if (step.isDone()) {
            run(next, result);
        } else {
            whenDone(step, () -> run(next, result));
        }
    }

    /** Runs what must not fail once the step is done, however it ends. */
    static void whenDone(CompletableFuture<?> step, Runnable next) {
        CompletableFuture<?> unused = step.whenComplete((value, failure) -> next.run());
    }

    private static void run(Runnable next, CompletableFuture<?> result) {
        try {
            next.run();
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    /** Completes the target as the step is that is done. */
    static <T> void pass(CompletableFuture<T> done, CompletableFuture<T> target) {
        Throwable failure = failure(done);
        if (failure == null) {
            target.complete(done.join());
        } else {
            target.completeExceptionally(failure);
        }
    }

    /** Returns what a step that is done failed with, or null if it did not. */
    static @Nullable Throwable failure(CompletableFuture<?> done) {
        if (!done.isCompletedExceptionally()) {
            return null;
        }
        try {
            done.join();
            return null;
        } catch (CancellationException e) {
            return e;
        } catch (CompletionException e) {
            return unwrapped(e);
        }
    }

    /** Returns what is behind the wrappers that futures put around a failure. */
    static Throwable unwrapped(Throwable failure) {
        Throwable inner = failure;
        while ((inner instanceof CompletionException || inner instanceof ExecutionException)
                && inner.getCause() != null) {
            inner = inner.getCause();
        }
        return inner;
    }

    /** Returns the value of a step that is done, or throws what it failed with, as it is. */
    static <T extends @Nullable Object> T value(CompletableFuture<T> done) {
        Throwable failure = failure(done);
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return done.join();
    }
}
