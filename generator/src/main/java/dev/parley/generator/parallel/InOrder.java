package dev.parley.generator.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does the same with each element of a list, on all processors; the results stand in the order of the list, and of
 * several failures the first in that order is the one that is thrown. So nobody can tell how many threads there were.
 */
public final class InOrder {

    /** A short list is done before a thread has started. */
    private static final int SHORT = 64;

    /** More threads would only take more memory at once: the files end up on one disk. */
    private static final int MOST_THREADS = 8;

    private InOrder() {}

    /**
     * Returns what {@code work} makes of each element.
     *
     * @param work called once for each element, by several threads at a time unless the list is short; yields no {@code null}
     * @throws RuntimeException what {@code work} throws, like an {@link Error}
     */
    public static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> work) {
        int processors = Runtime.getRuntime().availableProcessors();
        return elements.size() < SHORT
                ? map(elements, work, 1)
                : map(elements, work, Math.min(processors, MOST_THREADS));
    }

    /**
     * Returns what each piece of work yields, done side by side.
     *
     * @param works each is called once, by a thread of its own or the caller's; yields no {@code null}
     * @throws RuntimeException what the first that fails throws, like an {@link Error}
     */
    public static <R> List<R> all(List<Supplier<R>> works) {
        return map(works, Supplier::get, works.size());
    }

    /** Does the same with a given number of threads, of which the caller's is one. */
    static <T, R> List<R> map(List<T> elements, Function<? super T, ? extends R> work, int threads) {
        Share<T, R> share = new Share<>(elements, work);
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(share, "parley-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        share.run();
        others.forEach(InOrder::await);
        return share.results();
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A list that threads take elements from, one by one, until it is done or something fails. */
    private static final class Share<T, R> implements Runnable {

        private final List<T> elements;
        private final Function<? super T, ? extends R> work;
        private final AtomicReferenceArray<R> results;
        private final AtomicReferenceArray<Throwable> failures;
        private final AtomicInteger next = new AtomicInteger();

        Share(List<T> elements, Function<? super T, ? extends R> work) {
            this.elements = elements;
            this.work = work;
            results = new AtomicReferenceArray<>(elements.size());
            failures = new AtomicReferenceArray<>(elements.size());
        }

        /** What is taken is finished, so that all elements before the first failure are. */
        @Override
        public void run() {
            int index = next.getAndIncrement();
            while (index < elements.size()) {
                try {
                    results.set(index, work.apply(elements.get(index)));
                } catch (RuntimeException | Error e) {
                    failures.set(index, e);
                    next.set(elements.size());
                }
                index = next.getAndIncrement();
            }
        }

        List<R> results() {
            List<R> all = new ArrayList<>(elements.size());
            for (int i = 0; i < elements.size(); i++) {
                rethrow(failures.get(i));
                all.add(results.get(i));
            }
            return all;
        }

        private static void rethrow(@Nullable Throwable failure) {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
