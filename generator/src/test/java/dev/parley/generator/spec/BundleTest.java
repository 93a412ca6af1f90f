package dev.parley.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References within a document and between its files. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BundleTest {

    private static final String HEAD = """
        openapi: 3.1.0
        info: {title: Example, version: "1"}
        paths: {}
        """;

    @TempDir
    private Path outside;

    private final Diagnostics diagnostics = new Diagnostics();
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(outside.resolve("api"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        B: {type: object, properties: {b: {type: string}}} | '#/components/schemas/B/properties/b' | BB
        B: {properties: {home_town: {type: string}}} | '#/components/schemas/B/properties/home_town' | BHomeTown
        B: {properties: {rows: {items: {type: string}}}} | '#/components/schemas/B/properties/rows/items' | BRow
        B: {additionalProperties: {type: string}} | '#/components/schemas/B/additionalProperties' | BValue
        B: {allOf: [{type: string}]} | '#/components/schemas/B/allOf/0' | BPart
        B: {oneOf: [{}, {title: Other thing}]} | '#/components/schemas/B/oneOf/1' | OtherThing
        B: {$defs: {X: {type: string}}} | '#/components/schemas/B/$defs/X' | X
        B: {$defs: {b: {type: string}}} | '#/components/schemas/B/%24defs/b' | BB
        B: {properties: {x: {$anchor: here}}} | '#here' | BX
        B: {properties: {x: {$id: 'urn:x'}}} | 'urn:x' | BX
        B: {properties: {x: {$id: 'urn:x', $defs: {y: {}}}}} | 'urn:x#/$defs/y' | y
        B: {properties: {x: true}} | '#/components/schemas/B/properties/x' | BX
        """)
    void reference_toAPlaceThatIsNoComponent_makesItOneOfThatName(String other, String reference, String name)
            throws IOException {
        OpenAPI document = load(HEAD + "components:\n  schemas:\n    " + other + "\n    A: {properties: {a: {$ref: '"
                + reference + "'}}}\n");

        assertThat(property(document, "A", "a").get$ref()).isEqualTo("#/components/schemas/" + name);
        assertThat(schemas(document)).containsKey(name);
    }

    @Test
    void reference_toAPlaceInAnother_letsThatPlaceReferToTheSameComponent() throws IOException {
        OpenAPI document = load(HEAD + """
            components:
              schemas:
                A: {properties: {x: {type: object, properties: {y: {type: string}}}}}
                B: {properties: {x: {$ref: '#/components/schemas/A/properties/x'}, y: {$ref: '#/components/schemas/A/properties/x/properties/y'}}}
            """);

        assertThat(property(document, "A", "x").get$ref()).isEqualTo("#/components/schemas/AX");
        assertThat(property(document, "AX", "y").get$ref()).isEqualTo("#/components/schemas/AXY");
        assertThat(property(document, "B", "y").get$ref()).isEqualTo("#/components/schemas/AXY");
        assertThat(schemas(document).get("AXY").getTypes()).containsExactly("string");
    }

    @Test
    void reference_withinASchemaThatHasAnId_isCountedFromThere() throws IOException {
        OpenAPI document = load(HEAD + """
            components:
              schemas:
                A: {$id: 'https://example.com/a', properties: {x: {$ref: '#/$defs/D'}, y: {$ref: b}}, $defs: {D: {type: string}}}
                B: {$id: 'https://example.com/b', type: integer}
            """);

        assertThat(property(document, "A", "x").get$ref()).isEqualTo("#/components/schemas/D");
        assertThat(property(document, "A", "y").get$ref()).isEqualTo("#/components/schemas/B");
    }

    @Test
    void reference_thatMeansTheDocumentBelowAnId_isRefused() {
        GenerationException failure = failure(HEAD + """
            components: {schemas: {A: {$id: 'urn:a', properties: {x: {$ref: '#/components/schemas/B'}}}, B: {}}}
            """);

        assertThat(failure).hasMessageContaining("counted from the $id around it");
    }

    @Test
    void files_thatReferToEachOther_becomeComponents() throws IOException {
        write("a.yaml", "{properties: {b: {$ref: 'sub/b.json#/definitions/B'}, self: {$ref: '#'}}}");
        write("sub/b.json", "{\"definitions\":{\"B\":{\"properties\":{\"a\":{\"$ref\":\"../a.yaml\"}}}}}");
        OpenAPI document = load(HEAD + "components: {schemas: {Top: {properties: {a: {$ref: a.yaml}}}}}\n");

        assertThat(property(document, "Top", "a").get$ref()).isEqualTo("#/components/schemas/a");
        assertThat(property(document, "a", "self").get$ref()).isEqualTo("#/components/schemas/a");
        assertThat(property(document, "a", "b").get$ref()).isEqualTo("#/components/schemas/B");
        assertThat(property(document, "B", "a").get$ref()).isEqualTo("#/components/schemas/a");
    }

    @Test
    void component_thatIsOnlyAReferenceToAFile_takesItIn() throws IOException {
        write("pet.yaml", "{type: object, properties: {other: {$ref: pet.yaml}}}");
        OpenAPI document =
                load(HEAD + "components: {schemas: {Pet: {$ref: pet.yaml}, A: {properties: {p: {$ref: pet.yaml}}}}}\n");

        assertThat(schemas(document)).containsOnlyKeys("Pet", "A");
        assertThat(property(document, "A", "p").get$ref()).isEqualTo("#/components/schemas/Pet");
        assertThat(property(document, "Pet", "other").get$ref()).isEqualTo("#/components/schemas/Pet");
    }

    @Test
    void sources_ofADocument_areAllFilesThatWereRead() throws IOException {
        write("pet.yaml", "{type: object}");
        write(
                "overlay.yaml",
                "{overlay: 1.0.0, info: {title: t, version: v}, actions: [{target: $.info, update: {x-a: 1}}]}");
        write("unused.yaml", "{}");
        Path file = write("openapi.yaml", HEAD + "components: {schemas: {Pet: {$ref: pet.yaml}}}\n");

        Document document = SpecLoader.load(file, List.of(folder.resolve("overlay.yaml")), diagnostics);

        assertThat(document.sources())
                .containsExactly(
                        file.toAbsolutePath(),
                        folder.resolve("overlay.yaml").toAbsolutePath(),
                        folder.resolve("pet.yaml").toRealPath());
    }

    @Test
    void reference_outOfTheFolder_isFollowedOnlyBelowTheReferenceRoot() throws IOException {
        Files.writeString(outside.resolve("shared.yaml"), "A: {type: string}\n");
        Path file = write("openapi.yaml", HEAD + "components: {schemas: {A: {$ref: '../shared.yaml#/A'}}}\n");

        assertThat(catchThrowableOfType(
                        GenerationException.class, () -> SpecLoader.load(file, List.of(), new Diagnostics())))
                .hasMessageContaining("[external-ref]");
        assertThat(schemas(SpecLoader.load(file, List.of(), outside, diagnostics)
                                .openApi())
                        .get("A")
                        .getTypes())
                .containsExactly("string");
    }

    @Test
    void reference_throughALinkOutOfTheFolder_isRefused() throws IOException {
        Files.writeString(outside.resolve("secret.yaml"), "type: string\n");
        Files.createSymbolicLink(folder.resolve("inside.yaml"), outside.resolve("secret.yaml"));

        assertThat(failure(HEAD + "components: {schemas: {A: {$ref: inside.yaml}}}\n"))
                .hasMessageContaining("symbolic link")
                .hasMessageContaining("[external-ref]");
    }

    @Test
    void mistakeInAnotherFile_isReportedWithItsNameAndPointer() throws IOException {
        write("sub/pet.yaml", "{properties: {a/b: {$ref: '#/nothing'}}}");
        write("broken.yaml", "a: [\n");

        failure(HEAD + "components: {schemas: {A: {$ref: sub/pet.yaml}, B: {$ref: broken.yaml}}}\n");

        assertThat(diagnostics.all())
                .extracting(Diagnostic::pointer)
                .containsExactlyInAnyOrder("sub/pet.yaml#/properties/a~1b/$ref", "broken.yaml:2:1");
    }

    @Test
    void filesTogether_keepToTheLimitsOfOne() throws IOException {
        String aliases = "a: &a {type: string}\nb: [" + "*a, ".repeat(60) + "*a]\n";
        write("one.yaml", aliases);
        write("two.yaml", aliases);

        assertThat(failure(HEAD + "components: {schemas: {A: {$ref: 'one.yaml#/a'}, B: {$ref: 'two.yaml#/a'}}}\n"))
                .hasMessageContaining("[aliases]");
    }

    @Test
    void dynamicRef_withOneTarget_isAPlainReference() throws IOException {
        OpenAPI document = load(HEAD + """
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
        GenerationException failure = failure(HEAD + """
            components:
              schemas:
                A: {$id: 'urn:a', $dynamicAnchor: node, properties: {next: {$dynamicRef: '#node'}}}
                B: {$id: 'urn:b', $dynamicAnchor: node, $ref: 'urn:a', properties: {more: {}}}
            """);

        assertThat(failure).hasMessageContaining("/components/schemas/A/properties/next/$dynamicRef");
    }

    @Test
    void recursiveRef_inAFile_meansTheFile() throws IOException {
        write("tree.yaml", "{$recursiveAnchor: true, properties: {sub: {$recursiveRef: '#'}}}");
        OpenAPI document = load(HEAD + "components: {schemas: {Tree: {$ref: tree.yaml}}}\n");

        assertThat(property(document, "Tree", "sub").get$ref()).isEqualTo("#/components/schemas/Tree");
    }

    @Test
    void siblingsOfAReference_thatSayMoreThanProse_areCombinedWithIt() throws IOException {
        OpenAPI document = load(HEAD + """
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
        load(HEAD.replace("3.1.0", "3.0.3")
                + "components: {schemas: {B: {}, A: {properties: {b: {$ref: '#/components/schemas/B', " + sibling
                + "}}}}}\n");

        assertThat(diagnostics.all())
                .hasSize(warnings)
                .allMatch(found -> found.code().equals("ref-sibling"));
    }

    @Test
    void mapping_ofFilesAndOfNamesInFiles_leadsToComponents() throws IOException {
        write("pets.yaml", """
            components:
              schemas:
                Pet:
                  oneOf: [{$ref: '#/components/schemas/Dog'}, {$ref: cat.yaml}]
                  discriminator: {propertyName: kind, mapping: {dog: Dog, cat: cat.yaml}}
                Dog: {type: object}
            """);
        write("cat.yaml", "{type: object}");
        OpenAPI document = load(HEAD
                + "components: {schemas: {Dog: {type: string}, Pet: {$ref: 'pets.yaml#/components/schemas/Pet'}}}\n");

        assertThat(schemas(document).get("Pet").getDiscriminator().getMapping())
                .containsEntry("dog", "#/components/schemas/PetsDog")
                .containsEntry("cat", "#/components/schemas/cat");
    }

    @Test
    void variantWithAnotherName_keepsTheTagOfItsOwn() throws IOException {
        write("pets.yaml", """
            components:
              schemas:
                Pet: {oneOf: [{$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}
                Dog: {type: object}
            """);
        OpenAPI document = load(HEAD
                + "components: {schemas: {Dog: {type: string}, Pet: {$ref: 'pets.yaml#/components/schemas/Pet'}}}\n");

        assertThat(schemas(document).get("Pet").getDiscriminator().getMapping())
                .containsExactly(Map.entry("Dog", "#/components/schemas/PetsDog"));
    }

    @Test
    void chainOfComponents_isPassedThroughButForSchemas() throws IOException {
        OpenAPI document = load("""
            openapi: 3.0.3
            info: {title: Example, version: "1"}
            paths:
              /a:
                $ref: '#/x-items/a'
                summary: kept
              /b: {$ref: '#/x-items/a'}
            x-items:
              a: {summary: lost, get: {parameters: [{$ref: '#/components/parameters/A'}], responses: {}}}
            components:
              parameters:
                A: {$ref: '#/components/parameters/B'}
                B: {$ref: '#/components/parameters/C'}
                C: {name: c, in: query, schema: {type: string}}
              securitySchemes:
                one: {$ref: '#/components/securitySchemes/two'}
                two: {type: http, scheme: bearer}
            """);

        assertThat(document.getPaths().get("/a").getSummary()).isEqualTo("kept");
        assertThat(document.getPaths().get("/b").getGet().getParameters().get(0).get$ref())
                .isEqualTo("#/components/parameters/C");
        assertThat(document.getComponents().getSecuritySchemes().get("one").getScheme())
                .isEqualTo("bearer");
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void pathItems_thatMultiply_areRefusedBySize() {
        StringBuilder text = new StringBuilder(
                HEAD.replace("paths: {}\n", "") + "x-a:\n  get: {tags: [" + "a, ".repeat(10_000) + "a]}\npaths:\n");
        for (int i = 0; i < 200; i++) {
            text.append("  /p").append(i).append(": {$ref: '#/x-a'}\n");
        }

        assertThat(failure(text.toString())).hasMessageContaining("written out");
    }

    @ParameterizedTest
    @CsvSource({"/a, reference-cycle", "/b, ''"})
    void callback_thatIsAPathItemOfTheDocument_isWrittenOutUnlessItHoldsItself(String path, String code)
            throws IOException {
        String text = """
            openapi: 3.1.0
            info: {title: Example, version: "1"}
            paths:
              /a: {post: {responses: {}, callbacks: {c: {e: {$ref: '#/paths/~1PATH'}}}}}
              /b: {get: {responses: {}}}
              /c: {$ref: '#/paths/~1a'}
            """.replace("~1PATH", path.replace("/", "~1"));

        if (code.isEmpty()) {
            assertThat(load(text)
                            .getPaths()
                            .get("/c")
                            .getPost()
                            .getCallbacks()
                            .get("c")
                            .get("e")
                            .getGet())
                    .isNotNull();
        } else {
            assertThat(failure(text)).hasMessageContaining("[" + code + "]");
        }
    }

    @Test
    void manyReferences_takeTimeInProportion() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + "components:\n  schemas:\n    S0: {type: string}\n");
        for (int i = 1; i <= 50_000; i++) {
            text.append(
                    "    S%d: {$ref: '#/components/schemas/S%d', properties: {a: {$ref: '#/components/schemas/S0'}}}\n"
                            .formatted(i, i - 1));
        }

        assertThat(schemas(load(text.toString()))).hasSize(50_001);
    }

    @Test
    void longChainsOfPlaces_takeTimeInProportion() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + "x-p:\n  p0: {name: a, in: query, schema: {}}\n");
        for (int i = 1; i <= 20_000; i++) {
            text.append("  p%d: {$ref: '#/x-p/p%d'}\n".formatted(i, i - 1));
        }
        text.append("components:\n  parameters:\n");
        for (int i = 0; i <= 20_000; i++) {
            text.append("    q%1$d: {$ref: '#/x-p/p%1$d'}\n".formatted(i));
        }

        assertThat(load(text.toString()).getComponents().getParameters()).hasSize(20_001);
    }

    private static Map<String, Schema<?>> schemas(OpenAPI document) {
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        document.getComponents().getSchemas().forEach((name, schema) -> schemas.put(name, schema));
        return schemas;
    }

    private static Schema<?> property(OpenAPI document, String schema, String name) {
        return (Schema<?>) document.getComponents()
                .getSchemas()
                .get(schema)
                .getProperties()
                .get(name);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private OpenAPI load(String text) throws IOException {
        return SpecLoader.load(write("openapi.yaml", text), List.of(), diagnostics)
                .openApi();
    }

    private GenerationException failure(String text) {
        GenerationException failure = catchThrowableOfType(GenerationException.class, () -> load(text));
        assertThat(failure).isNotNull();
        return failure;
    }
}
