package dev.parley.generator.spec;

import static dev.parley.generator.spec.DocumentFolder.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.GenerationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are read under limits, and those that are not understood. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class DocumentReaderTest {

    private final DocumentFolder folder;

    DocumentReaderTest(@TempDir Path folder) {
        this.folder = new DocumentFolder(folder);
    }

    @Test
    void load_json_givesTheSameAsYaml() throws IOException {
        Path file = folder.path("openapi.json");
        Files.writeString(
                file, "\uFEFF{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"E\",\"version\":\"1\"},\"paths\":{}}");

        assertThat(SpecLoader.load(file, List.of(), folder.diagnostics())
                        .openApi()
                        .getInfo()
                        .getTitle())
                .isEqualTo("E");
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
        Diagnostic error = folder.refusal(text.replace("\\n", "\n"));

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.pointer()).endsWith("openapi.yaml" + place);
        assertThat(error.message()).contains(message == null ? "" : message);
    }

    @Test
    void load_controlCharacter_isRefusedWithLineAndColumn() {
        Diagnostic error = folder.refusal("a: 1\nb: x\u0007y\n");

        assertThat(error.pointer()).endsWith("openapi.yaml:2:5");
        assertThat(error.message()).contains("U+0007");
    }

    @Test
    void load_duplicateKeyInJson_isRefusedWithLine() throws IOException {
        Path file = folder.path("openapi.json");
        Files.writeString(file, "{\"a\": 1,\n \"a\": 2}");

        catchThrowableOfType(GenerationException.class, () -> SpecLoader.load(file, List.of(), folder.diagnostics()));

        assertThat(folder.diagnostics().all()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("duplicate-key");
            assertThat(error.pointer()).contains("openapi.json:2:");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing\n", "---\n", "null"})
    void load_fileWithoutContent_isRefused(String text) {
        assertThat(folder.refusal(text).code()).isEqualTo("empty-file");
    }

    @Test
    void load_missingFile_isRefused() {
        Throwable thrown = catchThrowableOfType(
                GenerationException.class,
                () -> SpecLoader.load(folder.path("none.yaml"), List.of(), folder.diagnostics()));

        assertThat(thrown).hasMessageContaining("none.yaml").hasMessageContaining("[no-file]");
    }

    @Test
    void load_notUtf8_isRefused() throws IOException {
        Path file = folder.path("openapi.yaml");
        Files.write(file, "a: ü".getBytes(StandardCharsets.ISO_8859_1));

        catchThrowableOfType(GenerationException.class, () -> SpecLoader.load(file, List.of(), folder.diagnostics()));

        assertThat(folder.diagnostics().all()).extracting(Diagnostic::code).containsExactly("encoding");
    }

    @Test
    void load_aliasBomb_isRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 10; level++) {
            String alias = "*a" + (level - 1);
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, String.join(", ", Collections.nCopies(10, alias))));
        }

        assertThat(folder.refusal(bomb.toString()).code()).isIn("aliases", "size");
    }

    @Test
    void load_aliasesOfGrowingValues_areRefusedBySize() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 33; level++) {
            bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(level, level - 1));
        }

        assertThat(folder.refusal(bomb.toString()).code()).isEqualTo("size");
    }

    @Test
    void load_fewAliases_areWrittenOut() throws IOException {
        Document document = folder.load(HEAD + """
            components: {schemas: {A: &a {type: object, properties: {b: {type: string}}}, B: *a}}
            """);

        Map<String, ?> schemas = document.openApi().getComponents().getSchemas();
        assertThat(schemas.get("B")).isEqualTo(schemas.get("A")).isNotSameAs(schemas.get("A"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"openapi.yaml", "openapi.json"})
    void load_deepNesting_isRefused(String name) throws IOException {
        Path file = folder.path(name);
        Files.writeString(file, "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        catchThrowableOfType(GenerationException.class, () -> SpecLoader.load(file, List.of(), folder.diagnostics()));

        assertThat(folder.diagnostics().all())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isIn("depth", "syntax"));
    }

    @Test
    void load_depthMadeOfAliases_isRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
        for (int level = 1; level < 50; level++) {
            bomb.append("a%1$d: &a%1$d [[[[[*a%2$d]]]]]\n".formatted(level, level - 1));
        }

        assertThat(folder.refusal(bomb.toString()).code()).isEqualTo("depth");
    }
}
