package dev.parley.benchmarks.report;

import static dev.parley.benchmarks.report.Report.MACHINE;
import static dev.parley.benchmarks.report.Report.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs the figures are of. */
class RunTest {

    private final Report report;

    RunTest(@TempDir Path folder) throws IOException {
        report = new Report(folder);
    }

    @Test
    void run_isNamedWithItsMachineAndWhatFailed() throws IOException {
        report.result("decode", List.of(of("a", "Parley", 1)), List.of());
        Run.write(
                report.results, List.of(new Run("2026-11-23", "quick", MACHINE, List.of("decode"), List.of("calls"))));

        assertThat(report.page())
                .contains(
                        "- Measured: 2026-11-23, `benchmarks/run --quick`, on CPU of Tests, 2 cores, 1.0 GiB, Linux 1 amd64")
                .contains("- JVM: JVM 17")
                .contains("> **Quick figures**")
                .contains("> **The benchmark `calls` failed on 2026-11-23**");
    }

    @Test
    void runs_ofOneBenchmarkAnew_takeItFromTheOlder() {
        Run older = new Run("2026-11-22", "full", MACHINE, List.of("decode", "encode"), List.of("calls"));
        Run newer = new Run("2026-11-23", "full", MACHINE, List.of("encode"), List.of());
        Run again = new Run("2026-11-23", "full", MACHINE, List.of("call"), List.of());

        List<Run> runs = Run.merged(Run.merged(List.of(older), newer, Set.of("codec")), again, Set.of("calls"));

        assertThat(runs)
                .containsExactly(
                        new Run("2026-11-22", "full", MACHINE, List.of("decode"), List.of()),
                        new Run("2026-11-23", "full", MACHINE, List.of("call", "encode"), List.of()));
    }
}
