package dev.parley.runtime.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonValue;
import org.junit.jupiter.api.Test;

class DecodingExceptionTest {

    @Test
    void message_namesPathAndReason_andTheRestIsReachable() {
        byte[] body = "{\"a\":1}".getBytes(UTF_8);
        DecodingException failure = new DecodingException("$.a", "expected a string, found a number", body, null);
        assertThat(failure).hasMessage("$.a: expected a string, found a number").hasNoCause();
        assertThat(failure.path()).isEqualTo("$.a");
        assertThat(failure.reason()).isEqualTo("expected a string, found a number");
        assertThat(failure.body()).isEqualTo(body).isNotSameAs(body);
        assertThat(failure.bodyText()).isEqualTo("{\"a\":1}");
    }

    @Test
    void message_holdsFewCharactersOfTheBody_howeverLongItsNamesAndTokens() {
        String secret = "s3cret".repeat(2_000);
        for (String body : new String[] {
            "{\"" + secret + "\":" + secret + "}",
            "{\"" + secret + "\":\"" + secret + "\"}",
            "[" + "7".repeat(9_000) + "]",
            "\"" + secret,
            secret
        }) {
            DecodingException failure = catchThrowableOfType(
                    DecodingException.class,
                    () -> JsonReader.decode(
                            body,
                            in -> in.kind() == dev.parley.runtime.codec.JsonKind.OBJECT
                                    ? in.readMap(JsonReader::readLong)
                                    : in.readList(JsonReader::readLong)));
            assertThat(failure.getMessage()).hasSizeLessThan(330);
            assertThat(failure.getMessage().split("s3cret", -1).length * 6).isLessThan(200);
            assertThat(failure.bodyText()).isEqualTo(body);
        }
    }

    @Test
    void message_ofMalformedText_keepsTheParsersExceptionAsCause() {
        DecodingException failure = catchThrowableOfType(DecodingException.class, () -> JsonValue.parse("{"));
        assertThat(failure.getCause()).isNotNull();
        assertThat(failure.getCause().getMessage()).doesNotContain("body");
    }

    @Test
    void inAnswer_ofAnErrorInPlaceOfTheValue_saysItsWords() {
        for (String body : new String[] {
            "{\"error\":{\"message\":\"no such\\nmodel\"}}",
            "{\"error\":\"no such\\nmodel\"}",
            "{\"error\":{\"code\":1},\"detail\":\"no such\\nmodel\"}"
        }) {
            DecodingException failure =
                    new DecodingException("$", "missing required member 'id'", body.getBytes(UTF_8), null);

            DecodingException said = failure.inAnswer(HttpHeaders.EMPTY);

            assertThat(said)
                    .hasMessage("$: missing required member 'id'; the answer is an error: no such model")
                    .hasNoCause();
            assertThat(said.path()).isEqualTo("$");
            assertThat(said.reason()).isEqualTo("missing required member 'id'");
            assertThat(said.bodyText()).isEqualTo(body);
            assertThat(said.getStackTrace()).isEqualTo(failure.getStackTrace());
        }
    }

    @Test
    void inAnswer_ofLongWords_cutsThem() {
        String body = "{\"error\":\"" + "m".repeat(10_000) + "\"}";

        assertThat(new DecodingException("$", "r", body.getBytes(UTF_8), null).inAnswer(HttpHeaders.EMPTY))
                .hasMessage("$: r; the answer is an error: " + "m".repeat(500) + "…");
    }

    @Test
    void inAnswer_ofAnyOtherJson_isTheSame() {
        HttpHeaders gzip = HttpHeaders.builder().add("content-encoding", "gzip").build();
        for (String body : new String[] {
            "{\"message\":\"m\"}", "{\"error\":null,\"message\":\"m\"}", "{\"error\":{}}", "[{\"error\":\"m\"}]", "3"
        }) {
            DecodingException failure = new DecodingException("$", "r", body.getBytes(UTF_8), null);

            assertThat(failure.inAnswer(gzip)).isSameAs(failure);
        }
    }

    @Test
    void inAnswer_ofAnEncodedBody_namesTheEncoding() {
        DecodingException failure = catchThrowableOfType(
                DecodingException.class,
                () -> JsonReader.decode(new byte[] {31, (byte) 139, 8}, JsonReader::readValue));

        assertThat(failure.inAnswer(encoding("gzip")))
                .hasMessage(failure.getMessage() + "; its content-encoding is gzip, which this client does not decode")
                .hasCause(failure.getCause());
        assertThat(failure.inAnswer(encoding("g\u00a0" + "z".repeat(1000))).getMessage())
                .hasSizeLessThan(failure.getMessage().length() + 120);
        for (String none : new String[] {"identity", " Identity ", ""}) {
            assertThat(failure.inAnswer(encoding(none))).isSameAs(failure);
        }
        assertThat(failure.inAnswer(HttpHeaders.EMPTY)).isSameAs(failure);
    }

    private static HttpHeaders encoding(String value) {
        return HttpHeaders.builder().add("content-encoding", value).build();
    }
}
