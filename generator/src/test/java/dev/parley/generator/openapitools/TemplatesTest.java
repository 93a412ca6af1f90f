package dev.parley.generator.openapitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {

    @TempDir
    private Path folder;

    @Test
    void text_ownFile_takesThePlaceOfTheBuiltInOne() throws IOException {
        Files.createDirectory(folder.resolve("mixins"));
        Files.writeString(folder.resolve("mixins/Message.mustache"), "mine\r\n");

        assertThat(new Templates(folder).text("mixins/Message.mustache")).isEqualTo("mine\n");
    }

    @Test
    void text_noFile_isNull() {
        assertThat(new Templates(folder).text("none.mustache")).isNull();
        assertThat(new Templates(null).text("none.mustache")).isNull();
    }

    @Test
    void text_nameThatLeadsOut_isRefused() throws IOException {
        Files.writeString(folder.resolve("secret"), "secret");
        Templates templates = new Templates(Files.createDirectory(folder.resolve("templates")));

        assertThatThrownBy(() -> templates.text("../secret")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> templates.text("/etc/passwd")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void text_fileThatIsNotUtf8_isRefusedByName() throws IOException {
        Files.write(folder.resolve("a.mustache"), new byte[] {(byte) 0xFF});

        assertThatThrownBy(() -> new Templates(folder).text("a.mustache"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("a.mustache");
    }

    @Test
    void templates_missingFolder_isRefused() {
        assertThatThrownBy(() -> new Templates(folder.resolve("none"))).hasMessageContaining("none");
    }
}
