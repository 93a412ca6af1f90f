package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.RawServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A planted key shows nowhere, whatever a server or a transport does with it. */
class SecrecyTest {

    @Test
    void toString_ofEverything_hasNoKey() {
        ClientOptions options = Calls.options("http://host").build();
        HttpRequest request = new RequestAssembler(options)
                .assemble(
                        Calls.retrieve().query("q", "x"),
                        Duration.ofSeconds(1),
                        false,
                        Redaction.of(HttpHeaders.EMPTY));
        try (ApiConnection connection = new ApiConnection(options)) {
            assertThat(options + " " + connection + " " + request + " " + request.headers())
                    .contains("GET http://host/conversations/conv_1")
                    .doesNotContain(Calls.KEY)
                    .doesNotContain("?q");
        }
        assertThat(request.headers().first("authorization")).isEqualTo("Bearer " + Calls.KEY);
    }

    @Test
    void apiException_serverThatEchoesTheKey_masksIt() throws Exception {
        String body = "{\"error\":{\"message\":\"Incorrect key: " + Calls.KEY + ".\",\"code\":\"" + Calls.KEY + "\"}}";
        try (RawServer server = RawServer.json(401, body, "x-request-id: " + Calls.KEY)) {
            Throwable thrown = catchThrowable(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()));

            assertThat(thrown).isInstanceOf(ApiException.class).hasMessageContaining("Incorrect key: ***.");
            assertThat(printed(thrown)).doesNotContain(Calls.KEY);
            assertThat(((ApiException) thrown).rawBody()).doesNotContain(Calls.KEY);
            assertThat(((ApiException) thrown).code()).isEqualTo("***");
            assertThat(((ApiException) thrown).headers().toString()).doesNotContain(Calls.KEY);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"%s\"}", "{\"id\": \"x\", %s}", "{\"%s\": {}}"})
    void decodingException_serverThatEchoesTheKey_masksIt(String body) throws Exception {
        try (RawServer server = RawServer.json(200, body.formatted(Calls.KEY));
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            Throwable thrown = catchThrowable(() -> connection
                    .call(Calls.retrieve(), in -> in.readMap(JsonReader::readLong))
                    .execute());

            assertThat(thrown).isInstanceOf(DecodingException.class);
            assertThat(printed(thrown)).doesNotContain(Calls.KEY);
            assertThat(((DecodingException) thrown).bodyText()).isEqualTo(body.formatted("***"));
        }
    }

    @Test
    void transportException_serverThatEchoesTheKeyInAHeader_masksIt() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nx bad " + Calls.KEY + ": 1\r\n\r\n{}")) {
            Throwable thrown = catchThrowable(() -> Calls.send(Calls.options(server.url()), Calls.retrieve()));

            assertThat(thrown).isInstanceOf(TransportException.class);
            assertThat(printed(thrown)).doesNotContain(Calls.KEY);
        }
    }

    @Test
    void transportException_transportThatEchoesTheKey_masksIt() {
        HttpTransport transport = request -> {
            throw new IOException(
                    "outer", new IOException("sent " + request.headers().asMap()));
        };

        Throwable thrown =
                catchThrowable(() -> Calls.send(Calls.options("http://host").transport(transport), Calls.retrieve()));

        assertThat(thrown).isInstanceOf(TransportException.class).hasMessageContaining("outer");
        assertThat(printed(thrown)).doesNotContain(Calls.KEY).contains("java.io.IOException: outer");
    }

    @Test
    void redaction_keyOfAHeaderOfTheUser_isMaskedToo() {
        HttpTransport transport = request -> {
            throw new IOException("sent " + request.headers().first("api-key"));
        };
        ClientOptions.Builder options = ClientOptions.builder()
                .baseUrl("http://host")
                .transport(transport)
                .header("api-key", Calls.KEY);

        assertThat(printed(catchThrowable(() -> Calls.send(options, Calls.retrieve()))))
                .doesNotContain(Calls.KEY)
                .contains("sent ***");
    }

    @Test
    void redaction_placeholderKey_leavesWordsAlone() {
        HttpHeaders headers =
                HttpHeaders.builder().set("authorization", "Bearer test").build();

        assertThat(Redaction.of(headers).apply("this is a test")).isEqualTo("this is a test");
    }

    @Test
    void httpRequest_toString_hasNeitherQueryNorBody() {
        HttpRequest request = new HttpRequest(
                "POST",
                URI.create("https://host:1/v1/x?after=private"),
                HttpHeaders.EMPTY,
                new byte[] {1},
                Duration.ofSeconds(1));

        assertThat(request).hasToString("POST https://host:1/v1/x");
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void redaction_secretThatHoldsAnother_isMaskedAsAWhole() {
        HttpHeaders headers = HttpHeaders.builder()
                .set("api-key", "abcdef")
                .set("x-api-key", "abcdef-and-more")
                .build();

        assertThat(Redaction.of(headers).apply("sent abcdef-and-more")).isEqualTo("sent ***");
    }

    @Test
    void transportException_addressWithAPassword_doesNotShowIt() {
        ClientOptions.Builder options = Calls.options("http://127.0.0.1:1")
                .attemptInterceptor(Interceptor.request(request -> request.toBuilder()
                        .uri(URI.create("http://user:" + Calls.KEY + "@127.0.0.1:1/x"))
                        .build()));

        assertThat(printed(catchThrowable(() -> Calls.send(options, Calls.retrieve()))))
                .contains("127.0.0.1:1")
                .doesNotContain(Calls.KEY);
    }

    @Test
    void credential_thatCannotBeSent_isNotEchoed() {
        ClientOptions.Builder options = Calls.options("http://127.0.0.1:1")
                .attemptInterceptor(Interceptor.request(request -> request.toBuilder()
                        .headers(HttpHeaders.builder()
                                .set("authorization", "Bearer " + Calls.KEY + "\u20ac")
                                .build())
                        .build()));

        assertThat(printed(catchThrowable(() -> Calls.send(options, Calls.retrieve()))))
                .contains("IllegalArgumentException", "authorization")
                .doesNotContain(Calls.KEY);
    }
}
