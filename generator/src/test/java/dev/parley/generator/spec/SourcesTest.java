package dev.parley.generator.spec;

import static dev.parley.generator.spec.DocumentFolder.HEAD;
import static dev.parley.generator.spec.DocumentFolder.property;
import static dev.parley.generator.spec.DocumentFolder.schemas;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** References between files: which are read, and what becomes of them. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SourcesTest {

    private final Path outside;
    private final DocumentFolder folder;

    SourcesTest(@TempDir Path outside) throws IOException {
        this.outside = outside;
        folder = new DocumentFolder(Files.createDirectory(outside.resolve("api")));
    }

    @Test
    void files_thatReferToEachOther_becomeComponents() throws IOException {
        folder.write("a.yaml", "{properties: {b: {$ref: 'sub/b.json#/definitions/B'}, self: {$ref: '#'}}}");
        folder.write("sub/b.json", "{\"definitions\":{\"B\":{\"properties\":{\"a\":{\"$ref\":\"../a.yaml\"}}}}}");
        Document document = folder.load(HEAD + "components: {schemas: {Top: {properties: {a: {$ref: a.yaml}}}}}\n");

        assertThat(property(document, "Top", "a").get$ref()).isEqualTo("#/components/schemas/a");
        assertThat(property(document, "a", "self").get$ref()).isEqualTo("#/components/schemas/a");
        assertThat(property(document, "a", "b").get$ref()).isEqualTo("#/components/schemas/B");
        assertThat(property(document, "B", "a").get$ref()).isEqualTo("#/components/schemas/a");
    }

    @Test
    void component_thatIsOnlyAReferenceToAFile_takesItIn() throws IOException {
        folder.write("pet.yaml", "{type: object, properties: {other: {$ref: pet.yaml}}}");
        Document document = folder.load(
                HEAD + "components: {schemas: {Pet: {$ref: pet.yaml}, A: {properties: {p: {$ref: pet.yaml}}}}}\n");

        assertThat(schemas(document)).containsOnlyKeys("Pet", "A");
        assertThat(property(document, "A", "p").get$ref()).isEqualTo("#/components/schemas/Pet");
        assertThat(property(document, "Pet", "other").get$ref()).isEqualTo("#/components/schemas/Pet");
    }

    @Test
    void mapping_ofFilesAndOfNamesInFiles_leadsToComponents() throws IOException {
        folder.write("pets.yaml", """
            components:
              schemas:
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: cat.yaml}]
                  discriminator: {propertyName: kind, mapping: {dog: Dog, cat: cat.yaml}}
                Dog: {type: object}
            """);
        folder.write("cat.yaml", "{type: object}");
        Document document = folder.load(HEAD
                + "components: {schemas: {Dog: {type: string}, Pet: {$ref: 'pets.yaml#/components/schemas/Pet'}}}\n");

        assertThat(schemas(document).get("Pet").getDiscriminator().getMapping())
                .containsEntry("dog", "#/components/schemas/PetsDog")
                .containsEntry("cat", "#/components/schemas/cat");
    }

    @Test
    void variantWithAnotherName_keepsTheTagOfItsOwn() throws IOException {
        folder.write("pets.yaml", """
            components:
              schemas:
                Pet: {oneOf: [{$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}
                Dog: {type: object}
            """);
        Document document = folder.load(HEAD
                + "components: {schemas: {Dog: {type: string}, Pet: {$ref: 'pets.yaml#/components/schemas/Pet'}}}\n");

        assertThat(schemas(document).get("Pet").getDiscriminator().getMapping())
                .containsExactly(Map.entry("Dog", "#/components/schemas/PetsDog"));
    }

    @Test
    void sources_ofADocument_areAllFilesThatWereRead() throws IOException {
        folder.write("pet.yaml", "{type: object}");
        folder.write(
                "overlay.yaml",
                "{overlay: 1.0.0, info: {title: t, version: v}, actions: [{target: $.info, update: {x-a: 1}}]}");
        folder.write("unused.yaml", "{}");
        Path file = folder.write("openapi.yaml", HEAD + "components: {schemas: {Pet: {$ref: pet.yaml}}}\n");

        Document document = SpecLoader.load(file, List.of(folder.path("overlay.yaml")), folder.diagnostics());

        assertThat(document.sources())
                .containsExactly(
                        file.toAbsolutePath(),
                        folder.path("overlay.yaml").toAbsolutePath(),
                        folder.path("pet.yaml").toRealPath());
    }

    @Test
    void reference_outOfTheFolder_isFollowedOnlyBelowTheReferenceRoot() throws IOException {
        Files.writeString(outside.resolve("shared.yaml"), "A: {type: string}\n");
        Path file = folder.write("openapi.yaml", HEAD + "components: {schemas: {A: {$ref: '../shared.yaml#/A'}}}\n");

        assertThat(catchThrowableOfType(
                        GenerationException.class, () -> SpecLoader.load(file, List.of(), new Diagnostics())))
                .hasMessageContaining("[external-ref]");
        assertThat(schemas(SpecLoader.load(file, List.of(), outside, folder.diagnostics()))
                        .get("A")
                        .getTypes())
                .containsExactly("string");
    }

    @Test
    void reference_throughALinkOutOfTheFolder_isRefused() throws IOException {
        Files.writeString(outside.resolve("secret.yaml"), "type: string\n");
        Files.createSymbolicLink(folder.path("inside.yaml"), outside.resolve("secret.yaml"));

        assertThat(folder.failure(HEAD + "components: {schemas: {A: {$ref: inside.yaml}}}\n"))
                .hasMessageContaining("symbolic link")
                .hasMessageContaining("[external-ref]");
    }

    @Test
    void mistakeInAnotherFile_isReportedWithItsNameAndPointer() throws IOException {
        folder.write("sub/pet.yaml", "{properties: {a/b: {$ref: '#/nothing'}}}");
        folder.write("broken.yaml", "a: [\n");

        folder.failure(HEAD + "components: {schemas: {A: {$ref: sub/pet.yaml}, B: {$ref: broken.yaml}}}\n");

        assertThat(folder.diagnostics().all())
                .extracting(Diagnostic::pointer)
                .containsExactlyInAnyOrder("sub/pet.yaml#/properties/a~1b/$ref", "broken.yaml:2:1");
    }

    @Test
    void filesTogether_keepToTheLimitsOfOne() throws IOException {
        String aliases = "a: &a {type: string}\nb: [" + "*a, ".repeat(60) + "*a]\n";
        folder.write("one.yaml", aliases);
        folder.write("two.yaml", aliases);

        assertThat(folder.failure(
                        HEAD + "components: {schemas: {A: {$ref: 'one.yaml#/a'}, B: {$ref: 'two.yaml#/a'}}}\n"))
                .hasMessageContaining("[aliases]");
    }
}
