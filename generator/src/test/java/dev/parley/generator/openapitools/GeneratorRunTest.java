package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.Settings;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorRunTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    private Path output;
    private final FakePipeline pipeline = new FakePipeline();
    private Document document;

    @BeforeEach
    void loadDocument() throws IOException {
        output = folder.resolve("out");
        Path file = folder.resolve("openapi.yaml");
        Files.writeString(file, """
            openapi: 3.1.0
            info: {title: Example, version: '1'}
            servers: [{url: 'ht!tp://{'}]
            paths: {}
            x-java-package: com.example
            """);
        document = SpecLoader.load(file, List.of(), new Diagnostics());
    }

    @Test
    void generate_files_standBelowSourceFolderAsTheyAre() throws IOException {
        pipeline.files.put("com/example/A.java", "é {{x}} $ \\\n");

        RunReport report = generate();

        assertThat(output.resolve("src/main/java/com/example/A.java")).content().isEqualTo("é {{x}} $ \\\n");
        assertThat(output.resolve("src/main/java/Asked.txt")).hasContent("com.example\nExample\n");
        assertThat(output.resolve(".openapi-generator/FILES"))
                .hasContent("src/main/java/Asked.txt\nsrc/main/java/com/example/A.java\n");
        assertThat(report.written()).isEqualTo(2);
        assertThat(report.unchanged()).isZero();
        assertThat(report.deleted()).isZero();
    }

    @Test
    void generate_secondRun_rewritesNothing() throws IOException {
        pipeline.files.put("A.java", "a\n");
        generate();
        Map<Path, String> first = contents();
        makeOld();

        RunReport report = generate();

        assertThat(report.written()).isZero();
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(contents()).isEqualTo(first);
        assertThat(times()).containsOnly(LONG_AGO);
    }

    @Test
    void generate_oneFileChanged_rewritesThisOneAndNoOther() throws IOException {
        pipeline.files.put("A.java", "a\n");
        pipeline.files.put("B.java", "b\n");
        generate();
        makeOld();
        pipeline.files.put("B.java", "c\n");

        RunReport report = generate();

        assertThat(report.written()).isEqualTo(1);
        assertThat(source("B.java")).hasContent("c");
        assertThat(Files.getLastModifiedTime(source("B.java"))).isNotEqualTo(LONG_AGO);
        assertThat(Files.getLastModifiedTime(source("A.java"))).isEqualTo(LONG_AGO);
    }

    @Test
    void generate_fileNoLongerProduced_isDeletedAndForeignOnesStay() throws IOException {
        pipeline.files.put("gone/A.java", "a\n");
        generate();
        Files.writeString(source("Mine.java"), "mine");
        pipeline.files.clear();

        RunReport report = generate();

        assertThat(report.deleted()).isEqualTo(1);
        assertThat(source("gone")).doesNotExist();
        assertThat(source("Mine.java")).exists();
    }

    @Test
    void generate_fileThatTheUserIgnores_isNeitherWrittenNorDeleted() throws IOException {
        pipeline.files.put("A.java", "a\n");
        pipeline.files.put("B.java", "b\n");
        generate();
        Files.writeString(output.resolve(".openapi-generator-ignore"), "**/A.java\n**/B.java\n");
        Files.writeString(source("A.java"), "mine");
        Files.writeString(source("B.java"), "mine");
        pipeline.files.remove("B.java");

        RunReport report = generate();

        assertThat(source("A.java")).hasContent("mine");
        assertThat(source("B.java")).hasContent("mine");
        assertThat(report.written()).isZero();
        assertThat(report.deleted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../../Out.java", "a/../../../../../Out.java", "a\\b.java", "../../.."})
    void generate_pathThatLeadsOut_endsBeforeAnythingIsWritten(String path) {
        pipeline.files.put("A.java", "a\n");
        pipeline.files.put(path, "b\n");

        assertThatThrownBy(this::generate)
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("[output-path]");
        assertThat(output).doesNotExist();
    }

    @Test
    void generate_pathsEqualButForCase_endsBeforeAnythingIsWritten() {
        pipeline.files.put("a.java", "a\n");
        pipeline.files.put("A.java", "b\n");

        assertThatThrownBy(this::generate)
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("A.java");
        assertThat(output).doesNotExist();
    }

    @Test
    void generate_report_saysWhatThereIs() throws IOException {
        assertThat(generate().lines(false, Duration.ofMillis(1234)))
                .containsExactly(
                        "1 operations, 9 types: 2 records, 3 requests, 4 open enums, 0 unions",
                        "0 errors, 0 warnings, 1 notes",
                        "1 files written, 0 unchanged, 0 deleted, 1.2 seconds");
    }

    private RunReport generate() {
        return new GeneratorRun(pipeline)
                .generate(document, new Settings(null, name -> null), output, new Diagnostics());
    }

    private Path source(String path) {
        return output.resolve("src/main/java").resolve(path);
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    private void makeOld() throws IOException {
        for (Path file : contents().keySet()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    private List<FileTime> times() throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (Path file : contents().keySet()) {
            times.add(Files.getLastModifiedTime(file));
        }
        return times;
    }
}
