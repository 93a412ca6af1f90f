package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.RateLimitException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.UnexpectedStatusException;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.json.JsonObject;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call makes of the answers of a server that keeps to the protocol. */
class ResponseTest {

    @Test
    void send_success_decodesTheBody() throws Exception {
        try (RawServer server = RawServer.json(200, "{\"id\": \"conv_ü\"}")) {
            assertThat(Calls.send(Calls.options(server.url()), Calls.retrieve()))
                    .hasToString("{\"id\":\"conv_ü\"}");
        }
    }

    @Test
    void send_otherSuccess_decodesTheBody() throws Exception {
        try (RawServer server = RawServer.json(201, "{}")) {
            assertThat(Calls.send(Calls.options(server.url()), Calls.retrieve()))
                    .isEqualTo(JsonObject.EMPTY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{\"id\":"})
    void send_successThatIsNotJson_throwsDecodingException(String body) throws Exception {
        try (RawServer server = RawServer.json(200, body)) {
            assertThatThrownBy(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()))
                    .isInstanceOfSatisfying(
                            DecodingException.class,
                            e -> assertThat(e.bodyText()).isEqualTo(body));
        }
    }

    @Test
    void send_error_throwsTheExceptionOfItsStatus() throws Exception {
        String body = "{\"error\":{\"message\":\"No such conversation\",\"type\":\"invalid_request_error\"}}";
        try (RawServer server = RawServer.json(404, body, "X-Request-ID: req_7")) {
            NotFoundException exception = catchThrowableOfType(
                    NotFoundException.class, () -> Calls.send(Calls.options(server.url()), Calls.retrieve()));

            assertThat(exception)
                    .hasMessage("GET /conversations/{conversation_id}: 404 Not Found: No such conversation"
                            + " (request req_7)");
            assertThat(exception.headers().first("content-type")).isEqualTo("application/json");
            assertThat(exception.type()).isEqualTo("invalid_request_error");
        }
    }

    @Test
    void send_rateLimit_keepsTheHeadersOfTheAnswer() throws Exception {
        try (RawServer server = RawServer.json(429, "", "retry-after: 3")) {
            RateLimitException exception = catchThrowableOfType(
                    RateLimitException.class, () -> Calls.send(Calls.options(server.url()), Calls.retrieve()));

            assertThat(exception.headers().first("Retry-After")).isEqualTo("3");
        }
    }

    @Test
    void send_errorWithAHugeBody_keepsOneMebibyte() throws Exception {
        try (RawServer server = RawServer.json(500, "x".repeat(3 * 1024 * 1024))) {
            ApiException exception = catchThrowableOfType(
                    ApiException.class, () -> Calls.send(Calls.options(server.url()), Calls.retrieve()));

            assertThat(exception.rawBody()).hasSize(1024 * 1024);
            assertThat(exception.getMessage()).hasSizeLessThan(200);
            server.awaitDisconnect();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void send_redirect_isNotFollowed(int status) throws Exception {
        try (RawServer other = RawServer.json(200, "{}");
                RawServer server = RawServer.json(status, "", "location: " + other.url() + "/stolen")) {
            assertThatThrownBy(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()))
                    .isInstanceOf(UnexpectedStatusException.class)
                    .hasMessageContaining("redirects are not followed");
            assertThat(other.received()).isEmpty();
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void transport_overAClientThatFollowsRedirects_isRefused() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> JdkHttpTransport.of(following))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Redirect.NEVER");
    }

    @Test
    void transport_overAReadyClient_staysOpenWhenTheConnectionCloses() throws Exception {
        try (RawServer server = RawServer.json(200, "{}");
                JdkHttpTransport transport = JdkHttpTransport.of(HttpClient.newHttpClient())) {
            ClientOptions.Builder options = Calls.options(server.url()).transport(transport);
            Calls.send(options, Calls.retrieve());
            Calls.send(options, Calls.retrieve());

            assertThat(server.received()).hasSize(2);
        }
    }

    @Test
    void send_manyCalls_reuseTheConnection() throws Exception {
        byte[] answer = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".getBytes(StandardCharsets.ISO_8859_1);
        try (RawServer server = RawServer.scripted((socket, out) -> {
                    while (true) {
                        out.write(answer);
                        RawServer.read(socket.getInputStream());
                    }
                });
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            for (int i = 0; i < 20; i++) {
                assertThat(connection
                                .call(Calls.retrieve(), JsonReader::readValue)
                                .execute())
                        .isEqualTo(JsonObject.EMPTY);
            }
            assertThat(server.received()).as("first requests of connections").hasSize(1);
        }
    }

    @Test
    void send_serverError_isAServerException() throws Exception {
        try (RawServer server = RawServer.json(503, "<html>down</html>")) {
            assertThatThrownBy(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()))
                    .isInstanceOf(ServerException.class)
                    .hasMessage("GET /conversations/{conversation_id}: 503 Service Unavailable");
        }
    }
}
