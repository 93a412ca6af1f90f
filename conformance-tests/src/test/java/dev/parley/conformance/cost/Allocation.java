package dev.parley.conformance.cost;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.jspecify.annotations.Nullable;

/** Counts the bytes that an operation allocates on the heap. */
final class Allocation {
    private static final int OPERATIONS = 10;
    private static final int SERIES = 40;

    /** How many times in a row the least figure has to come. */
    private static final int TIMES = 4;

    /** Where each outcome goes, so that none is optimised away. */
    private static volatile @Nullable Object last;

    private Allocation() {}

    /** What is counted. */
    interface Operation {
        Object run();
    }

    /**
     * Returns the bytes for one operation, the least of several series. The first operations fill what is kept for the
     * next; from then on each allocates the same, interpreted or compiled.
     */
    static long of(Operation operation) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long least = Long.MAX_VALUE;
        int times = 0;
        for (int series = 0; series < SERIES && times < TIMES; series++) {
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < OPERATIONS; i++) {
                last = operation.run();
            }
            long bytes = (threads.getThreadAllocatedBytes(thread) - before) / OPERATIONS;
            times = bytes < least ? 1 : times + 1;
            least = Math.min(least, bytes);
        }
        last = null;
        return least;
    }
}
