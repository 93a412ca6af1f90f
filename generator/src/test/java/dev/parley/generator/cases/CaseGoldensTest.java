package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder below {@code cases} yields exactly the files that stand in its {@code expected} folder. */
class CaseGoldensTest {

    static List<Case> cases() {
        return Case.in(Case.GOOD);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void document_generated_yieldsExactlyTheExpectedFiles(Case tested) {
        CaseRun run = CaseRun.of(tested);

        assertThat(run.hasErrors()).as(run.diagnosticsText(tested)).isFalse();
        new Goldens(tested, CaseGoldensTest.class).hold(run);
    }
}
