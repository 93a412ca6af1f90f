package dev.parley.generator.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputFolderTest {

    @TempDir
    private Path temporary;

    private Path root;
    private Path outside;
    private OutputFolder folder;

    @BeforeEach
    void makeFolders() throws IOException {
        root = Files.createDirectory(temporary.resolve("out"));
        outside = Files.createDirectory(temporary.resolve("outside"));
        folder = new OutputFolder(root);
    }

    @Test
    void locate_pathBelow_isFound() {
        assertThat(folder.locate("src/main/../main/A.java")).isEqualTo(root.resolve("src/main/A.java"));
    }

    @Test
    void locate_folderThatIsNotThereYet_isFine() {
        assertThat(new OutputFolder(root.resolve("x/y")).locate("A.java")).isEqualTo(root.resolve("x/y/A.java"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../A.java", "a/../../A.java", "/etc/A.java", "", ".", "a/..", "..\\A.java", "../out2/A.java"})
    void locate_pathThatLeadsOut_isRefused(String path) {
        assertThatThrownBy(() -> folder.locate(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void locate_linkedFolderOutside_isRefused() throws IOException {
        Files.createSymbolicLink(root.resolve("src"), outside);

        assertThatThrownBy(() -> folder.locate("src/A.java")).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> folder.locate("src/deep/A.java")).hasMessageContaining("symbolic link");
    }

    @Test
    void locate_linkedFileOrTemporaryFile_isRefused() throws IOException {
        Files.createSymbolicLink(root.resolve("A.java"), Files.createFile(outside.resolve("A.java")));
        Files.createSymbolicLink(root.resolve("B.java.tmp"), outside.resolve("not-there"));

        assertThatThrownBy(() -> folder.locate("A.java")).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> folder.locate("B.java")).hasMessageContaining("symbolic link");
    }

    @Test
    void locate_linkThatStaysInside_isFine() throws IOException {
        Files.createDirectory(root.resolve("real"));
        Files.createSymbolicLink(root.resolve("src"), root.resolve("real"));

        assertThat(folder.locate("src/A.java")).isEqualTo(root.resolve("src/A.java"));
    }

    @Test
    void holds_comparesWholeText() throws IOException {
        Path file = root.resolve("A.java");
        Files.writeString(file, "é\n");

        assertThat(folder.holds(file, "é\n")).isTrue();
        assertThat(folder.holds(file, "é")).isFalse();
        assertThat(folder.holds(root.resolve("B.java"), "")).isFalse();
    }
}
