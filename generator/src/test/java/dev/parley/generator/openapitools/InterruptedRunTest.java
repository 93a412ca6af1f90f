package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends before its time, and the one behind it. */
class InterruptedRunTest {

    private final Project project;

    InterruptedRunTest(@TempDir Path folder) throws IOException {
        project = new Project(folder);
    }

    @Test
    void generate_stoppedInTheMiddle_isMendedByTheNextRun() throws IOException {
        project.pipeline.files.put("A.java", "a2\n");
        project.pipeline.files.put("b/B.java", "b2\n");
        project.pipeline.files.put("C.java", "c2\n");
        Project.append(project.options.document(), "\n");
        assertThatThrownBy(() -> project.generate(stopAt(2))).isInstanceOf(Stop.class);
        assertThat(project.source("A.java")).hasContent("a2");
        assertThat(project.source("b/B.java")).hasContent("b");

        project.pipeline.files.put("A.java", "a3\n");
        project.pipeline.files.remove("C.java");
        project.generate();

        assertThat(project.contents())
                .containsEntry("src/main/java/A.java", "a3\n")
                .containsEntry("src/main/java/b/B.java", "b2\n")
                .doesNotContainKey("src/main/java/C.java");
    }

    @Test
    void generate_stoppedInTheMiddleAndTakenBack_yieldsTheOldState() throws IOException {
        Map<String, String> before = project.contents();
        String document = Files.readString(project.options.document());
        project.pipeline.files.put("A.java", "a2\n");
        project.pipeline.files.put("C.java", "c2\n");
        Project.append(project.options.document(), "\n");
        assertThatThrownBy(() -> project.generate(stopAt(2))).isInstanceOf(Stop.class);

        Files.writeString(project.options.document(), document);
        project.pipeline.files.put("A.java", "a\n");
        project.pipeline.files.remove("C.java");
        project.generate();

        assertThat(project.contents()).isEqualTo(before);
    }

    @Test
    void generate_fileThatCannotBeWritten_failsAndIsMendedByTheNextRun() throws IOException {
        project.pipeline.files.put("A.java", "a2\n");
        project.pipeline.files.put("b/B.java", "b2\n");
        Project.append(project.options.document(), "\n");
        Path obstacle = project.source("b/B.java.tmp");

        assertThatThrownBy(() -> project.generate((stage, done, all) -> {
                    if (done == 2) {
                        makeFolder(obstacle);
                    }
                }))
                .isInstanceOf(RuntimeException.class)
                .hasMessageContaining("B.java");
        Files.delete(obstacle);
        project.generate();

        assertThat(project.source("A.java")).hasContent("a2");
        assertThat(project.source("b/B.java")).hasContent("b2");
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
}
