package dev.parley.generator.spec;

import static dev.parley.generator.spec.DocumentFolder.HEAD;
import static dev.parley.generator.spec.DocumentFolder.property;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** References that mean what a reader has come through. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DynamicReferencesTest {

    private final DocumentFolder folder;

    DynamicReferencesTest(@TempDir Path folder) {
        this.folder = new DocumentFolder(folder);
    }

    @Test
    void dynamicRef_withOneTarget_isAPlainReference() throws IOException {
        Document document = folder.load(HEAD + """
            components:
              schemas:
                A: {$id: 'urn:a', $dynamicAnchor: node, properties: {next: {$dynamicRef: '#node', description: again}}}
                B: {$id: 'urn:b', $dynamicAnchor: node, properties: {other: {$dynamicRef: '#node'}}}
            """);

        assertThat(property(document, "A", "next").get$ref()).isEqualTo("#/components/schemas/A");
        assertThat(property(document, "A", "next").getDescription()).isEqualTo("again");
        assertThat(property(document, "B", "other").get$ref()).isEqualTo("#/components/schemas/B");
    }

    @Test
    void dynamicRef_thatAnotherSchemaExtends_isRefused() {
        GenerationException failure = folder.failure(HEAD + """
            components:
              schemas:
                A: {$id: 'urn:a', $dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}}}
                B: {$id: 'urn:b', $dynamicAnchor: node, $ref: 'urn:a', properties: {more: {}}}
            """);

        assertThat(failure).hasMessageContaining("/components/schemas/A/properties/next/$dynamicRef");
    }

    @Test
    void recursiveRef_inAFile_meansTheFile() throws IOException {
        folder.write("tree.yaml", "{$recursiveAnchor: true, properties: {sub: {$recursiveRef: '#'}}}");
        Document document = folder.load(HEAD + "components: {schemas: {Tree: {$ref: tree.yaml}}}\n");

        assertThat(property(document, "Tree", "sub").get$ref()).isEqualTo("#/components/schemas/Tree");
    }

    @Test
    void load_recursiveRef_becomesRefToTheComponentWithTheAnchor() throws IOException {
        Schema<?> member = property(folder.load(HEAD + """
            components:
              schemas:
                A:
                  $recursiveAnchor: true
                  type: object
                  properties:
                    b: {$recursiveRef: '#', description: again}
            """), "A", "b");

        assertThat(member.get$ref()).isEqualTo("#/components/schemas/A");
        assertThat(member.getDescription()).isEqualTo("again");
        assertThat(member.getExtensions()).isNull();
    }
}
