package dev.parley.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.parley.conformance.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** That docs/conformance.md says what the tests before this one have shown; {@code -Dconformance.update=true} writes it. */
@Order(Integer.MAX_VALUE)
class ConformanceSummaryTest {

    private static final Path PAGE = Shared.project().resolve("docs/conformance.md");
    private static final Run ANY = new Run("", "", "", 0, 0, 0, 0);

    private final Report report = new Report(Evidence.collected(), ANY);

    @BeforeEach
    void requireAWholeRun() {
        boolean partial = WholeRun.isPartial() || Evidence.collected().isEmpty();
        if (partial) {
            System.out.println("SKIPPED: not all tests run, so docs/conformance.md is not held against them");
        }
        assumeFalse(partial, "not all tests run");
    }

    @Test
    void cells_ofAWholeRun_areShownOrSkippedOrHaveAReason() {
        assertThat(report.matrices().stream().flatMap(Matrix::cells))
                .filteredOn(cell -> cell.state() == Cell.State.MISSING || cell.state() == Cell.State.FAILED)
                .filteredOn(cell ->
                        Files.isDirectory(Shared.folder()) || !cell.check().needsShared())
                .extracting(cell -> cell.row() + ": " + cell.check().title() + " " + cell.text())
                .isEmpty();
    }

    @Test
    void reasons_ofCellsThatHaveEvidence_areGone() {
        assertThat(report.matrices().stream().flatMap(Matrix::cells))
                .filteredOn(cell -> cell.reason().isPresent() && !cell.shown().isEmpty())
                .isEmpty();
    }

    @Test
    void page_saysWhatWasShown() throws IOException {
        if (Boolean.getBoolean("conformance.update") && !report.hasFailures()) {
            Files.writeString(PAGE, report.summary());
        }
        List<String> written = Files.readAllLines(PAGE);
        List<String> shown = report.summary().lines().toList();
        if (Files.isDirectory(Shared.folder())) {
            assertThat(written).as("made anew by -Dconformance.update=true").isEqualTo(shown);
        } else {
            assertThat(withoutTables(written)).isEqualTo(withoutTables(shown));
        }
    }

    /** The lines without the rows of tables, whose numbers are others where the folder of recordings is not there. */
    private static List<String> withoutTables(List<String> lines) {
        List<String> kept = new ArrayList<>(lines);
        kept.removeIf(line -> line.startsWith("| `"));
        return kept;
    }
}
