package dev.parley.runtime.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a multipart body looks like, and that nothing in it can look like something else. */
class MultipartBodyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "plain.txt | plain.txt",
                "a\"; filename=\"b | a%22; filename=%22b",
                "a\\r\\nX-Evil: 1\\r\\n\\r\\nbody | a%0D%0AX-Evil: 1%0D%0A%0D%0Abody",
                "ünï\\n | ünï%0A"
            })
    void fileName_thatIsHostile_staysInItsHeader(String name, String escaped) throws IOException {
        String real = name.replace("\\r", "\r").replace("\\n", "\n");
        FileContent file = FileContent.of("x").withFileName(real);

        assertThat(text(body(Map.of("f", file))))
                .contains("Content-Disposition: form-data; name=\"f\"; filename=\"" + escaped + "\"\r\n"
                        + "Content-Type: application/octet-stream\r\n\r\nx\r\n");
    }

    @Test
    void memberName_thatIsHostile_staysInItsHeader() throws IOException {
        assertThat(text(body(Map.of("a\"\r\nb", "v"))))
                .contains("Content-Disposition: form-data; name=\"a%22%0D%0Ab\"\r\n\r\nv\r\n");
    }

    @Test
    void boundary_isAnotherEachTimeAndNowhereInTheParts() throws IOException {
        MultipartBody first = body(Map.of("f", FileContent.of("--parley-\r\n--")));
        MultipartBody second = body(Map.of("f", FileContent.of("--parley-\r\n--")));

        assertThat(first.contentType()).matches("multipart/form-data; boundary=parley-[0-9a-f]{32}");
        assertThat(first.contentType()).isNotEqualTo(second.contentType());
        assertThat(text(first).split(first.contentType().substring(30), -1)).hasSize(3);
    }

    @Test
    void string_thatLooksLikeAFileReference_staysAString() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("s", "file:0");
        members.put("f", FileContent.of("x"));

        assertThat(text(body(members))).contains("name=\"s\"\r\n\r\nfile:0\r\n");
    }

    @Test
    void nullsAndObjects_goOutAsDocumented() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("none", null);
        members.put("object", Map.of("a", List.of(1L, true)));
        members.put("each", List.of("x", Map.of("b", 1L)));
        String body = text(body(members));

        assertThat(body).doesNotContain("none");
        assertThat(body).contains("name=\"object\"\r\nContent-Type: application/json\r\n\r\n{\"a\":[1,true]}\r\n");
        assertThat(body).contains("name=\"each\"\r\n\r\nx\r\n");
        assertThat(body).contains("name=\"each\"\r\nContent-Type: application/json\r\n\r\n{\"b\":1}\r\n");
    }

    @Test
    void file_insideOfAnObject_isRefused() {
        Map<String, Object> members = Map.of("object", Map.of("f", FileContent.of("x")));

        assertThatThrownBy(() -> body(members))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("member 'object': a file can only be a member of a multipart body");
    }

    @Test
    void file_inAFormOrInJson_isRefused() {
        Map<String, Object> members = Map.of("f", FileContent.of("x"));

        assertThatThrownBy(() -> FormPairs.encode(FormValue.of(members), new FormEncoding()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("member 'f'");
        assertThatThrownBy(() -> FileContent.of("x").toJson())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no form in JSON");
    }

    @Test
    void path_hasItsNameAndLengthAndIsReadAnew(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "hello");
        MultipartBody body = body(Map.of("f", FileContent.of(file).withMediaType("text/plain")));

        assertThat(body.length()).isEqualTo(text(body).getBytes(StandardCharsets.UTF_8).length);
        assertThat(text(body)).isEqualTo(text(body)).contains("filename=\"note.txt\"\r\nContent-Type: text/plain");
        assertThat(body.isRepeatable()).isTrue();
    }

    @Test
    void stream_withoutALength_leavesThatOfTheBodyOpen() throws IOException {
        FileContent once = FileContent.once(new ByteArrayInputStream(new byte[3]));

        assertThat(body(Map.of("f", once)).length()).isEqualTo(-1);
        assertThat(body(Map.of("f", once.withLength(3))).length()).isPositive();
        assertThat(body(Map.of("f", once)).isRepeatable()).isFalse();
    }

    @Test
    void mediaType_thatIsNone_isRefused() {
        FileContent file = FileContent.of("x");

        assertThatThrownBy(() -> file.withMediaType("a/b\r\nX: 1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> file.withMediaType("png")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void form_withStyles_isSpreadAsTheyTell() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("a", List.of(1L, 2L));
        members.put("b", List.of("x", "y z"));
        members.put("c", Map.of("k", Map.of("l", List.of("é"))));
        members.put("d", Map.of("k", "v"));
        members.put("e", List.of("x"));
        FormEncoding encoding = new FormEncoding()
                .brackets()
                .style("a", FormEncoding.Style.PIPE_DELIMITED, false)
                .style("b", FormEncoding.Style.FORM, false)
                .style("c", FormEncoding.Style.DEEP_OBJECT, true)
                .style("d", FormEncoding.Style.FORM, true);

        assertThat(new String(FormPairs.encode(FormValue.of(members), encoding), StandardCharsets.US_ASCII))
                .isEqualTo("a=1%7C2&b=x%2Cy+z&c%5Bk%5D%5Bl%5D%5B0%5D=%C3%A9&k=v&e%5B%5D=x");
    }

    @Test
    void halfASurrogatePair_isRefused() {
        assertThatThrownBy(() -> body(Map.of("a", "\ud83d"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormPairs.encode(FormValue.of(Map.of("a", "\ud83d")), new FormEncoding()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MultipartBody body(Map<String, ?> members) {
        return MultipartBody.of(FormValue.of(members), new FormEncoding());
    }

    private static String text(MultipartBody body) throws IOException {
        try (InputStream in = body.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
