package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder below {@code cases-invalid} is refused with exactly the diagnostics that stand in it. */
class InvalidCasesTest {

    static List<Case> cases() {
        return Case.in(Case.INVALID);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void document_withMistake_isRefusedWithExactlyTheseDiagnostics(Case tested) {
        CaseRun run = CaseRun.of(tested);

        assertThat(run.hasErrors()).as(run.diagnosticsText(tested)).isTrue();
        assertThat(run.diagnosticsText(tested)).contains("[" + tested.name() + "]");
        new Goldens(tested, InvalidCasesTest.class).hold(run);
    }
}
