package dev.parley.generator.parallel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A value that is worked out beside its caller, by a thread of its own, while the caller does something else. */
public final class Beside<T> {

    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /**
     * Begins to work a value out. On a machine with one processor, which nothing is done beside, this is done when the value
     * is asked for.
     */
    public static <T> Beside<T> of(Supplier<T> work) {
        Beside<T> value = new Beside<>(new FutureTask<>(work::get));
        if (Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(value.task, "parley-beside");
            thread.setDaemon(true);
            thread.start();
        }
        return value;
    }

    /**
     * Returns the value, once it is there.
     *
     * @throws RuntimeException what the work throws, like an {@link Error}
     */
    public T get() {
        task.run(); // does nothing if a thread has begun
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }
}
