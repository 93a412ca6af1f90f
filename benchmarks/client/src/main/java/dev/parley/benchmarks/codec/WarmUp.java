package dev.parley.benchmarks.codec;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation until this process has used a certain time of the CPU, compilers included: on a busy machine a time of
 * the clock would end before the code is compiled, and figures would be those of the interpreter.
 */
final class WarmUp {
    /** Enough for what binds types: figures still fell before, and hardly behind. */
    static final int CPU_MILLIS = 3500;

    /** jackson-core alone has less to compile. */
    static final int CPU_MILLIS_OF_CORE = 1200;

    /** openai-java has more. */
    static final int CPU_MILLIS_OF_OFFICIAL = 8000;

    /**
     * Enough for whoever reads and writes in one JVM: the compiler alone takes some 5 seconds for all codecs, and before it
     * has come to the end each JVM stands somewhere else.
     */
    static final int CPU_MILLIS_OF_ROUND_TRIP = 10_000;

    /** The property that says how much of all that there is, up to 1. */
    static final String SHARE = "parley.benchmarks.share";

    private static final long GIVEN_UP_AFTER_NANOS = TimeUnit.SECONDS.toNanos(60);

    /** Where each outcome goes, so that none is optimised away. */
    @SuppressWarnings("UnusedVariable")
    private static volatile @Nullable Object last;

    private WarmUp() {}

    /** What is warmed up. */
    interface Operation {
        Object run() throws Exception;
    }

    static void run(String contestant, Operation operation) throws Exception {
        int whole = switch (contestant) {
            case Contestants.OFFICIAL -> CPU_MILLIS_OF_OFFICIAL;
            case Contestants.SCAN, Contestants.STRING_SCAN, Contestants.COPY, Contestants.REPLAY -> CPU_MILLIS_OF_CORE;
            default -> CPU_MILLIS;
        };
        run(whole, operation);
    }

    /** Runs it for so many milliseconds of a full run. */
    static void run(int whole, Operation operation) throws Exception {
        long millis = Math.round(whole * Double.parseDouble(System.getProperty(SHARE, "1")));
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long end = process.getProcessCpuTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long start = System.nanoTime();
        while (process.getProcessCpuTime() < end && System.nanoTime() - start < GIVEN_UP_AFTER_NANOS) {
            for (int i = 0; i < 20; i++) {
                last = operation.run();
            }
        }
        last = null;
    }
}
