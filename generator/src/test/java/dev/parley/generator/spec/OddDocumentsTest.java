package dev.parley.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as people write them: whatever stands wherever, loading ends with a document or with a diagnostic. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class OddDocumentsTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> ODD =
            List.of("null", "true", "7", "\"x\"", "[]", "{}", "[null]", "[{}]", "{\"$ref\":7}", "{\"a\":null}");

    /** How many of them each place is tried with; neighbours get others. All at once hold, too, but take a minute. */
    private static final int TURNS = 3;

    private static final String EVERYTHING = """
        openapi: VERSION
        info: {title: Odd, version: "1", contact: {name: n}, license: {name: l}}
        servers: [{url: 'https://h/{v}', variables: {v: {default: a, enum: [a]}}}]
        tags: [{name: t, externalDocs: {url: u}}]
        security: [{key: []}]
        x-top: {a: [1]}
        paths:
          /a/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            post:
              tags: [t]
              operationId: o
              x-op: 1
              parameters:
                - {name: q, in: query, style: form, explode: true, schema: {type: array, items: {type: string}}, example: e}
                - {$ref: '#/components/parameters/P'}
              requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/A'}, examples: {e: {value: 1}}, encoding: {b: {headers: {H: {schema: {type: string}}}}}}}}
              responses:
                '200': {description: d, headers: {X-A: {$ref: '#/components/headers/H'}}, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}, links: {l: {operationId: o, parameters: {id: $response.body}}}}
                default: {$ref: '#/components/responses/R'}
              callbacks: {c: {'{$url}': {post: {responses: {'200': {description: d}}}}}}
              security: [{key: []}]
              servers: [{url: u}]
        components:
          parameters: {P: {name: p, in: header, content: {application/json: {schema: {type: object}}}}}
          headers: {H: {description: d, schema: {type: integer}}}
          responses: {R: {description: d}}
          requestBodies: {B: {content: {text/plain: {schema: {type: string}}}}}
          examples: {E: {summary: s, value: {a: 1}}}
          links: {L: {operationRef: r}}
          callbacks: {C: {e: {get: {responses: {}}}}}
          securitySchemes: {key: {type: apiKey, in: header, name: n}, o: {type: oauth2, flows: {implicit: {authorizationUrl: u, scopes: {a: b}}}}}
          schemas:
            A:
              type: object
              title: t
              description: d
              required: [b]
              discriminator: {propertyName: b, mapping: {x: '#/components/schemas/C'}}
              minProperties: 1
              additionalProperties: {type: string}
              properties:
                b: {type: string, enum: [x, y], default: x, example: x, nullable: true, maxLength: 3, pattern: a}
                c: {$ref: '#/components/schemas/C', description: d}
                d: {type: array, items: {type: integer, format: int32, minimum: 1, exclusiveMinimum: true, multipleOf: 2}, minItems: 1, uniqueItems: true}
                e: {oneOf: [{type: string}, {$ref: '#/components/schemas/C'}], readOnly: true, writeOnly: false, deprecated: true}
                f: {anyOf: [{type: number}, {type: boolean}], xml: {name: n}, externalDocs: {url: u}}
                g: {not: {type: string}, if: {}, then: {}, else: {}, const: 1, prefixItems: [{}], patternProperties: {a: {}}, dependentSchemas: {a: {}}, $defs: {X: {}}, $anchor: n, examples: [1], propertyNames: {}, contains: {}, unevaluatedProperties: false, contentSchema: {}}
            C: {allOf: [{$ref: '#/components/schemas/D'}, {properties: {h: {type: string, format: date-time}}}]}
            D: {type: object, properties: {i: {$ref: '#/components/schemas/A/properties/d/items'}}}
        """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.0.3", "3.1.0"})
    void load_anythingAnywhere_givesADocumentOrADiagnostic(String version) throws IOException {
        JsonNode whole = new YAMLMapper().readTree(EVERYTHING.replace("VERSION", version));
        List<String> places = new ArrayList<>();
        collect(whole, "", places);
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            for (int turn = 0; turn < TURNS; turn++) {
                String place = places.get(i);
                String odd = ODD.get((i + turn * TURNS) % ODD.size());
                String failure = tried(whole.deepCopy(), place, JSON.readTree(odd));
                if (failure != null) {
                    failures.add(place + " = " + odd + ": " + failure);
                }
            }
        }

        assertThat(places).hasSizeGreaterThan(200);
        assertThat(failures).isEmpty();
    }

    private String tried(JsonNode document, String place, JsonNode odd) throws IOException {
        int slash = place.lastIndexOf('/');
        JsonNode owner = document.at(place.substring(0, slash));
        String name = place.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (owner instanceof ObjectNode object) {
            object.set(name, odd);
        } else {
            ((ArrayNode) owner).set(Integer.parseInt(name), odd);
        }
        Path file = folder.resolve("odd.json");
        Files.writeString(file, document.toString());
        try {
            SpecLoader.load(file, List.of(), new Diagnostics());
            return null;
        } catch (GenerationException e) {
            boolean crashed = e.getMessage().contains("The parser fails");
            return e.diagnostics().isEmpty() || crashed ? e.getMessage() : null;
        } catch (RuntimeException e) {
            return e + " at " + e.getStackTrace()[0];
        }
    }

    private static void collect(JsonNode node, String pointer, List<String> into) {
        if (!pointer.isEmpty()) {
            into.add(pointer);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            collect(member.getValue(), pointer + "/" + Pointer.escaped(member.getKey()), into));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, into);
        }
    }

    @ParameterizedTest
    @CsvSource({"3.0, 3.0", "3.1, 3.1", "'\"3.1\"', 3.1", "3.0.4, 3.0.4", "'\"3.1.2-rc1\"', 3.1.2-rc1"})
    void load_versionAsNumberOrString_isUnderstood(String written, String meant) throws IOException {
        assertThat(load("openapi: " + written + "\ninfo: {title: t, version: v}\npaths: {}\n")
                        .openApi()
                        .getOpenapi())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        swagger: "2.0" | convert
        openapi: 3.2.0 | 3.1.0
        openapi: 3.10.0 | 3.1
        openapi: 4 | 3.1
        openapi: null | 3.1
        """)
    void load_versionThatIsNotUnderstood_namesTheRemedy(String version, String remedy) throws IOException {
        Path file = folder.resolve("openapi.yaml");
        Files.writeString(file, version + "\ninfo: {title: t, version: v}\npaths: {}\n");
        Diagnostics diagnostics = new Diagnostics();
        try {
            SpecLoader.load(file, List.of(), diagnostics);
        } catch (GenerationException e) {
            assertThat(e.diagnostics()).extracting(Diagnostic::code).containsExactly("openapi-version");
        }

        assertThat(diagnostics.all())
                .singleElement()
                .satisfies(found -> assertThat(found.hint()).contains(remedy));
    }

    @Test
    void load_byteOrderMarkAndLineEndsOfWindows_areNoMatter() throws IOException {
        String text = "\uFEFFopenapi: 3.1.0\r\ninfo:\r\n  title: t\r\n  version: v\r\npaths: {}\r\n";

        assertThat(load(text).openApi().getInfo().getTitle()).isEqualTo("t");
    }

    @Test
    void load_scalarsOfYaml_areThoseOfTheCoreSchema() throws IOException {
        Schema<?> schema =
                (Schema<?>) load("""
            openapi: 3.1.0
            info: {title: yes, version: 1.10}
            paths: {}
            components:
              schemas:
                A: {enum: [on, 0o17, 017, 2020-01-01, 12:30, 1e3, 123456789012345678901234567890, "null", ~]}
            """).openApi().getComponents().getSchemas().get("A");

        assertThat(schema.getEnum().stream().map(String::valueOf).toList())
                .contains("on", "15", "17", "2020-01-01", "12:30", "123456789012345678901234567890");
    }

    private Document load(String text) throws IOException {
        Path file = folder.resolve("openapi.yaml");
        Files.writeString(file, text);
        return SpecLoader.load(file, List.of(), new Diagnostics());
    }
}
