package dev.parley.runtime.call;

import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Where the steps of calls that do not block run unless the user says where. */
final class DefaultExecutor {
    private DefaultExecutor() {}

    /**
     * Returns the common pool where it has threads to spare: on a machine of one or two processors, or where a system
     * property says so, it has one or none, and {@link java.util.concurrent.CompletableFuture} starts a thread for every
     * step instead, which costs as much as the rest of a call.
     */
    static Executor get() {
        return of(ForkJoinPool.getCommonPoolParallelism());
    }

    /** As {@link #get}, where the common pool has so many threads. */
    static Executor of(int parallelism) {
        return parallelism > 1 ? ForkJoinPool.commonPool() : Threads.KEPT;
    }

    /** Threads that are kept for the next step, as many as there are steps at once. */
    static final class Threads {
        static final Executor KEPT = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Threads::thread);

        private Threads() {}

        /** As the common pool has them: they keep no program alive, and nothing of whoever made them. */
        private static Thread thread(Runnable work) {
            Thread thread = new Thread(null, work, "parley-async", 0, false);
            thread.setDaemon(true);
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
            return thread;
        }
    }
}
