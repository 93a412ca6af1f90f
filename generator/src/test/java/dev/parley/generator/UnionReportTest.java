package dev.parley.generator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.spec.SpecLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class UnionReportTest {

    private static String report(String tested) {
        Diagnostics diagnostics = new Diagnostics();
        var document =
                SpecLoader.load(Path.of("src/test/resources/cases", tested, "openapi.yaml"), List.of(), diagnostics);
        return new Parley()
                .generate(document, new Settings(null, new Templates(null)), diagnostics)
                .unionReport();
    }

    @Test
    void union_withNestedQuestions_isWrittenAsATree() {
        assertThat(report("two-variants-one-tag")).isEqualTo("""
                # Unions

                1 union, each read by a tree: one look at what a value has, no variant tried in vain. No value fits two variants.

                ## Line

                `/components/schemas/Line`, 3 variants.

                - `type` is `line`:
                  - `role` is `actor`: ActorLine
                  - `role` is `chorus` or `crowd`: ChorusLine
                  - another `role`: ChorusLine
                - `type` is `pause`: Pause
                """);
    }

    @Test
    void values_thatFitTwoVariants_areListedWithWhatIsRead() {
        assertThat(report("reported-choices"))
                .contains("some values fit two variants, and the first in the document is read:\n\n- `/components")
                .contains("\nSettled by order: Some values fit ");
    }

    @Test
    void document_withoutUnions_hasNoReport() {
        assertThat(report("presence")).isEmpty();
    }

    @Test
    void textOfTheDocument_inTheReport_staysCode() {
        assertThat(report("hostile-strings").lines().filter(line -> line.contains("canary")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.replaceAll("`[^`]*`", "")).doesNotContainIgnoringCase("canary\""))
                .allSatisfy(line -> assertThat(line).doesNotContain("\u202e", "\ufeff"));
    }
}
