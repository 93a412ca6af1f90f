package dev.parley.benchmarks.codec;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What one JVM of JMH measured, in which one contestant worked on one page alone.
 *
 * @param micros the time of one operation, in microseconds
 * @param bytes what one operation allocated
 */
record Fork(double micros, double bytes) {

    /** The options of the JVM. */
    static final String[] JVM_OPTIONS = {"-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"};

    /** Behind {@link WarmUp}, which does most of it. */
    static final int WARM_UP_MILLIS = 250;

    static final int MEASURED = 3;
    static final int MEASURED_MILLIS = 200;

    /**
     * Starts a JVM and measures.
     *
     * @param benchmark a class with one benchmark, and the parameters {@code page} and {@code contestant}
     * @param share how much of the time to warm up and to measure there is, up to 1
     * @throws RunnerException if it cannot be measured
     */
    static Fork run(Class<?> benchmark, String page, String contestant, double share) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(benchmark.getName().replace(".", "\\.") + "\\.")
                .param("page", page)
                .param("contestant", contestant)
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(TimeValue.milliseconds(Math.round(share * WARM_UP_MILLIS)))
                .measurementIterations(MEASURED)
                .measurementTime(TimeValue.milliseconds(measuredMillis(share)))
                .addProfiler(GCProfiler.class)
                .jvmArgs(JVM_OPTIONS)
                .jvmArgsAppend("-D" + WarmUp.SHARE + "=" + share)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        RunResult result = new Runner(options).runSingle();
        Result<?> allocation = result.getSecondaryResults().get("gc.alloc.rate.norm");
        return new Fork(result.getPrimaryResult().getScore(), allocation.getScore());
    }

    static long measuredMillis(double share) {
        return Math.round(share * MEASURED_MILLIS);
    }
}
