package dev.parley.runtime.error;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.codec.JsonReader;
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
}
