package dev.parley.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SpecLoaderTest {

    private static final String HEAD = """
        openapi: 3.1.0
        info: {title: Example, version: 1.0}
        paths: {}
        """;

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void load_yaml_givesDocumentByFileName() throws IOException {
        Document document = load(HEAD);

        assertThat(document.name()).isEqualTo("openapi.yaml");
        assertThat(document.openApi().getInfo().getTitle()).isEqualTo("Example");
        assertThat(document.javaPackage()).isNull();
        assertThat(diagnostics.all()).isEmpty();
    }

    @Test
    void load_json_givesTheSameAsYaml() throws IOException {
        Path file = folder.resolve("openapi.json");
        Files.writeString(
                file, "\uFEFF{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"E\",\"version\":\"1\"},\"paths\":{}}");

        assertThat(SpecLoader.load(file, List.of(), diagnostics)
                        .openApi()
                        .getInfo()
                        .getTitle())
                .isEqualTo("E");
    }

    @Test
    void load_referenceWithEscapes_isNotSaidToBeMissing() throws IOException {
        load("""
            openapi: 3.1.0
            info: {title: Example, version: 1.0}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/a~1b'}}}}
            components: {schemas: {a/b: {type: object}}}
            """);

        assertThat(diagnostics.all())
                .noneMatch(diagnostic -> diagnostic.toString().contains("is missing"));
    }

    @Test
    void load_refWithSiblings_keepsDescriptionTitleAndExtensions() throws IOException {
        Schema<?> member = member(load(HEAD + """
            components:
              schemas:
                B: {type: object}
                A:
                  type: object
                  properties:
                    b: {$ref: '#/components/schemas/B', description: why, title: what, x-java-name: named}
            """));

        assertThat(member.get$ref()).isEqualTo("#/components/schemas/B");
        assertThat(member.getDescription()).isEqualTo("why");
        assertThat(member.getTitle()).isEqualTo("what");
        assertThat(member.getExtensions()).containsEntry("x-java-name", "named");
    }

    @Test
    void load_extensionBesideRefIn30_warnsThatItIsIgnored() throws IOException {
        load(HEAD.replace("3.1.0", "3.0.3") + """
            components:
              schemas:
                B: {type: object}
                A: {type: object, properties: {b: {$ref: '#/components/schemas/B', x-java-name: named}}}
            """);

        assertThat(diagnostics.all()).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(warning.code()).isEqualTo("ref-sibling");
            assertThat(warning.pointer()).isEqualTo("/components/schemas/A/properties/b/x-java-name");
        });
    }

    @Test
    void load_recursiveRef_becomesRefToTheComponentWithTheAnchor() throws IOException {
        Schema<?> member = member(load(HEAD + """
            components:
              schemas:
                A:
                  $recursiveAnchor: true
                  type: object
                  properties:
                    b: {$recursiveRef: '#', description: again}
            """));

        assertThat(member.get$ref()).isEqualTo("#/components/schemas/A");
        assertThat(member.getDescription()).isEqualTo("again");
        assertThat(member.getExtensions()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        components: {schemas: {A: {type: object, properties: {b: {$recursiveRef: '#'}}}}} | recursive-ref | /components/schemas/A/properties/b/$recursiveRef
        components: {schemas: {A: {$recursiveAnchor: true, items: {$recursiveRef: '#/x'}}}} | recursive-ref | /components/schemas/A/items/$recursiveRef
        components: {schemas: {A: {items: {$dynamicRef: '#x'}}}} | dynamic-ref | /components/schemas/A/items/$dynamicRef
        components: {schemas: {A: {$ref: '#/components/schemas/B'}}} | dangling-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: '#'}}} | unresolved-reference | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: '#anchor'}}} | dangling-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: 7}}} | dangling-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: '#/%zz'}}} | dangling-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: other.yaml}}} | dangling-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: '../other.yaml#/A'}}} | external-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: /etc/passwd}}} | external-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: 'file:///etc/passwd'}}} | external-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: 'classpath:/x'}}} | external-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: 'HTTPS://example.com/a'}}} | remote-ref | /components/schemas/A/$ref
        components: {schemas: {A: {$ref: '//example.com/a'}}} | remote-ref | /components/schemas/A/$ref
        components: {schemas: {A: {discriminator: {propertyName: t, mapping: {a/b: 'http://h/x'}}}}} | remote-ref | /components/schemas/A/discriminator/mapping/a~1b
        x-java-package: ../../etc | java-package | /x-java-package
        x-java-package: dev.class | java-package | /x-java-package
        """)
    void load_whatCannotBeUsed_isRefusedAtItsPlace(String document, String code, String pointer) {
        Diagnostic error = refusal(HEAD + document + "\n");

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.pointer()).isEqualTo(pointer);
        assertThat(error.hint()).isNotBlank();
    }

    @Test
    void load_severalErrors_reportsAllOfThem() {
        GenerationException exception = failure(HEAD + """
            components: {schemas: {A: {$ref: '#/nowhere'}, B: {$ref: 'http://h/x'}, C: {$ref: ../c.yaml}}}
            """);

        assertThat(exception.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("dangling-ref", "remote-ref", "external-ref");
        assertThat(exception.getMessage().lines()).hasSize(3);
    }

    @Test
    void load_refAsNameOrAsData_isNoReference() throws IOException {
        load(HEAD + """
            components:
              schemas:
                A:
                  type: object
                  default: {$ref: 'http://h/x'}
                  properties:
                    $ref: {type: string}
                    default: {type: string, example: {$ref: nowhere}}
                    properties: {type: object, properties: {enum: {enum: [{$ref: 'file:/x'}]}}}
              examples:
                E: {value: {$ref: 'http://h/x'}}
            """);

        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void load_refWithEscapes_isFollowed() throws IOException {
        load(HEAD + """
            components: {schemas: {A: {$ref: '#/components/schemas/x%20y~1z+'}, 'x y/z+': {type: string}}}
            """);

        assertThat(diagnostics.hasErrors()).isFalse();
    }

    @Test
    void load_remoteRefs_neverConnect() throws IOException {
        AtomicInteger hits = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://localhost:" + server.getAddress().getPort() + "/a";
            load(HEAD + """
                jsonSchemaDialect: %1$s
                externalDocs: {url: '%1$s'}
                components: {schemas: {A: {$id: '%1$s', $schema: '%1$s'}}, examples: {E: {externalValue: '%1$s'}}}
                """.formatted(url));
            failure(HEAD + "components: {schemas: {A: {$ref: '" + url + "'}, B: {$id: '" + url + "', $ref: b}}}\n");
        } finally {
            server.stop(0);
        }

        assertThat(hits).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        openapi: 3.1.0\\ninfo: {title: a\\n | syntax | :3:1 |
        openapi: 3.1.0\\n  info: x | syntax | :2:7 | mapping
        a: 1\\nb: 2\\na: 3\\n | duplicate-key | :3:1 | 'a'
        a: !!javax.script.ScriptEngineManager [x] | tag | :1:4 | ScriptEngineManager
        a: !!javax.script.ScriptEngineManager x | tag | :1:4 | ScriptEngineManager
        a: !custom {b: 1} | tag | :1:4 | custom
        a: &x {b: *x} | aliases | :1:11 | itself
        a: *x | aliases | :1:4 | no anchor
        a: 1\\n---\\nb: 2\\n | syntax | :2:1 | second
        ? [a]\\n: b | syntax | :1:3 | key
        <<: {a: b} | syntax | :1:1 | merge key
        a: 1e999999999 | number | :1:4 | exponent
        [a, b] | syntax | :1:1 | no object
        """)
    void load_yamlThatIsNotUnderstood_isRefusedWithLineAndColumn(
            String text, String code, String place, String message) {
        Diagnostic error = refusal(text.replace("\\n", "\n"));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.pointer()).endsWith("openapi.yaml" + place);
        assertThat(error.message()).contains(message == null ? "" : message);
    }

    @Test
    void load_controlCharacter_isRefusedWithLineAndColumn() {
        Diagnostic error = refusal("a: 1\nb: x\u0007y\n");

        assertThat(error.pointer()).endsWith("openapi.yaml:2:5");
        assertThat(error.message()).contains("U+0007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "null"})
    void load_fileWithoutContent_isRefused(String text) {
        assertThat(refusal(text).code()).isEqualTo("empty-file");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        swagger: '2.0' | Swagger 2.0
        title: nothing | missing
        openapi: 3.2.0 | 3.2.0
        openapi: [3] | [3]
        """)
    void load_anotherVersion_isRefusedByName(String text, String found) {
        Diagnostic error = refusal(text + "\ninfo: {title: a, version: b}\n");

        assertThat(error.code()).isEqualTo("openapi-version");
        assertThat(error.message()).contains(found);
    }

    @Test
    void load_missingFile_isRefused() {
        Throwable thrown = catchThrowableOfType(
                GenerationException.class, () -> SpecLoader.load(folder.resolve("none.yaml"), List.of(), diagnostics));

        assertThat(thrown).hasMessageContaining("none.yaml").hasMessageContaining("[no-file]");
    }

    @Test
    void load_notUtf8_isRefused() throws IOException {
        Path file = folder.resolve("openapi.yaml");
        Files.write(file, "a: ü".getBytes(StandardCharsets.ISO_8859_1));

        catchThrowableOfType(GenerationException.class, () -> SpecLoader.load(file, List.of(), diagnostics));

        assertThat(diagnostics.all()).extracting(Diagnostic::code).containsExactly("encoding");
    }

    @Test
    void load_aliasBomb_isRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            String alias = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, alias))));
        }

        assertThat(refusal(bomb.toString()).code()).isIn("aliases", "size");
    }

    @Test
    void load_aliasesOfGrowingValues_areRefusedBySize() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 33; level++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1));
        }

        assertThat(refusal(bomb.toString()).code()).isEqualTo("size");
    }

    @Test
    void load_fewAliases_areWrittenOut() throws IOException {
        Document document = load(HEAD + """
            components: {schemas: {A: &a {type: object, properties: {b: {type: string}}}, B: *a}}
            """);

        Map<String, ?> schemas = document.openApi().getComponents().getSchemas();
        assertThat(schemas.get("B")).isEqualTo(schemas.get("A")).isNotSameAs(schemas.get("A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "openapi.json"})
    void load_deepNesting_isRefused(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        catchThrowableOfType(GenerationException.class, () -> SpecLoader.load(file, List.of(), diagnostics));

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isIn("depth", "syntax"));
    }

    @Test
    void load_depthMadeOfAliases_isRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 50; level++) {
            bomb.append("a%1$d: &a%1$d [[[[[*a%2$d]]]]]\n".formatted(level, level - 1));
        }

        assertThat(refusal(bomb.toString()).code()).isEqualTo("depth");
    }

    @Test
    void load_duplicateKeyInJson_isRefusedWithLine() throws IOException {
        Path file = folder.resolve("openapi.json");
        Files.writeString(file, "{\"a\": 1,\n \"a\": 2}");

        catchThrowableOfType(GenerationException.class, () -> SpecLoader.load(file, List.of(), diagnostics));

        assertThat(diagnostics.all()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("duplicate-key");
            assertThat(error.pointer()).contains("openapi.json:2:");
        });
    }

    @Test
    void load_whatTheParserDislikes_isAWarning() throws IOException {
        load(HEAD + "unheard-of: true\n");

        assertThat(diagnostics.all()).singleElement().satisfies(warning -> {
            assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
            assertThat(warning.message()).contains("unheard-of");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversations.yaml", "conversations-responses.yaml", "openapi.yaml", "openapi.json"})
    void load_officialDocument_hasNothingToSay(String name) {
        Path official = Path.of("../../shared/official", name);
        if (!Files.exists(official)) {
            System.out.println("SKIPPED: no " + official.toAbsolutePath().normalize());
        }
        assumeThat(official).exists();

        assertThat(SpecLoader.load(official, List.of(), diagnostics).openApi().getPaths())
                .isNotEmpty();
        assertThat(diagnostics.all()).isEmpty();
    }

    private static Schema<?> member(Document document) {
        Schema<?> owner = document.openApi().getComponents().getSchemas().get("A");
        return (Schema<?>) owner.getProperties().get("b");
    }

    private Document load(String text) throws IOException {
        Path file = folder.resolve("openapi.yaml");
        Files.writeString(file, text);
        return SpecLoader.load(file, List.of(), diagnostics);
    }

    private GenerationException failure(String text) {
        return catchThrowableOfType(GenerationException.class, () -> load(text));
    }

    private Diagnostic refusal(String text) {
        assertThat(failure(text)).isNotNull();
        assertThat(diagnostics.all()).hasSize(1);
        return diagnostics.all().get(0);
    }
}
