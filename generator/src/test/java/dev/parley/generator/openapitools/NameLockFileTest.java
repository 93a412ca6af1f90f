package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.naming.NameLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameLockFileTest {

    private static final NameLock LOCK = new NameLock(
            Map.of("types", Map.of("/components/schemas/b", "B", "/components/schemas/a", "A"), "client", Map.of()));

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    @Test
    void names_writtenAndRead_areTheSame() throws IOException {
        NameLockFile file = new NameLockFile(folder.resolve("below/names.json"));
        file.write(LOCK);

        assertThat(file.read(diagnostics)).isEqualTo(LOCK);
        assertThat(file.file()).content().isEqualTo("""
                {
                  "client" : { },
                  "types" : {
                    "/components/schemas/a" : "A",
                    "/components/schemas/b" : "B"
                  }
                }
                """);
        assertThat(folder.resolve("below")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void sameNames_writtenAgain_leaveTheFileAlone() throws IOException {
        NameLockFile file = new NameLockFile(folder.resolve("names.json"));
        file.write(LOCK);
        FileTime old = FileTime.fromMillis(0);
        Files.setLastModifiedTime(file.file(), old);

        file.write(LOCK);

        assertThat(Files.getLastModifiedTime(file.file())).isEqualTo(old);
    }

    @Test
    void fileThatIsNotThere_holdsNothing() {
        assertThat(new NameLockFile(folder.resolve("none.json")).read(diagnostics))
                .isEqualTo(NameLock.empty());
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"types\": 1}",
                "{\"types\": {\"a\": null}}",
                "{\"a\":{},\"a\":{}}",
                "{\"types\": null}"
            })
    void fileThatIsBroken_isAnErrorThatNamesIt(String text) throws IOException {
        Path broken = Files.writeString(folder.resolve("names.json"), text);

        assertThat(new NameLockFile(broken).read(diagnostics)).isEqualTo(NameLock.empty());
        assertThat(diagnostics.all()).singleElement().satisfies(error -> {
            assertThat(error.severity()).isEqualTo(Diagnostic.Severity.ERROR);
            assertThat(error.code()).isEqualTo("name-lock");
            assertThat(error.pointer()).endsWith("names.json");
        });
    }
}
