package dev.parley.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFilesTest {

    @TempDir
    private Path root;

    private OutputFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = new OutputFolder(root);
    }

    @Test
    void deleteLeftOver_fileOfTheOldListOnly_goesWithItsEmptyFolders() throws IOException {
        file("a/b/Old.java");
        file("a/Kept.java");
        file("a/Foreign.java");
        list("a/b/Old.java\na/Kept.java\n");
        GeneratedFiles files = GeneratedFiles.of(folder);
        list("a/Kept.java\n");

        assertThat(files.deleteLeftOver(file -> false)).isEqualTo(1);

        assertThat(root.resolve("a/b")).doesNotExist();
        assertThat(root.resolve("a/Kept.java")).exists();
        assertThat(root.resolve("a/Foreign.java")).exists();
    }

    @Test
    void deleteLeftOver_fileToKeep_stays() throws IOException {
        file("Old.java");
        list("Old.java\n");
        GeneratedFiles files = GeneratedFiles.of(folder);
        list("");

        assertThat(files.deleteLeftOver(file -> file.endsWith("Old.java"))).isZero();
        assertThat(root.resolve("Old.java")).exists();
    }

    @Test
    void deleteLeftOver_listNotWrittenAgain_deletesNothing() throws IOException {
        file("Old.java");
        list("Old.java\n");

        assertThat(GeneratedFiles.of(folder).deleteLeftOver(file -> false)).isZero();
    }

    @Test
    void deleteLeftOver_listThatNamesForeignFile_isRefused(@TempDir Path outside) throws IOException {
        Files.createFile(outside.resolve("Precious"));
        list(root.relativize(outside.resolve("Precious")) + "\n");
        GeneratedFiles files = GeneratedFiles.of(folder);
        list("");

        assertThatThrownBy(() -> files.deleteLeftOver(file -> false)).isInstanceOf(IOException.class);
        assertThat(outside.resolve("Precious")).exists();
    }

    @Test
    void releaseIgnoreFile_listedOne_isTakenOffAndNothingElse() throws IOException {
        list(".openapi-generator-ignore\nA.java\nB.java\n");

        GeneratedFiles.of(folder).releaseIgnoreFile();

        assertThat(root.resolve(".openapi-generator/FILES")).hasContent("A.java\nB.java\n");
    }

    private void file(String path) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createFile(root.resolve(path));
    }

    private void list(String text) throws IOException {
        Files.createDirectories(root.resolve(".openapi-generator"));
        Files.writeString(root.resolve(".openapi-generator/FILES"), text);
    }
}
