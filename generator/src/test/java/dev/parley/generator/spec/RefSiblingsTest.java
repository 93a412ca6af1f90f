package dev.parley.generator.spec;

import static dev.parley.generator.spec.DocumentFolder.HEAD;
import static dev.parley.generator.spec.DocumentFolder.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands beside a reference. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class RefSiblingsTest {

    private final DocumentFolder folder;

    RefSiblingsTest(@TempDir Path folder) {
        this.folder = new DocumentFolder(folder);
    }

    @Test
    void siblingsOfAReference_thatSayMoreThanProse_areCombinedWithIt() throws IOException {
        Document document = folder.load(HEAD + """
            components:
              schemas:
                B: {type: object}
                A: {properties: {b: {$ref: '#/components/schemas/B', type: object, description: why, required: [x], allOf: [{minProperties: 1}]}}}
            """);

        Schema<?> member = property(document, "A", "b");
        assertThat(member.get$ref()).isNull();
        assertThat(member.getDescription()).isEqualTo("why");
        List<Schema<?>> parts = new ArrayList<>();
        member.getAllOf().forEach(part -> parts.add((Schema<?>) part));
        assertThat(parts).hasSize(3);
        assertThat(parts.get(0).get$ref()).isEqualTo("#/components/schemas/B");
        assertThat(parts.get(2).getRequired()).containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource({"nullable: true, 1", "'required: [x]', 1", "description: why, 0", "type: object, 0", "x-a: b, 1"})
    void siblingsOfAReferenceIn30_thatTheAuthorMeant_areAWarning(String sibling, int warnings) throws IOException {
        folder.load(HEAD.replace("3.1.0", "3.0.3")
                + "components: {schemas: {B: {}, A: {properties: {b: {$ref: '#/components/schemas/B', " + sibling
                + "}}}}}\n");

        assertThat(folder.diagnostics().all())
                .hasSize(warnings)
                .allMatch(found -> found.code().equals("ref-sibling"));
    }

    @Test
    void load_refWithSiblings_keepsDescriptionTitleAndExtensions() throws IOException {
        Schema<?> member = property(folder.load(HEAD + """
            components:
              schemas:
                B: {type: object}
                A:
                  type: object
                  properties:
                    b: {$ref: '#/components/schemas/B', description: why, title: what, x-java-name: named}
            """), "A", "b");

        assertThat(member.get$ref()).isEqualTo("#/components/schemas/B");
        assertThat(member.getDescription()).isEqualTo("why");
        assertThat(member.getTitle()).isEqualTo("what");
        assertThat(member.getExtensions()).containsEntry("x-java-name", "named");
    }

    @Test
    void load_extensionBesideRefIn30_warnsThatItIsIgnored() throws IOException {
        folder.load(HEAD.replace("3.1.0", "3.0.3") + """
            components:
              schemas:
                B: {type: object}
                A: {type: object, properties: {b: {$ref: '#/components/schemas/B', x-java-name: named}}}
            """);

        assertThat(folder.diagnostics().all()).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(warning.code()).isEqualTo("ref-sibling");
            assertThat(warning.pointer()).isEqualTo("/components/schemas/A/properties/b/x-java-name");
        });
    }
}
