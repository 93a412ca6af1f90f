package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.diagnostic.GenerationException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run does, and what it leaves alone. */
class RebuildTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
    private static final String OVERLAY = """
            overlay: 1.0.0
            info: {title: t, version: '1'}
            actions: [{target: $.info, update: {x-a: b}}]
            """;

    @TempDir
    private Path folder;

    private Path output;
    private RunOptions options;
    private final FakePipeline pipeline = new FakePipeline();

    @BeforeEach
    void generateOnce() throws IOException {
        output = folder.resolve("out");
        Path document = folder.resolve("openapi.yaml");
        Files.writeString(document, "openapi: 3.1.0\ninfo: {title: Example, version: '1'}\npaths: {}\n");
        Path overlays = Files.createDirectory(folder.resolve("overlays"));
        Files.writeString(overlays.resolve("1.yaml"), OVERLAY);
        Path templates =
                Files.createDirectories(folder.resolve("templates/mixins")).getParent();
        options = new RunOptions(
                document,
                List.of(overlays),
                "com.example",
                templates,
                null,
                null,
                RunOptions.DEFAULT_SOURCE_FOLDER,
                false);
        pipeline.files.put("A.java", "a\n");
        pipeline.files.put("b/B.java", "b\n");
        generate();
        makeOld();
        pipeline.runs = 0;
    }

    @Test
    void generate_nothingChanged_doesNothing() throws IOException {
        Map<String, String> before = contents();

        RunReport report = generate();

        assertThat(pipeline.runs).isZero();
        assertThat(report.written()).isZero();
        assertThat(report.unchanged()).isEqualTo(3);
        assertThat(report.lines(false, Duration.ofMillis(100)))
                .containsExactly("Nothing has changed: 3 files as they were, 0.1 seconds");
        assertThat(contents()).isEqualTo(before);
        assertThat(times()).containsOnly(LONG_AGO);
    }

    @Test
    void generate_inputsTouchedButNotChanged_doesNothing() throws IOException {
        Files.setLastModifiedTime(options.document(), FileTime.fromMillis(0));
        Files.setLastModifiedTime(folder.resolve("overlays/1.yaml"), FileTime.fromMillis(0));

        generate();

        assertThat(pipeline.runs).isZero();
    }

    @Test
    void generate_anyInputChanged_runsAgainAndRewritesNothingThatIsTheSame() throws IOException {
        append(options.document(), "\n");
        assertRunsAgain("document");
        append(folder.resolve("overlays/1.yaml"), "\n");
        assertRunsAgain("overlay");
        Files.writeString(folder.resolve("overlays/2.yaml"), OVERLAY);
        assertRunsAgain("overlay of the folder, new");
        Files.delete(folder.resolve("overlays/2.yaml"));
        assertRunsAgain("overlay of the folder, gone");
        Files.writeString(folder.resolve("templates/service.mustache"), "");
        assertRunsAgain("template, new");
        Files.writeString(folder.resolve("templates/mixins/A.mustache"), "");
        assertRunsAgain("mixin, new");
        Files.writeString(folder.resolve("templates/mixins/A.mustache"), " ");
        assertRunsAgain("mixin, changed");
        append(output.resolve(".openapi-generator-ignore"), "Nothing.java\n");
        assertRunsAgain("rules of the ignore file");
        options = with(options.overlays(), "com.other", options.sourceFolder(), false);
        pipeline.runs = 0;
        generate();
        assertThat(pipeline.runs).as("package").isEqualTo(1);
    }

    @Test
    void fingerprint_ofOptions_coversAllOfThemButOverwrite() {
        assertThat(Arrays.stream(RunOptions.class.getRecordComponents()).map(RecordComponent::getName))
                .as("put a new option into RunOptions.fingerprint, then here")
                .containsExactly(
                        "document",
                        "overlays",
                        "basePackage",
                        "templates",
                        "referenceRoot",
                        "nameLock",
                        "sourceFolder",
                        "overwrite");
    }

    @Test
    void fingerprint_orderOfOverlaysAndSourceFolder_count() throws IOException {
        Path one = Files.writeString(folder.resolve("one.yaml"), OVERLAY);
        Path two = Files.writeString(folder.resolve("two.yaml"), OVERLAY);
        Path ignore = folder.resolve("none");

        String there = with(List.of(one, two), null, "java", false).fingerprint(ignore);

        assertThat(with(List.of(one, two), null, "java", true).fingerprint(ignore))
                .isEqualTo(there);
        assertThat(with(List.of(two, one), null, "java", false).fingerprint(ignore))
                .isNotEqualTo(there);
        assertThat(with(List.of(one, two), null, "src", false).fingerprint(ignore))
                .isNotEqualTo(there);
    }

    @Test
    void generate_withANameLock_isCurrentAfterwardsUntilTheLockChanges() throws IOException {
        Path lock = folder.resolve("names.json");
        options = new RunOptions(
                options.document(), options.overlays(), "com.example", options.templates(), null, lock, "java", false);
        generate();
        pipeline.runs = 0;

        generate();
        assertThat(pipeline.runs).isZero();
        assertThat(lock).exists();

        Files.writeString(lock, "{}");
        generate();
        assertThat(pipeline.runs).isEqualTo(1);
    }

    @Test
    void generate_outputFileDeleted_isWrittenAgainAndNoOther() throws IOException {
        Files.delete(source("A.java"));

        assertThat(generate().written()).isEqualTo(1);

        assertThat(source("A.java")).hasContent("a");
        assertThat(Files.getLastModifiedTime(source("b/B.java"))).isEqualTo(LONG_AGO);
    }

    @Test
    void generate_outputFileEdited_isRefusedAndNothingIsWritten() throws IOException {
        Files.writeString(source("A.java"), "mine");
        Files.delete(source("b/B.java"));
        Map<String, String> before = contents();

        assertThatThrownBy(this::generate)
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("src/main/java/A.java")
                .hasMessageContaining("--overwrite")
                .hasMessageContaining("[edited-file]");
        assertThat(contents()).isEqualTo(before);

        options = with(options.overlays(), "com.example", options.sourceFolder(), true);
        generate();
        assertThat(source("A.java")).hasContent("a");
    }

    @Test
    void generate_editedFileNoLongerProduced_isRefusedUnlessOverwritten() throws IOException {
        Files.writeString(source("b/B.java"), "mine");
        pipeline.files.remove("b/B.java");

        assertThatThrownBy(this::generate).hasMessageContaining("[edited-file]").hasMessageContaining("deleted");
        assertThat(source("b/B.java")).hasContent("mine");

        options = with(options.overlays(), "com.example", options.sourceFolder(), true);
        assertThat(generate().deleted()).isEqualTo(1);
        assertThat(source("b")).doesNotExist();
    }

    @Test
    void generate_foreignFileInTheWay_isRefused() throws IOException {
        Files.writeString(source("C.java"), "mine");
        pipeline.files.put("C.java", "c\n");
        append(options.document(), "\n");

        assertThatThrownBy(this::generate)
                .hasMessageContaining("src/main/java/C.java")
                .hasMessageContaining("[foreign-file]");
        assertThat(source("C.java")).hasContent("mine");
    }

    @Test
    void generate_stoppedInTheMiddle_isMendedByTheNextRun() throws IOException {
        pipeline.files.put("A.java", "a2\n");
        pipeline.files.put("b/B.java", "b2\n");
        pipeline.files.put("C.java", "c2\n");
        append(options.document(), "\n");
        assertThatThrownBy(() -> generate(stopAt(2))).isInstanceOf(Stop.class);
        assertThat(source("A.java")).hasContent("a2");
        assertThat(source("b/B.java")).hasContent("b");

        pipeline.files.put("A.java", "a3\n");
        pipeline.files.remove("C.java");
        generate();

        assertThat(contents())
                .containsEntry("src/main/java/A.java", "a3\n")
                .containsEntry("src/main/java/b/B.java", "b2\n")
                .doesNotContainKey("src/main/java/C.java");
    }

    @Test
    void generate_stoppedInTheMiddleAndTakenBack_yieldsTheOldState() throws IOException {
        Map<String, String> before = contents();
        String document = Files.readString(options.document());
        pipeline.files.put("A.java", "a2\n");
        pipeline.files.put("C.java", "c2\n");
        append(options.document(), "\n");
        assertThatThrownBy(() -> generate(stopAt(2))).isInstanceOf(Stop.class);

        Files.writeString(options.document(), document);
        pipeline.files.put("A.java", "a\n");
        pipeline.files.remove("C.java");
        generate();

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void generate_fileThatCannotBeWritten_failsAndIsMendedByTheNextRun() throws IOException {
        pipeline.files.put("A.java", "a2\n");
        pipeline.files.put("b/B.java", "b2\n");
        append(options.document(), "\n");
        Path obstacle = source("b/B.java.tmp");

        assertThatThrownBy(() -> generate((stage, done, all) -> {
                    if (done == 2) {
                        makeFolder(obstacle);
                    }
                }))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("B.java");
        Files.delete(obstacle);
        generate();

        assertThat(source("A.java")).hasContent("a2");
        assertThat(source("b/B.java")).hasContent("b2");
    }

    /** Ends a run like a crash: the writer catches exceptions, no errors. */
    private static final class Stop extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static Progress stopAt(int file) {
        return (stage, done, all) -> {
            if (done == file) {
                throw new Stop();
            }
        };
    }

    private static void makeFolder(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRunsAgain(String because) throws IOException {
        makeOld();
        pipeline.runs = 0;
        generate();
        assertThat(pipeline.runs).as(because).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(source("A.java"))).as(because).isEqualTo(LONG_AGO);
        generate();
        assertThat(pipeline.runs).as(because + ", then nothing").isEqualTo(1);
    }

    private RunOptions with(List<Path> overlays, String basePackage, String sourceFolder, boolean overwrite) {
        return new RunOptions(
                options.document(),
                overlays,
                basePackage,
                options.templates(),
                null,
                options.nameLock(),
                sourceFolder,
                overwrite);
    }

    private RunReport generate() {
        return generate(Progress.NONE);
    }

    private RunReport generate(Progress progress) {
        return new GeneratorRun(pipeline).generate(options, output, new Diagnostics(), progress);
    }

    private Path source(String path) {
        return output.resolve("src/main/java").resolve(path);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(output.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    private void makeOld() throws IOException {
        for (String file : contents().keySet()) {
            Files.setLastModifiedTime(output.resolve(file), LONG_AGO);
        }
    }

    private List<FileTime> times() throws IOException {
        List<FileTime> times = new ArrayList<>();
        for (String file : contents().keySet()) {
            times.add(Files.getLastModifiedTime(output.resolve(file)));
        }
        return times;
    }
}
