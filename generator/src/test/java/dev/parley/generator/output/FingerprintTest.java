package dev.parley.generator.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    private Path folder;

    @Test
    void value_ofTheSameThings_isTheSame() {
        assertThat(new Fingerprint().add("a", "b").value())
                .isEqualTo(new Fingerprint().add("a", "b").value())
                .hasSize(64);
    }

    @Test
    void value_ofTextsCutElsewhereOrInAnotherOrder_differs() {
        String value = new Fingerprint().add("ab", "c").value();

        assertThat(new Fingerprint().add("a", "bc").value()).isNotEqualTo(value);
        assertThat(new Fingerprint().add("c", "ab").value()).isNotEqualTo(value);
    }

    @Test
    void addFile_contentAndNameCount_timeDoesNot() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "1");
        String before = ofFile(file);

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(ofFile(file)).isEqualTo(before);
        assertThat(ofFile(Files.writeString(folder.resolve("b"), "1"))).isNotEqualTo(before);
        assertThat(ofFile(Files.writeString(file, "2"))).isNotEqualTo(before);
        Files.delete(file);
        assertThat(ofFile(file)).isNotEqualTo(before);
    }

    @Test
    void addFolder_filesThatCount_atAnyOrderOfCreation() throws IOException {
        Path first = Files.createDirectories(folder.resolve("1/sub")).getParent();
        Path second = Files.createDirectories(folder.resolve("2/sub")).getParent();
        for (String name : new String[] {"a.x", "sub/b.x", "z.x"}) {
            Files.writeString(first.resolve(name), name);
        }
        for (String name : new String[] {"z.x", "other", "sub/b.x", "a.x"}) {
            Files.writeString(second.resolve(name), name);
        }

        assertThat(ofFolder(first, 9)).isEqualTo(ofFolder(second, 9));
        assertThat(ofFolder(first, 1)).isNotEqualTo(ofFolder(first, 9));
        Files.move(second.resolve("z.x"), second.resolve("y.x"));
        assertThat(ofFolder(first, 9)).isNotEqualTo(ofFolder(second, 9));
    }

    private static String ofFile(Path file) throws IOException {
        return new Fingerprint().addFile("f", file).value();
    }

    private static String ofFolder(Path path, int depth) throws IOException {
        return new Fingerprint()
                .addFolder("f", path, depth, name -> name.endsWith(".x"))
                .value();
    }
}
