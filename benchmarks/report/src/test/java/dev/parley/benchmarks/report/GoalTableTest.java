package dev.parley.benchmarks.report;

import static dev.parley.benchmarks.report.Report.exactly;
import static dev.parley.benchmarks.report.Report.goal;
import static dev.parley.benchmarks.report.Report.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page says of goals. */
class GoalTableTest {

    private final Report report;

    GoalTableTest(@TempDir Path folder) throws IOException {
        report = new Report(folder);
    }

    @Test
    void goals_ofAllKinds_areListedWithTheirRatios() throws IOException {
        report.result(
                "decode",
                List.of(
                        of("page", "Parley", 12, 11, 13),
                        of("page", "scan", 10, 10, 10),
                        of("page", "openai-java", 100, 120, 140)),
                List.of(
                        goal("page", "scan", Goal.Bound.AT_MOST, 1.25),
                        goal("page", "scan", Goal.Bound.AT_MOST, 1.3),
                        goal("page", "scan", Goal.Bound.AT_MOST, 1.05),
                        goal("page", "openai-java", Goal.Bound.AT_LEAST, 0.1),
                        goal("page of nobody", "scan", Goal.Bound.AT_MOST, 1.5)));

        assertThat(report.page())
                .contains("5 goals: 3 met, 1 missed, 1 not measured.")
                .contains(
                        "| [page](#decode), ms: Parley to scan | 1.20 × (1.10–1.30) | ≤ 1.25 × | met, not in each round |")
                .contains("| 1.20 × (1.10–1.30) | ≤ 1.3 × | met |")
                .contains("| 1.20 × (1.10–1.30) | ≤ 1.05 × | **missed** |")
                .contains("| 0.10 × (0.0917–0.12) | ≥ 0.1 × | met, not in each round |")
                .contains("| [page of nobody](#decode), ms: Parley to scan |  | ≤ 1.5 × | **not measured** |  |")
                .doesNotContain("*Beneath*");
    }

    @Test
    void goal_withAContestantBeneath_showsItsRatioToTheSamePeer() throws IOException {
        report.result(
                "calls",
                List.of(
                        of("page", "Parley", 60, 50, 70),
                        of("page", "bare|net", 70, 65, 80),
                        of("page", "official", 100, 100, 100)),
                List.of(
                        goal("page", "official", Goal.Bound.AT_LEAST, 1.5).over("bare|net"),
                        goal("page", "official", Goal.Bound.AT_LEAST, 0.65).over("bare|net"),
                        goal("page", "official", Goal.Bound.AT_LEAST, 0.5).over("bare|net"),
                        goal("page", "official", Goal.Bound.AT_LEAST, 1.4).over("nobody"),
                        goal("page", "bare|net", Goal.Bound.AT_LEAST, 0.9)));

        assertThat(report.page())
                .contains("5 goals: 1 met, 4 missed, 0 not measured.")
                .contains("It misses 1 of those missed.")
                .contains("| 0.60 × (0.50–0.70) | ≥ 1.5 × | **missed** "
                        + "| bare\\|net: 0.70 × (0.65–0.80), **misses it** |")
                .contains("| ≥ 0.65 × | **missed**, met in some rounds | bare\\|net: 0.70 × (0.65–0.80) |")
                .contains("| ≥ 0.5 × | met | bare\\|net: 0.70 × (0.65–0.80) |")
                .contains("| ≥ 1.4 × | **missed** |  |")
                .contains("| ≥ 0.9 × | **missed** |  |");
    }

    @Test
    void goal_metInSomeRoundsOnly_isMissed() throws IOException {
        report.result(
                "decode",
                List.of(of("page", "Parley", 12, 11, 13), of("page", "scan", 10, 10, 10)),
                List.of(goal("page", "scan", Goal.Bound.AT_MOST, 1.15)));

        assertThat(report.page()).contains("| ≤ 1.15 × | **missed**, met in some rounds |");
    }

    @Test
    void goal_missedByLessThanIsShown_showsMoreDigits() throws IOException {
        report.result(
                "decode",
                List.of(of("page", "Parley", 1303), of("page", "scan", 1000)),
                List.of(goal("page", "scan", Goal.Bound.AT_MOST, 1.3)));

        assertThat(report.page()).contains("| 1.30 × (once), that is 1.303 | ≤ 1.3 × | **missed** |");
    }

    @Test
    void goal_whosePeerIsZero_isNotMeasured() throws IOException {
        report.result(
                "decode",
                List.of(of("page", "Parley", 1), of("page", "scan", 0)),
                List.of(goal("page", "scan", Goal.Bound.AT_LEAST, 1)));

        assertThat(report.page()).contains("0 met, 0 missed, 1 not measured");
    }

    @Test
    void figureOfOneRound_isExactOnlyIfItSaysSo() throws IOException {
        report.result(
                "growth",
                List.of(
                        of("time", "Parley", 2),
                        of("time", "scan", 4),
                        exactly("lines", "Parley", 30),
                        exactly("lines", "scan", 20),
                        of("both", "Parley", 8),
                        exactly("both", "scan", 2)),
                List.of(
                        goal("time", "scan", Goal.Bound.AT_MOST, 1),
                        goal("lines", "scan", Goal.Bound.AT_MOST, 2),
                        goal("both", "scan", Goal.Bound.AT_MOST, 3)));

        assertThat(report.page())
                .contains("| time | **Parley** | 2 | once |  |\n|  | scan | 4 | once | 2.00 × (once) |")
                .contains("| lines | **Parley** | 30 | exact |  |\n|  | scan | 20 | exact | 0.67 × |")
                .contains("| both | **Parley** | 8 | once |  |\n|  | scan | 2 | exact | 0.25 × (once) |")
                .contains("| 0.50 × (once) | ≤ 1 × | met |")
                .contains("| 1.50 × | ≤ 2 × | met |")
                .contains("| 4.00 × (once) | ≤ 3 × | **missed** |")
                .contains("What was\nmeasured *once* may be another the next time.");
    }
}
