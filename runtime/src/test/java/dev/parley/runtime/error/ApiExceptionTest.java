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
                "[{\"error\": {\"message\": \"it broke\"}}]",
                "{\"error\": {\"code\": 7}, \"message\": \"it broke\", \"detail\": \"less\"}",
                "{\"detail\": \"it broke\"}",
                "{\"title\": \"Conflict\", \"detail\": \"it broke\", \"status\": 500}",
                "{\"title\": \"it broke\", \"detail\": {\"message\": \"no\"}}",
                "{\"title\": \"it broke\", \"errors\": {\"name\": [\"no\"]}}",
                "{\"errors\": [{\"message\": \"it broke\"}, {\"message\": \"no\"}]}",
                "{\"detail\": [\"x\", {\"code\": 1}, {\"msg\": \"it broke\"}]}",
                "{\"detail\": [], \"errors\": [{\"message\": \"it broke\"}]}"
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
                "{\"error\": [1]}",
                "{\"detail\": {\"message\": \"nested\"}}",
                "{\"detail\": [\"text\", [{\"msg\": \"deeper\"}], {}]}",
                "{\"errors\": {\"message\": \"no list\"}}"
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
    void of_listOfFindings_readsTheFirstOfThemAndNamesItsPlace() {
        ApiException exception = exception(422, """
            {"detail": [{"loc": ["body", "input", 0, "role"], "msg": "Field required", "type": "missing"},
              {"loc": ["body", "model"], "msg": "Other", "type": "other"}]}
            """);

        assertThat(exception.serverMessage()).isEqualTo("Field required");
        assertThat(exception.param()).isEqualTo("body.input.0.role");
        assertThat(exception.type()).isEqualTo("missing");
        assertThat(exception.code()).isNull();
        assertThat(exception)
                .hasMessage("GET /conversations/{conversation_id}: 422 Unprocessable Content: Field required"
                        + " (at body.input.0.role) (request req_123)");
    }

    @Test
    void of_listOfErrors_readsEveryMember() {
        ApiException exception =
                exception(400, "{\"errors\":[{\"message\":\"m\",\"code\":10,\"type\":\"t\",\"param\":\"p\"}]}");

        assertThat(exception)
                .extracting("serverMessage", "code", "type", "param")
                .containsExactly("m", "10", "t", "p");
        assertThat(exception).hasMessageContaining("Bad Request: m (request");
    }

    @Test
    void of_problem_keepsItsType() {
        ApiException exception = exception(409, "{\"type\":\"https://x/locked\",\"title\":\"Locked\",\"status\":409}");

        assertThat(exception.type()).isEqualTo("https://x/locked");
        assertThat(exception.serverMessage()).isEqualTo("Locked");
        assertThat(exception.code()).isNull();
    }

    @Test
    void getMessage_longPlace_isCut() {
        ApiException exception =
                exception(422, "{\"detail\":[{\"loc\":[\"" + "l".repeat(10_000) + "\"],\"msg\":\"m\"}]}");

        assertThat(exception.getMessage())
                .contains("m (at lll")
                .contains("…) (request")
                .hasSizeLessThan(250);
    }

    @Test
    void getMessage_encodedBody_namesTheEncoding() {
        HttpHeaders headers =
                HttpHeaders.builder().add("Content-Encoding", "gzip").build();
        byte[] gzip = {31, (byte) 139, 8, 0};

        assertThat(ApiException.of("POST", "/x", 500, headers, gzip))
                .hasMessage("POST /x: 500 Internal Server Error;"
                        + " its content-encoding is gzip, which this client does not decode");
        assertThat(ApiException.of("POST", "/x", 500, headers, new byte[0]))
                .hasMessage("POST /x: 500 Internal Server Error");
        assertThat(ApiException.of("POST", "/x", 500, headers, "{}".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("POST /x: 500 Internal Server Error");
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
