package dev.parley.generator.spec;

import static dev.parley.generator.spec.DocumentFolder.HEAD;
import static dev.parley.generator.spec.DocumentFolder.property;
import static dev.parley.generator.spec.DocumentFolder.schemas;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.GenerationException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References within a document: every one names a component in the end. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BundleTest {

    private final DocumentFolder folder;

    BundleTest(@TempDir Path folder) {
        this.folder = new DocumentFolder(folder);
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
        Document document = folder.load(HEAD + "components:\n  schemas:\n    " + other
                + "\n    A: {properties: {a: {$ref: '" + reference + "'}}}\n");

        assertThat(property(document, "A", "a").get$ref()).isEqualTo("#/components/schemas/" + name);
        assertThat(schemas(document)).containsKey(name);
    }

    @Test
    void reference_toAPlaceInAnother_letsThatPlaceReferToTheSameComponent() throws IOException {
        Document document = folder.load(HEAD + """
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
        Document document = folder.load(HEAD + """
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
        GenerationException failure = folder.failure(HEAD + """
            components: {schemas: {A: {$id: 'urn:a', properties: {x: {$ref: '#/components/schemas/B'}}}, B: {}}}
            """);

        assertThat(failure).hasMessageContaining("counted from the $id around it");
    }

    @Test
    void chainOfComponents_isPassedThroughButForSchemas() throws IOException {
        Document document = folder.load("""
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

        assertThat(document.openApi().getPaths().get("/a").getSummary()).isEqualTo("kept");
        assertThat(document.openApi()
                        .getPaths()
                        .get("/b")
                        .getGet()
                        .getParameters()
                        .get(0)
                        .get$ref())
                .isEqualTo("#/components/parameters/C");
        assertThat(document.openApi()
                        .getComponents()
                        .getSecuritySchemes()
                        .get("one")
                        .getScheme())
                .isEqualTo("bearer");
        assertThat(folder.diagnostics().all()).isEmpty();
    }

    @Test
    void pathItems_thatMultiply_areRefusedBySize() {
        StringBuilder text = new StringBuilder(
                HEAD.replace("paths: {}\n", "") + "x-a:\n  get: {tags: [" + "a, ".repeat(10_000) + "a]}\npaths:\n");
        for (int i = 0; i < 200; i++) {
            text.append("  /p").append(i).append(": {$ref: '#/x-a'}\n");
        }

        assertThat(folder.failure(text.toString())).hasMessageContaining("written out");
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
            assertThat(folder.load(text)
                            .openApi()
                            .getPaths()
                            .get("/c")
                            .getPost()
                            .getCallbacks()
                            .get("c")
                            .get("e")
                            .getGet())
                    .isNotNull();
        } else {
            assertThat(folder.failure(text)).hasMessageContaining("[" + code + "]");
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

        assertThat(schemas(folder.load(text.toString()))).hasSize(50_001);
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

        assertThat(folder.load(text.toString()).openApi().getComponents().getParameters())
                .hasSize(20_001);
    }
}
