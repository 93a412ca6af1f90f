package dev.parley.conformance.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes the report when the last test has ended, whether all passed or not. A run of a few tests, {@code -Dtest=…},
 * writes it into a folder of its own, so that it does not take the place of a whole one.
 */
public final class ReportListener implements TestExecutionListener {

    private final AtomicLong tests = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong skipped = new AtomicLong();
    private final long start = System.nanoTime();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.incrementAndGet();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            failed.incrementAndGet();
        }
        if (!test.isTest()) {
            return;
        }
        tests.incrementAndGet();
        if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
            skipped.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (Evidence.collected().isEmpty()) {
            return;
        }
        long seconds = Math.round((System.nanoTime() - start) / 1e9);
        Run run = Run.here(
                LocalDate.now(Clock.systemUTC()).toString(), tests.get(), failed.get(), skipped.get(), seconds);
        new Report(Evidence.collected(), run).write(folder());
    }

    private static Path folder() {
        Path target = Path.of(System.getProperty("basedir", ""), "target");
        return WholeRun.isPartial() ? target.resolve("partial") : target.resolve(WholeRun.name());
    }
}
