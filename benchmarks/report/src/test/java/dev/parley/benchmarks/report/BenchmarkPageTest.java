package dev.parley.benchmarks.report;

import static dev.parley.benchmarks.report.Report.MACHINE;
import static dev.parley.benchmarks.report.Report.exactly;
import static dev.parley.benchmarks.report.Report.of;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables and charts of results. */
class BenchmarkPageTest {

    private final Report report;

    BenchmarkPageTest(@TempDir Path folder) throws IOException {
        report = new Report(folder);
    }

    @Test
    void table_ofScenario_hasMedianSpreadAndRatioToParley() throws IOException {
        report.result(
                "decode",
                List.of(
                        of("page", "Parley", 10, 8, 12),
                        of("page", "scan", 5, 4, 12),
                        exactly("exact", "scan", 7),
                        exactly("exact", "Parley", 14)),
                List.of());

        assertThat(report.page())
                .contains("| scenario | contestant | ms, less is better | least–most | to Parley's |")
                .contains("| page | **Parley** | 10 | 8–12 |  |\n|  | scan | 5 | 4–12 | 0.50 × (0.50–1.00) |")
                .contains("| exact | scan | 7 | exact | 0.50 × |\n|  | **Parley** | 14 | exact |  |");
    }

    @Test
    void result_withoutFigures_keepsItsNotes() throws IOException {
        new Result("openapi-generator-client", "Peer", "JVM 17", "Method.", List.of(), List.of(), List.of("5 errors."))
                .write(report.results);

        assertThat(report.page()).contains("## Peer").contains("5 errors.").doesNotContain("<picture>");
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
                .write(report.results);

        assertThat(report.page())
                .doesNotContain("<script")
                .contains("a\\|b &lt;script&gt;alert('1')&lt;/script&gt; &amp; \"c\" \\*d\\* \\`e\\` \\[f\\](g)")
                .contains("\nA note is *Markdown*.\n");
        for (String theme : List.of("light", "dark")) {
            byte[] svg = Files.readAllBytes(report.documents.resolve("benchmarks/odd-" + theme + ".svg"));
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
                .write(report.results);

        assertThat(report.page()).contains("calls/s, more is better").contains("ms, less is better");
        assertThat(report.chart("call")).contains("calls/s, more is better");
        assertThat(report.chart("call-ms")).contains("ms, less is better");
    }

    @Test
    void chart_ofFiguresThatSpreadWidely_saysItsScale() throws IOException {
        report.result("near", List.of(exactly("a", "Parley", 1), exactly("a", "scan", 20)), List.of());
        report.result("each", List.of(of("a", "Parley", 1), of("b", "Parley", 2000)), List.of());
        report.result("wide", List.of(of("a", "Parley", 1), of("a", "scan", 2000)), List.of());
        report.page();

        assertThat(report.chart("near"))
                .contains("Bars: median. Exact figures.")
                .doesNotContain("LOGARITHMIC");
        assertThat(report.chart("each")).contains("each scenario to its own scale. Measured once.");
        assertThat(report.chart("wide")).contains("LOGARITHMIC scale").contains(">1,000</text>");
    }

    @Test
    void files_ofTheSameResults_areTheSameAndOldChartsGo() throws IOException {
        report.result("b", List.of(of("a", "Parley", 1, 2, 3)), List.of());
        report.result("decode", List.of(of("a", "Parley", 1)), List.of());
        Run.write(report.results, List.of(new Run("2026-11-23", "full", MACHINE, List.of("b", "decode"), List.of())));
        String first = report.page();
        Map<Path, String> files = report.charts();
        Path old = Files.writeString(report.documents.resolve("benchmarks/gone-light.svg"), "");
        Path data = Files.writeString(report.documents.resolve("benchmarks/gone.json"), "");

        assertThat(report.page()).isEqualTo(first);
        assertThat(old).doesNotExist();
        assertThat(data).exists();
        Files.delete(data);
        assertThat(report.charts()).isEqualTo(files).hasSize(4);
        assertThat(first).containsSubsequence("## Goals", "<a id=\"decode\"></a>", "<a id=\"b\"></a>");
    }
}
