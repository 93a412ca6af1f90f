package dev.parley.benchmarks.report;

import static dev.parley.benchmarks.report.Report.exactly;
import static dev.parley.benchmarks.report.Report.goal;
import static dev.parley.benchmarks.report.Report.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of results, and what they must not hold. */
class ResultTest {

    private final Report report;

    ResultTest(@TempDir Path folder) throws IOException {
        report = new Report(folder);
    }

    @Test
    void result_writtenAndReadBack_isTheSame() throws IOException {
        Result result = new Result(
                "decode",
                "Title",
                "JVM 17",
                "Method.",
                List.of(of("a", "Parley", 1, 2), exactly("a", "scan", 3)),
                List.of(
                        goal("a", "scan", Goal.Bound.AT_MOST, 1),
                        goal("a", "scan", Goal.Bound.AT_MOST, 2).over("bare")),
                List.of("A note."));
        result.write(report.results);

        assertThat(Result.read(report.results.resolve("decode.json"))).isEqualTo(result);
        assertThat(Files.readString(report.results.resolve("decode.json"))).doesNotContain("null");
    }

    @Test
    void result_writtenBeforeFiguresSaidWhatIsExact_isRead() throws IOException {
        Files.writeString(report.results.resolve("old.json"), """
                {"name": "old", "title": "Old", "jvm": "JVM 17", "method": "Method.", "notes": [],
                 "measurements": [{"scenario": "a", "contestant": "Parley", "unit": "ms", "rounds": [2.0]},
                                  {"scenario": "a", "contestant": "scan", "unit": "ms", "rounds": [1.0]}],
                 "goals": [{"scenario": "a", "contestant": "Parley", "peer": "scan", "unit": "ms",
                            "bound": "AT_MOST", "limit": 1.5}]}
                """);

        assertThat(report.page()).contains("| 2.00 × (once) | ≤ 1.5 × | **missed** |  |");
    }

    @Test
    void exactFigure_ofSeveralRounds_isRefused() {
        assertThatThrownBy(() -> new Measurement("a", "Parley", "lines", List.of(1.0, 1.0), true))
                .hasMessage("Parley has an exact figure for a several times");
    }

    @Test
    void measurement_madeTwice_isRefused() throws IOException {
        report.result("decode", List.of(of("a", "Parley", 1), of("a", "Parley", 2)), List.of());

        assertThatThrownBy(report::page)
                .hasMessageContaining("result decode has two measurements of Parley for a in ms");
    }
}
