package dev.parley.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.generator.output.WritePlan.Conflict;
import dev.parley.generator.output.WritePlan.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFilesTest {

    @TempDir
    private Path root;

    @TempDir
    private Path outside;

    private OutputFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new OutputFolder(root);
    }

    @Test
    void plan_newChangedAndUnchangedFiles_areToldApart() throws IOException {
        write(Map.of("a/Same.java", "1", "a/Other.java", "1", "b/Gone.java", "1"));

        WritePlan plan = plan(Map.of("a/Same.java", "1", "a/Other.java", "2", "a/New.java", "1"), false);

        assertThat(plan.changed()).containsOnlyKeys("a/Other.java", "a/New.java");
        assertThat(plan.unchanged()).containsOnlyKeys("a/Same.java");
        assertThat(plan.leftOver()).containsExactly("b/Gone.java");
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    void plan_filesThatAreNotAsWritten_areConflictsUnlessOverwritten() throws IOException {
        write(Map.of("Edited.java", "1", "Gone.java", "1"));
        file("Edited.java", "mine");
        file("Gone.java", "mine");
        file("Foreign.java", "mine");
        file("Half.java.tmp", "mine");
        Files.createDirectories(root.resolve("Blocked.java"));
        Map<String, String> texts =
                Map.of("Edited.java", "2", "Foreign.java", "2", "Blocked.java", "2", "Half.java", "2");

        assertThat(plan(texts, false).conflicts())
                .containsExactlyInAnyOrder(
                        new Conflict("Edited.java", Reason.EDITED),
                        new Conflict("Gone.java", Reason.EDITED_AND_LEFT_OVER),
                        new Conflict("Foreign.java", Reason.FOREIGN),
                        new Conflict("Half.java.tmp", Reason.FOREIGN),
                        new Conflict("Blocked.java", Reason.BLOCKED));
        assertThat(plan(texts, true).conflicts()).containsExactly(new Conflict("Blocked.java", Reason.BLOCKED));
    }

    @Test
    void plan_fileThatHoldsWhatIsToBeWritten_isNoConflictWhoeverWroteIt() throws IOException {
        write(Map.of("Edited.java", "1"));
        file("Edited.java", "2");
        file("Foreign.java", "2");

        WritePlan plan = plan(Map.of("Edited.java", "2", "Foreign.java", "2"), false);

        assertThat(plan.conflicts()).isEmpty();
        assertThat(plan.isIdle()).isTrue();
    }

    @Test
    void plan_ignoredFiles_areLeftAlone() throws IOException {
        write(Map.of("Edited.java", "1", "Gone.java", "1"));
        file("Edited.java", "mine");
        file("Gone.java", "mine");

        WritePlan plan = GeneratedFiles.of(folder).plan(Map.of("Edited.java", "2"), file -> true, false);

        assertThat(plan.isIdle()).isTrue();
        assertThat(plan.conflicts()).isEmpty();
    }

    @Test
    void finish_leftOverFile_goesWithItsEmptyFoldersAndNothingElse() throws IOException {
        write(Map.of("a/b/Old.java", "1", "a/Kept.java", "1"));
        file("a/Foreign.java", "mine");

        write(Map.of("a/Kept.java", "1"));

        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(root.resolve("a/Kept.java")).exists();
        assertThat(root.resolve("a/Foreign.java")).exists();
        assertThat(root.resolve(".openapi-generator/FILES")).hasContent("a/Kept.java\n");
    }

    @Test
    void finish_listOfTheStockWriter_isCompletedWithoutTheIgnoreFile() throws IOException {
        file(".openapi-generator/FILES.new", ".openapi-generator-ignore\nUser.md\n");

        write(Map.of("A.java", "1"));

        assertThat(root.resolve(".openapi-generator/FILES")).hasContent("A.java\nUser.md\n");
        assertThat(root.resolve(".openapi-generator/FILES.new")).doesNotExist();
    }

    @Test
    void isCurrent_onlyWithTheFingerprintAndAllFilesAsTheyWere() throws IOException {
        Path read = Files.writeString(outside.resolve("strange name\n.yaml"), "1");
        write(Map.of("A.java", "1"), "print", List.of(read));

        assertThat(isCurrent("print")).isTrue();
        assertThat(isCurrent("other")).isFalse();

        Files.writeString(read, "2");
        assertThat(isCurrent("print")).as("a file that was read has changed").isFalse();
        Files.delete(read);
        assertThat(isCurrent("print")).as("a file that was read is gone").isFalse();
        Files.writeString(read, "1");

        file("A.java", "2");
        assertThat(isCurrent("print")).as("a file that was written has changed").isFalse();
        Files.delete(root.resolve("A.java"));
        assertThat(isCurrent("print")).as("a file that was written is gone").isFalse();
        file("A.java", "1");

        file(".openapi-generator/FILES", "");
        assertThat(isCurrent("print")).as("the list has changed").isFalse();
    }

    @Test
    void isCurrent_whileARunIsUnderWay_isFalse() throws IOException {
        write(Map.of("A.java", "1"), "print", List.of());
        GeneratedFiles files = GeneratedFiles.of(folder);
        files.begin(files.plan(Map.of("A.java", "2"), file -> false, false));

        assertThat(isCurrent("print")).isFalse();
    }

    @Test
    void begin_thenNothing_knowsFilesOfBothRunsAsItsOwn() throws IOException {
        write(Map.of("A.java", "1", "B.java", "1", "Gone.java", "1"));
        GeneratedFiles stopped = GeneratedFiles.of(folder);
        stopped.begin(stopped.plan(Map.of("A.java", "2", "B.java", "2", "New.java", "2"), file -> false, false));
        file("A.java", "2");
        file("New.java", "2");
        file("B.java.tmp", "half");

        assertThat(plan(Map.of("A.java", "3", "B.java", "3"), false).conflicts())
                .isEmpty();
        write(Map.of("A.java", "3", "B.java", "3"));

        assertThat(root.resolve("A.java")).hasContent("3");
        assertThat(root.resolve("B.java")).hasContent("3");
        assertThat(root.resolve("Gone.java")).doesNotExist();
        assertThat(root.resolve("New.java")).doesNotExist();
        assertThat(root.resolve("B.java.tmp")).doesNotExist();
    }

    @Test
    void record_thatIsCutOffOrNotUnderstood_makesNoFileTheGeneratorsOwn() throws IOException {
        write(Map.of("A.java", "1"), "print", List.of());
        Path file = root.resolve(".openapi-generator/PARLEY");
        String whole = Files.readString(file);
        for (String broken :
                List.of("", "parley 2" + whole.substring(8), whole.substring(0, whole.length() - 4), "x")) {
            Files.writeString(file, broken);

            assertThat(isCurrent("print")).as(broken).isFalse();
            assertThat(plan(Map.of("A.java", "2"), false).conflicts())
                    .as(broken)
                    .containsExactly(new Conflict("A.java", Reason.FOREIGN));
        }
    }

    @Test
    void record_thatNamesFileOutside_isRefused() throws IOException {
        Path precious = Files.writeString(outside.resolve("Precious"), "1");
        write(Map.of("A.java", "1"), "print", List.of());
        Path file = root.resolve(".openapi-generator/PARLEY");
        Files.writeString(file, Files.readString(file).replace(" A.java", " " + root.relativize(precious)));

        assertThatThrownBy(() -> plan(Map.of(), true)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> isCurrent("print")).isInstanceOf(IOException.class);
        assertThat(precious).exists();
    }

    private boolean isCurrent(String fingerprint) throws IOException {
        return GeneratedFiles.of(folder).isCurrent(fingerprint);
    }

    @Test
    void write_moreFilesThanOneThreadTakes_areAllThereAndRecorded() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < 500; i++) {
            texts.put("folder" + i % 7 + "/File" + i + ".java", "text é " + i + "\n");
        }
        GeneratedFiles files = GeneratedFiles.of(folder);
        WritePlan plan = files.plan(texts, file -> false, false);
        List<Integer> told = new ArrayList<>();
        files.begin(plan);
        files.write(plan, texts, told::add);

        assertThat(files.written(plan)).isEqualTo(texts.keySet());
        assertThat(told).isEqualTo(IntStream.rangeClosed(1, 500).boxed().toList());
        files.finish(plan, files.written(plan), "print", List.of());
        assertThat(GeneratedFiles.of(folder).isCurrent("print")).isTrue();
        assertThat(root.resolve("folder0")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void plan_afterAFileHasComeIntoAFolderThatWasNotThere_findsIt() throws IOException {
        Map<String, String> texts = Map.of("new/A.java", "a\n");
        assertThat(plan(texts, false).conflicts()).isEmpty();
        file("new/A.java", "mine\n");

        assertThat(plan(texts, false).conflicts()).hasSize(1);
    }

    private WritePlan plan(Map<String, String> texts, boolean overwrite) throws IOException {
        return GeneratedFiles.of(folder).plan(texts, file -> false, overwrite);
    }

    private void write(Map<String, String> texts) throws IOException {
        write(texts, "print", List.of());
    }

    private void write(Map<String, String> texts, String fingerprint, List<Path> read) throws IOException {
        GeneratedFiles files = GeneratedFiles.of(folder);
        WritePlan plan = files.plan(texts, file -> false, false);
        assertThat(plan.conflicts()).isEmpty();
        files.begin(plan);
        for (String path : plan.changed().keySet()) {
            file(path, texts.get(path));
        }
        assertThat(files.written(plan)).isEqualTo(plan.changed().keySet());
        files.finish(plan, files.written(plan), fingerprint, read);
    }

    private void file(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
