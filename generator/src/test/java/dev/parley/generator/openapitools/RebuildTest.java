package dev.parley.generator.openapitools;

import static dev.parley.generator.openapitools.Project.LONG_AGO;
import static dev.parley.generator.openapitools.Project.OVERLAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.diagnostic.GenerationException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run does, and what it leaves alone. */
class RebuildTest {

    private final Project project;

    RebuildTest(@TempDir Path folder) throws IOException {
        project = new Project(folder);
    }

    @Test
    void generate_nothingChanged_doesNothing() throws IOException {
        Map<String, String> before = project.contents();

        RunReport report = project.generate();

        assertThat(project.pipeline.runs).isZero();
        assertThat(report.written()).isZero();
        assertThat(report.unchanged()).isEqualTo(3);
        assertThat(report.lines(false, Duration.ofMillis(100)))
                .containsExactly("Nothing has changed: 3 files as they were, 0.1 seconds");
        assertThat(project.contents()).isEqualTo(before);
        assertThat(project.times()).containsOnly(LONG_AGO);
    }

    @Test
    void generate_inputsTouchedButNotChanged_doesNothing() throws IOException {
        Files.setLastModifiedTime(project.options.document(), FileTime.fromMillis(0));
        Files.setLastModifiedTime(project.folder.resolve("overlays/1.yaml"), FileTime.fromMillis(0));

        project.generate();

        assertThat(project.pipeline.runs).isZero();
    }

    @Test
    void generate_anyInputChanged_runsAgainAndRewritesNothingThatIsTheSame() throws IOException {
        Project.append(project.options.document(), "\n");
        assertRunsAgain("document");
        Project.append(project.folder.resolve("overlays/1.yaml"), "\n");
        assertRunsAgain("overlay");
        Files.writeString(project.folder.resolve("overlays/2.yaml"), OVERLAY);
        assertRunsAgain("overlay of the folder, new");
        Files.delete(project.folder.resolve("overlays/2.yaml"));
        assertRunsAgain("overlay of the folder, gone");
        Files.writeString(project.folder.resolve("templates/service.mustache"), "");
        assertRunsAgain("template, new");
        Files.writeString(project.folder.resolve("templates/mixins/A.mustache"), "");
        assertRunsAgain("mixin, new");
        Files.writeString(project.folder.resolve("templates/mixins/A.mustache"), " ");
        assertRunsAgain("mixin, changed");
        Project.append(project.output.resolve(".openapi-generator-ignore"), "Nothing.java\n");
        assertRunsAgain("rules of the ignore file");
        project.options = project.with(project.options.overlays(), "com.other", project.options.sourceFolder(), false);
        project.pipeline.runs = 0;
        project.generate();
        assertThat(project.pipeline.runs).as("package").isEqualTo(1);
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
        Path one = Files.writeString(project.folder.resolve("one.yaml"), OVERLAY);
        Path two = Files.writeString(project.folder.resolve("two.yaml"), OVERLAY);
        Path ignore = project.folder.resolve("none");

        String there = project.with(List.of(one, two), null, "java", false).fingerprint(ignore);

        assertThat(project.with(List.of(one, two), null, "java", true).fingerprint(ignore))
                .isEqualTo(there);
        assertThat(project.with(List.of(two, one), null, "java", false).fingerprint(ignore))
                .isNotEqualTo(there);
        assertThat(project.with(List.of(one, two), null, "src", false).fingerprint(ignore))
                .isNotEqualTo(there);
    }

    @Test
    void generate_withANameLock_isCurrentAfterwardsUntilTheLockChanges() throws IOException {
        Path lock = project.folder.resolve("names.json");
        project.options = new RunOptions(
                project.options.document(),
                project.options.overlays(),
                "com.example",
                project.options.templates(),
                null,
                lock,
                "java",
                false);
        project.generate();
        project.pipeline.runs = 0;

        project.generate();
        assertThat(project.pipeline.runs).isZero();
        assertThat(lock).exists();

        Files.writeString(lock, "{}");
        project.generate();
        assertThat(project.pipeline.runs).isEqualTo(1);
    }

    @Test
    void generate_outputFileDeleted_isWrittenAgainAndNoOther() throws IOException {
        Files.delete(project.source("A.java"));

        assertThat(project.generate().written()).isEqualTo(1);

        assertThat(project.source("A.java")).hasContent("a");
        assertThat(Files.getLastModifiedTime(project.source("b/B.java"))).isEqualTo(LONG_AGO);
    }

    @Test
    void generate_outputFileEdited_isRefusedAndNothingIsWritten() throws IOException {
        Files.writeString(project.source("A.java"), "mine");
        Files.delete(project.source("b/B.java"));
        Map<String, String> before = project.contents();

        assertThatThrownBy(project::generate)
                .isInstanceOf(GenerationException.class)
                .hasMessageContaining("src/main/java/A.java")
                .hasMessageContaining("--overwrite")
                .hasMessageContaining("[edited-file]");
        assertThat(project.contents()).isEqualTo(before);

        project.options = project.with(project.options.overlays(), "com.example", project.options.sourceFolder(), true);
        project.generate();
        assertThat(project.source("A.java")).hasContent("a");
    }

    @Test
    void generate_editedFileNoLongerProduced_isRefusedUnlessOverwritten() throws IOException {
        Files.writeString(project.source("b/B.java"), "mine");
        project.pipeline.files.remove("b/B.java");

        assertThatThrownBy(project::generate)
                .hasMessageContaining("[edited-file]")
                .hasMessageContaining("deleted");
        assertThat(project.source("b/B.java")).hasContent("mine");

        project.options = project.with(project.options.overlays(), "com.example", project.options.sourceFolder(), true);
        assertThat(project.generate().deleted()).isEqualTo(1);
        assertThat(project.source("b")).doesNotExist();
    }

    @Test
    void generate_foreignFileInTheWay_isRefused() throws IOException {
        Files.writeString(project.source("C.java"), "mine");
        project.pipeline.files.put("C.java", "c\n");
        Project.append(project.options.document(), "\n");

        assertThatThrownBy(project::generate)
                .hasMessageContaining("src/main/java/C.java")
                .hasMessageContaining("[foreign-file]");
        assertThat(project.source("C.java")).hasContent("mine");
    }

    private void assertRunsAgain(String because) throws IOException {
        project.makeOld();
        project.pipeline.runs = 0;
        project.generate();
        assertThat(project.pipeline.runs).as(because).isEqualTo(1);
        assertThat(Files.getLastModifiedTime(project.source("A.java")))
                .as(because)
                .isEqualTo(LONG_AGO);
        project.generate();
        assertThat(project.pipeline.runs).as(because + ", then nothing").isEqualTo(1);
    }
}
