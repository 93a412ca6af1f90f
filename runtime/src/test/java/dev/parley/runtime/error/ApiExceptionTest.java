package dev.parley.runtime.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiExceptionTest {

    private static ApiException exception(int status, String body) {
        HttpHeaders headers =
                HttpHeaders.builder().add("X-Request-Id", "req_123").build();
        return ApiException.of(
                "GET", "/conversations/{conversation_id}", status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0} is a {1}")
    @CsvSource({
        "400, BadRequestException",
        "401, AuthenticationException",
        "403, PermissionDeniedException",
        "404, NotFoundException",
        "409, ConflictException",
        "422, UnprocessableEntityException",
        "429, RateLimitException",
        "500, ServerException",
        "503, ServerException",
        "599, ServerException",
        "302, UnexpectedStatusException",
        "402, UnexpectedStatusException",
        "418, UnexpectedStatusException",
        "600, UnexpectedStatusException"
    })
    void of_status_picksTheClass(int status, String simpleName) {
        ApiException exception = exception(status, "");

        assertThat(exception.getClass().getSimpleName()).isEqualTo(simpleName);
        assertThat(exception).isInstanceOf(ParleyException.class);
        assertThat(exception.status()).isEqualTo(status);
    }

    @Test
    void of_envelope_readsEveryMember() {
        ApiException exception = exception(400, """
            {"error": {"message": "limit is too large", "type": "invalid_request_error", "param": "limit",
              "code": "integer_above_max_value"}}
            """);

        assertThat(exception)
                .hasMessage(
                        "GET /conversations/{conversation_id}: 400 Bad Request: limit is too large (request req_123)");
        assertThat(exception.serverMessage()).isEqualTo("limit is too large");
        assertThat(exception.type()).isEqualTo("invalid_request_error");
        assertThat(exception.param()).isEqualTo("limit");
        assertThat(exception.code()).isEqualTo("integer_above_max_value");
        assertThat(exception.requestId()).isEqualTo("req_123");
        assertThat(exception.method()).isEqualTo("GET");
        assertThat(exception.pathTemplate()).isEqualTo("/conversations/{conversation_id}");
        assertThat(exception.body()).isInstanceOf(JsonObject.class);
        assertThat(exception.headers().first("x-request-id")).isEqualTo("req_123");
    }

    @Test
    void of_envelopeWithNulls_givesNulls() {
        ApiException exception = exception(
                404, "{\"error\":{\"message\":\"No such item\",\"type\":\"t\",\"param\":null,\"code\":null}}");

        assertThat(exception.param()).isNull();
        assertThat(exception.code()).isNull();
        assertThat(exception.type()).isEqualTo("t");
    }

    @Test
    void of_numericCode_givesItsText() {
        assertThat(exception(404, "{\"error\":{\"code\":404}}").code()).isEqualTo("404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\": \"it broke\"}",
                "{\"message\": \"it broke\"}",
                "{\"error\": null, \"message\": \"it broke\"}",
                "[{\"error\": {\"message\": \"it broke\"}}]"
            })
    void of_otherShapesOfErrors_findsTheMessage(String body) {
        ApiException exception = exception(500, body);

        assertThat(exception.serverMessage()).isEqualTo("it broke");
        assertThat(exception.getMessage()).contains("500 Internal Server Error: it broke (request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<html>Bad gateway</html>",
                "[]",
                "[1, 2]",
                "null",
                "\"text\"",
                "{}",
                "{\"error\":",
                "{\"error\": {\"message\": {\"nested\": true}}}",
                "{\"error\": [1]}"
            })
    void of_bodyWithoutAMessage_isReportedByItsStatus(String body) {
        ApiException exception = exception(502, body);

        assertThat(exception)
                .hasMessage("GET /conversations/{conversation_id}: 502 Bad Gateway (request req_123)")
                .isInstanceOf(ServerException.class);
        assertThat(exception.serverMessage()).isNull();
        assertThat(exception.rawBody()).isEqualTo(body);
    }

    @Test
    void of_textThatIsNotJson_hasNoJsonBody() {
        assertThat(exception(502, "<html>").body()).isNull();
        assertThat(exception(502, "").body()).isNull();
    }

    @Test
    void of_bytesThatAreNotUtf8_keepsWhatCanBeRead() {
        byte[] body = {'n', 'o', (byte) 0xFF, '!'};

        assertThat(ApiException.of("GET", "/x", 500, HttpHeaders.EMPTY, body).rawBody())
                .startsWith("no")
                .endsWith("!");
    }

    @Test
    void getMessage_longServerMessage_isCutAtFiveHundredCharacters() {
        String longMessage = "m".repeat(499) + "😀" + "n".repeat(10_000);
        ApiException exception = exception(400, "{\"error\":{\"message\":\"" + longMessage + "\"}}");

        assertThat(exception.serverMessage()).isEqualTo(longMessage);
        assertThat(exception.getMessage())
                .contains("400 Bad Request: " + "m".repeat(499) + "… (request req_123)")
                .doesNotContain("n".repeat(3));
    }

    @Test
    void getMessage_serverMessageWithLineBreaks_staysOnOneLine() {
        ApiException exception = exception(400, "{\"error\":{\"message\":\"a\\r\\nb\\u001b[31mc\\u2028d\"}}");

        assertThat(exception.getMessage()).contains("a  b [31mc d");
    }

    @Test
    void getMessage_redirect_pointsToTheBaseUrl() {
        assertThat(exception(302, "")).hasMessageContaining("302 Found: redirects are not followed");
    }

    @Test
    void getMessage_unknownStatusWithoutRequestId_isShort() {
        assertThat(ApiException.of("POST", "/x", 460, HttpHeaders.EMPTY, new byte[0]))
                .hasMessage("POST /x: 460");
    }

    @Test
    void exception_serialized_keepsAllButHeadersAndJson() throws Exception {
        ApiException exception = exception(429, "{\"error\":{\"message\":\"slow down\",\"code\":\"c\"}}");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(exception);
        }

        ApiException copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (ApiException) in.readObject();
        }

        assertThat(copy).isInstanceOf(RateLimitException.class).hasMessage(exception.getMessage());
        assertThat(copy.code()).isEqualTo("c");
        assertThat(copy.headers()).isEqualTo(HttpHeaders.EMPTY);
        assertThat(copy.body()).isNull();
    }
}
