package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The expected files of every case compile without a warning, read and write what {@code checks.jsonl} says, and
 * send what {@code calls.jsonl} says.
 */
class CaseCompilationTest {

    @TempDir
    private Path output;

    static List<Case> cases() {
        return Case.in(Case.GOOD);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void expectedFiles_compiledAndUsed_behaveAsTheChecksSay(Case tested) {
        try (CompiledCase compiled = CompiledCase.of(tested, output)) {
            assertThat(compiled.messages()).isEmpty();
            assertThat(compiled.allClasses()).isNotEmpty();
            assertThat(Check.of(tested)).allSatisfy(check -> check.hold(compiled));
            assertThat(Call.of(tested)).allSatisfy(call -> call.hold(compiled));
        }
    }
}
