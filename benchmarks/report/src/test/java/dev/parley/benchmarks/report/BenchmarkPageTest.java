package dev.parley.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkPageTest {

    private static final Machine MACHINE = new Machine("CPU of Tests", 2, "1.0 GiB", "Linux 1 amd64");

    @TempDir
    Path results;

    @TempDir
    Path documents;

    @Test
    void goals_ofAllKinds_areListedWithTheirRatios() throws IOException {
        result(
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

        assertThat(page())
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
        result(
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

        assertThat(page())
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
    void figureOfOneRound_isExactOnlyIfItSaysSo() throws IOException {
        result(
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

        assertThat(page())
                .contains("| time | **Parley** | 2 | once |  |\n|  | scan | 4 | once | 2.00 × (once) |")
                .contains("| lines | **Parley** | 30 | exact |  |\n|  | scan | 20 | exact | 0.67 × |")
                .contains("| both | **Parley** | 8 | once |  |\n|  | scan | 2 | exact | 0.25 × (once) |")
                .contains("| 0.50 × (once) | ≤ 1 × | met |")
                .contains("| 1.50 × | ≤ 2 × | met |")
                .contains("| 4.00 × (once) | ≤ 3 × | **missed** |")
                .contains("What was\nmeasured *once* may be another the next time.");
    }

    @Test
    void exactFigure_ofSeveralRounds_isRefused() {
        assertThatThrownBy(() -> new Measurement("a", "Parley", "lines", List.of(1.0, 1.0), true))
                .hasMessage("Parley has an exact figure for a several times");
    }

    @Test
    void result_writtenBeforeFiguresSaidWhatIsExact_isRead() throws IOException {
        Files.writeString(results.resolve("old.json"), """
                {"name": "old", "title": "Old", "jvm": "JVM 17", "method": "Method.", "notes": [],
                 "measurements": [{"scenario": "a", "contestant": "Parley", "unit": "ms", "rounds": [2.0]},
                                  {"scenario": "a", "contestant": "scan", "unit": "ms", "rounds": [1.0]}],
                 "goals": [{"scenario": "a", "contestant": "Parley", "peer": "scan", "unit": "ms",
                            "bound": "AT_MOST", "limit": 1.5}]}
                """);

        assertThat(page()).contains("| 2.00 × (once) | ≤ 1.5 × | **missed** |  |");
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
        result.write(results);

        assertThat(Result.read(results.resolve("decode.json"))).isEqualTo(result);
        assertThat(Files.readString(results.resolve("decode.json"))).doesNotContain("null");
    }

    @Test
    void goal_metInSomeRoundsOnly_isMissed() throws IOException {
        result(
                "decode",
                List.of(of("page", "Parley", 12, 11, 13), of("page", "scan", 10, 10, 10)),
                List.of(goal("page", "scan", Goal.Bound.AT_MOST, 1.15)));

        assertThat(page()).contains("| ≤ 1.15 × | **missed**, met in some rounds |");
    }

    @Test
    void goal_missedByLessThanIsShown_showsMoreDigits() throws IOException {
        result(
                "decode",
                List.of(of("page", "Parley", 1303), of("page", "scan", 1000)),
                List.of(goal("page", "scan", Goal.Bound.AT_MOST, 1.3)));

        assertThat(page()).contains("| 1.30 × (once), that is 1.303 | ≤ 1.3 × | **missed** |");
    }

    @Test
    void goal_whosePeerIsZero_isNotMeasured() throws IOException {
        result(
                "decode",
                List.of(of("page", "Parley", 1), of("page", "scan", 0)),
                List.of(goal("page", "scan", Goal.Bound.AT_LEAST, 1)));

        assertThat(page()).contains("0 met, 0 missed, 1 not measured");
    }

    @Test
    void table_ofScenario_hasMedianSpreadAndRatioToParley() throws IOException {
        result(
                "decode",
                List.of(
                        of("page", "Parley", 10, 8, 12),
                        of("page", "scan", 5, 4, 12),
                        exactly("exact", "scan", 7),
                        exactly("exact", "Parley", 14)),
                List.of());

        assertThat(page())
                .contains("| scenario | contestant | ms, less is better | least–most | to Parley's |")
                .contains("| page | **Parley** | 10 | 8–12 |  |\n|  | scan | 5 | 4–12 | 0.50 × (0.50–1.00) |")
                .contains("| exact | scan | 7 | exact | 0.50 × |\n|  | **Parley** | 14 | exact |  |");
    }

    @Test
    void textOfResults_isEscapedInPageAndCharts() throws Exception {
        String odd = "a|b <script>alert('1')</script> & \"c\" *d* `e` [f](g)\n\u0001";
        new Result(
                        "odd",
                        odd,
                        odd,
                        odd,
                        List.of(new Measurement(odd, odd, odd, List.of(1.0))),
                        List.of(new Goal(odd, odd, odd, odd, Goal.Bound.AT_MOST, 1)),
                        List.of("A note is *Markdown*."))
                .write(results);

        assertThat(page())
                .doesNotContain("<script")
                .contains("a\\|b &lt;script&gt;alert('1')&lt;/script&gt; &amp; \"c\" \\*d\\* \\`e\\` \\[f\\](g)")
                .contains("\nA note is *Markdown*.\n");
        for (String theme : List.of("light", "dark")) {
            byte[] svg = Files.readAllBytes(documents.resolve("benchmarks/odd-" + theme + ".svg"));
            assertThat(DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(svg))
                            .getElementsByTagName("script")
                            .getLength())
                    .isZero();
        }
    }

    @Test
    void throughput_inChartAndTable_isBetterTheMoreThereIs() throws IOException {
        new Result(
                        "call",
                        "Calls",
                        "JVM 17",
                        "Method.",
                        List.of(
                                new Measurement("1 thread", "Parley", "calls/s", List.of(1.0)),
                                of("1 thread", "Parley", 1)),
                        List.of(),
                        List.of())
                .write(results);

        assertThat(page()).contains("calls/s, more is better").contains("ms, less is better");
        assertThat(chart("call")).contains("calls/s, more is better");
        assertThat(chart("call-ms")).contains("ms, less is better");
    }

    @Test
    void chart_ofFiguresThatSpreadWidely_saysItsScale() throws IOException {
        result("near", List.of(exactly("a", "Parley", 1), exactly("a", "scan", 20)), List.of());
        result("each", List.of(of("a", "Parley", 1), of("b", "Parley", 2000)), List.of());
        result("wide", List.of(of("a", "Parley", 1), of("a", "scan", 2000)), List.of());
        page();

        assertThat(chart("near")).contains("Bars: median. Exact figures.").doesNotContain("LOGARITHMIC");
        assertThat(chart("each")).contains("each scenario to its own scale. Measured once.");
        assertThat(chart("wide")).contains("LOGARITHMIC scale").contains(">1,000</text>");
    }

    @Test
    void files_ofTheSameResults_areTheSameAndOldChartsGo() throws IOException {
        result("b", List.of(of("a", "Parley", 1, 2, 3)), List.of());
        result("decode", List.of(of("a", "Parley", 1)), List.of());
        Run.write(results, List.of(new Run("2026-11-23", "full", MACHINE, List.of("b", "decode"), List.of())));
        String first = page();
        Map<Path, String> files = charts();
        Path old = Files.writeString(documents.resolve("benchmarks/gone-light.svg"), "");
        Path data = Files.writeString(documents.resolve("benchmarks/gone.json"), "");

        assertThat(page()).isEqualTo(first);
        assertThat(old).doesNotExist();
        assertThat(data).exists();
        Files.delete(data);
        assertThat(charts()).isEqualTo(files).hasSize(4);
        assertThat(first).containsSubsequence("## Goals", "<a id=\"decode\"></a>", "<a id=\"b\"></a>");
    }

    @Test
    void run_isNamedWithItsMachineAndWhatFailed() throws IOException {
        result("decode", List.of(of("a", "Parley", 1)), List.of());
        Run.write(results, List.of(new Run("2026-11-23", "quick", MACHINE, List.of("decode"), List.of("calls"))));

        assertThat(page())
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

    @Test
    void measurement_madeTwice_isRefused() throws IOException {
        result("decode", List.of(of("a", "Parley", 1), of("a", "Parley", 2)), List.of());

        assertThatThrownBy(this::page).hasMessageContaining("result decode has two measurements of Parley for a in ms");
    }

    @Test
    void result_withoutFigures_keepsItsNotes() throws IOException {
        new Result("openapi-generator-client", "Peer", "JVM 17", "Method.", List.of(), List.of(), List.of("5 errors."))
                .write(results);

        assertThat(page()).contains("## Peer").contains("5 errors.").doesNotContain("<picture>");
    }

    private String page() throws IOException {
        BenchmarkPage.main(new String[] {results.toString(), documents.toString()});
        return Files.readString(documents.resolve("benchmarks.md"));
    }

    private String chart(String name) throws IOException {
        return Files.readString(documents.resolve("benchmarks/" + name + "-dark.svg"), StandardCharsets.UTF_8);
    }

    private Map<Path, String> charts() throws IOException {
        try (Stream<Path> files = Files.list(documents.resolve("benchmarks"))) {
            return files.collect(Collectors.toMap(
                    file -> file,
                    file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    (one, other) -> one,
                    TreeMap::new));
        }
    }

    private void result(String name, List<Measurement> measurements, List<Goal> goals) throws IOException {
        new Result(name, "Title of " + name, "JVM 17", "Method.", measurements, goals, List.of()).write(results);
    }

    private static Measurement of(String scenario, String contestant, double... rounds) {
        return new Measurement(
                scenario, contestant, "ms", Arrays.stream(rounds).boxed().toList());
    }

    private static Measurement exactly(String scenario, String contestant, double figure) {
        return Measurement.exactly(scenario, contestant, "ms", figure);
    }

    private static Goal goal(String scenario, String peer, Goal.Bound bound, double limit) {
        return new Goal(scenario, "Parley", peer, "ms", bound, limit);
    }
}
