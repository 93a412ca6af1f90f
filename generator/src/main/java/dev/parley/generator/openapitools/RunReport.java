package dev.parley.generator.openapitools;

import dev.parley.generator.RunSummary;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostic.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A finished run.
 *
 * @param summary what the client declares, or {@code null} if there was nothing to do
 * @param diagnostics everything that was reported
 * @param written how many sources are new or have changed
 * @param unchanged how many sources were there already, and were left alone
 * @param deleted how many files of the run before are no longer produced, and are gone
 */
public record RunReport(
        @Nullable RunSummary summary, List<Diagnostic> diagnostics, int written, int unchanged, int deleted) {

    public RunReport {
        diagnostics = List.copyOf(diagnostics);
    }

    /**
     * Returns the report for people.
     *
     * @param verbose whether every union has a line
     * @param duration how long the run took
     */
    public List<String> lines(boolean verbose, Duration duration) {
        String seconds = String.format(Locale.ROOT, "%.1f seconds", duration.toMillis() / 1000.0);
        if (summary == null) {
            return List.of("Nothing has changed: " + unchanged + " files as they were, " + seconds);
        }
        List<String> lines = new ArrayList<>(summary.lines(verbose));
        lines.add(String.format(
                Locale.ROOT,
                "%d errors, %d warnings, %d notes",
                count(Severity.ERROR),
                count(Severity.WARNING),
                count(Severity.NOTE)));
        lines.add(String.format(
                Locale.ROOT, "%d files written, %d unchanged, %d deleted, %s", written, unchanged, deleted, seconds));
        return lines;
    }

    private long count(Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }
}
