package dev.parley.generator.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every name that generated source uses for something, in every place of a document that names something in source. */
class NameShadowingTest {

    /** What generated source, its library and the packages of both refer to by name. */
    private static final List<String> NAMES = List.of(
            "AdditionalProperties",
            "ApiCall",
            "ApiConnection",
            "ApiResponse",
            "ArrayList",
            "AsyncPage",
            "AutoCloseable",
            "Body",
            "Boolean",
            "Builder",
            "BUILDER",
            "Calls",
            "Client",
            "Com",
            "CompletableFuture",
            "Consumer",
            "Copies",
            "Deprecated",
            "Dev",
            "Double",
            "Enum",
            "EventStream",
            "Function",
            "Generated",
            "Holder",
            "IllegalArgumentException",
            "Integer",
            "Iterable",
            "Java",
            "Javax",
            "JsonObject",
            "JsonReader",
            "JsonValue",
            "JsonWritable",
            "JsonWriter",
            "Known",
            "List",
            "Long",
            "Map",
            "Members",
            "Nullable",
            "Object",
            "Objects",
            "OpenEnum",
            "Operation",
            "Optional",
            "Org",
            "Override",
            "Page",
            "Pattern",
            "Record",
            "RequiredMembers",
            "Service",
            "String",
            "Text",
            "UNKNOWN",
            "Unknown",
            "Validatable",
            "Value",
            "Violation",
            "Violations",
            "Void");

    private static final String ANYTHING = "listed: {type: array, items: {type: string, maxLength: 9}}, "
            + "mapped: {type: object, additionalProperties: {type: array, items: {type: integer}}}, "
            + "free: {type: object}, flag: {type: [boolean, 'null']}";

    @TempDir
    private Path folder;

    @Test
    void namesOfSource_inEveryPlace_compile() throws IOException {
        Files.writeString(folder.resolve("openapi.yaml"), document());
        Case tested = new Case(folder);
        CaseRun run = CaseRun.of(tested);

        assertThat(run.hasErrors()).as(run.diagnosticsText(tested)).isFalse();
        assertThat(Javac.compile(run.files(), Files.createDirectory(folder.resolve("classes"))))
                .isEmpty();
    }

    private static String document() {
        StringBuilder paths = new StringBuilder();
        StringBuilder schemas = new StringBuilder();
        for (String name : NAMES) {
            addPaths(paths, name);
            addSchemas(schemas, name);
        }
        return "openapi: 3.1.0\ninfo: {title: Shadow, version: '1'}\npaths:\n" + paths + "components:\n  schemas:\n"
                + schemas;
    }

    private static void addPaths(StringBuilder paths, String name) {
        String word = word(name);
        paths.append("""
                  /%1$s/{%1$s}:
                    post:
                      parameters:
                        - {name: %1$s, in: path, required: true, schema: {type: string}}
                        - {name: %1$s, in: query, schema: {$ref: '#/components/schemas/%2$sWord'}}
                        - {name: %1$s, in: header, schema: {type: string, maxLength: 5}}
                        - {name: %1$sSet, in: query, schema: {type: array, items: {type: string}}}
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/%2$sHolder'}}}}
                      responses:
                        "200": {description: It, content: {application/json: {schema: {$ref: '#/components/schemas/%2$s'}}}}
                    get:
                      parameters: [{name: %1$s, in: path, required: true, schema: {type: string}}]
                      responses:
                        "200": {description: All, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/%2$s'}}}}}
                """.formatted(word, name).indent(0).replaceAll("(?m)^", "  "));
    }

    /**
     * Objects inside of objects, words, unions of inline objects and of components that inherit each other's types, members
     * and values that tell the kinds of a union apart.
     */
    private static void addSchemas(StringBuilder schemas, String name) {
        schemas.append("""
                %2$s: {type: object, required: [%1$s], properties: {%1$s: {type: string}, other: {$ref: '#/components/schemas/Text'}}}
                %2$sWord: {type: string, enum: [%1$s, other]}
                %2$sHolder:
                  type: object
                  required: [inner]
                  properties: {
                    %1$s: {type: object, properties: {%1$s: {type: string, enum: [%1$s]}, it: {$ref: '#/components/schemas/%2$s'}, %3$s}},
                    inner: {type: object, properties: {%1$s: {type: object, properties: {%1$s: {type: string}}}, it: {$ref: '#/components/schemas/%2$s'}}},
                    %1$sList: {type: array, items: {type: object, title: %2$s}},
                    choice: {$ref: '#/components/schemas/%2$sUnion'},
                    it: {$ref: '#/components/schemas/%2$s'},
                    %3$s }
                %2$sUnion:
                  oneOf:
                    - {type: string}
                    - {type: array, items: {type: object, title: %2$s, properties: {%1$s: {type: object}}}}
                    - {type: object, title: %2$s, required: [type], properties: {type: {const: %1$s}, it: {$ref: '#/components/schemas/%2$s'}}}
                    - $ref: '#/components/schemas/%2$sOption'
                %2$sOption: {type: object, required: [type], properties: {type: {const: option}, text: {$ref: '#/components/schemas/Text'}, it: {$ref: '#/components/schemas/%2$s'}, %3$s}}
                """.formatted(word(name), name, ANYTHING).replaceAll("(?m)^", "    "));
    }

    private static String word(String name) {
        return name.equals(name.toUpperCase(Locale.ROOT))
                ? name
                : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}
