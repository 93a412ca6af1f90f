package dev.parley.generator.spec;

import static dev.parley.generator.spec.DocumentFolder.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.GenerationException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document may say, and what is refused at its place. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SpecLoaderTest {

    private final DocumentFolder folder;

    SpecLoaderTest(@TempDir Path folder) {
        this.folder = new DocumentFolder(folder);
    }

    @Test
    void load_yaml_givesDocumentByFileName() throws IOException {
        Document document = folder.load(HEAD);

        assertThat(document.name()).isEqualTo("openapi.yaml");
        assertThat(document.openApi().getInfo().getTitle()).isEqualTo("Example");
        assertThat(document.javaPackage()).isNull();
        assertThat(folder.diagnostics().all()).isEmpty();
    }

    @Test
    void load_referenceWithEscapes_isNotSaidToBeMissing() throws IOException {
        folder.load("""
            openapi: 3.1.0
            info: {title: Example, version: 1.0}
            paths:
              /a:
                get:
                  responses:
                    '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/a~1b'}}}}
            components: {schemas: {a/b: {type: object}}}
            """);

        assertThat(folder.diagnostics().all())
                .noneMatch(diagnostic -> diagnostic.toString().contains("is missing"));
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
        Diagnostic error = folder.refusal(HEAD + document + "\n");

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.pointer()).isEqualTo(pointer);
        assertThat(error.hint()).isNotBlank();
    }

    @Test
    void load_severalErrors_reportsAllOfThem() {
        GenerationException exception = folder.failure(HEAD + """
            components: {schemas: {A: {$ref: '#/nowhere'}, B: {$ref: 'http://h/x'}, C: {$ref: ../c.yaml}}}
            """);

        assertThat(exception.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactlyInAnyOrder("dangling-ref", "remote-ref", "external-ref");
        assertThat(exception.getMessage().lines()).hasSize(3);
    }

    @Test
    void load_refAsNameOrAsData_isNoReference() throws IOException {
        folder.load(HEAD + """
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

        assertThat(folder.diagnostics().hasErrors()).isFalse();
    }

    @Test
    void load_refWithEscapes_isFollowed() throws IOException {
        folder.load(HEAD + """
            components: {schemas: {A: {$ref: '#/components/schemas/x%20y~1z+'}, 'x y/z+': {type: string}}}
            """);

        assertThat(folder.diagnostics().hasErrors()).isFalse();
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
            folder.load(HEAD + """
                jsonSchemaDialect: %1$s
                externalDocs: {url: '%1$s'}
                components: {schemas: {A: {$id: '%1$s', $schema: '%1$s'}}, examples: {E: {externalValue: '%1$s'}}}
                """.formatted(url));
            folder.failure(
                    HEAD + "components: {schemas: {A: {$ref: '" + url + "'}, B: {$id: '" + url + "', $ref: b}}}\n");
        } finally {
            server.stop(0);
        }

        assertThat(hits).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        swagger: '2.0' | Swagger 2.0
        title: nothing | missing
        openapi: 3.2.0 | 3.2.0
        openapi: [3] | [3]
        """)
    void load_anotherVersion_isRefusedByName(String text, String found) {
        Diagnostic error = folder.refusal(text + "\ninfo: {title: a, version: b}\n");

        assertThat(error.code()).isEqualTo("openapi-version");
        assertThat(error.message()).contains(found);
    }

    @Test
    void load_whatTheParserDislikes_isAWarning() throws IOException {
        folder.load(HEAD + "unheard-of: true\n");

        assertThat(folder.diagnostics().all()).singleElement().satisfies(warning -> {
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

        assertThat(SpecLoader.load(official, List.of(), folder.diagnostics())
                        .openApi()
                        .getPaths())
                .isNotEmpty();
        assertThat(folder.diagnostics().all()).isEmpty();
    }
}
