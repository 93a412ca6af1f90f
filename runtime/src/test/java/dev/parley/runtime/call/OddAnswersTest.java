package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.http.UrlConnectionTransport;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Successes of servers that are none: what is said about them, over each transport, blocking and not. */
@Timeout(120)
class OddAnswersTest {
    private static final String ERROR = "{\"error\":{\"message\":\"no model for " + Calls.KEY + "\"}}";

    static List<Arguments> ways() {
        List<Arguments> ways = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            ways.add(Arguments.of(
                    mode,
                    Named.<Supplier<HttpTransport>>of(
                            "java.net.http", () -> JdkHttpTransport.builder().build())));
            ways.add(Arguments.of(
                    mode, Named.<Supplier<HttpTransport>>of("HttpURLConnection", UrlConnectionTransport::create)));
        }
        return ways;
    }

    @ParameterizedTest
    @MethodSource("ways")
    void send_errorInPlaceOfTheValue_saysItsWords(Mode mode, Supplier<HttpTransport> transport) throws Exception {
        try (RawServer server = RawServer.json(200, ERROR)) {
            DecodingException failure = decoding(mode, transport, server);

            assertThat(failure)
                    .hasMessageStartingWith("$.error: ")
                    .hasMessageEndingWith("; the answer is an error: no model for ***");
            assertThat(failure.bodyText()).contains("***").doesNotContain(Calls.KEY);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void send_encodedAnswer_namesTheEncoding(Mode mode, Supplier<HttpTransport> transport) throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            byte[] body = gzip("{\"id\":1}");
            out.write(("HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\nconnection: close\r\ncontent-length: "
                            + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(body);
        })) {
            assertThat(decoding(mode, transport, server))
                    .hasMessageStartingWith("$: not JSON: ")
                    .hasMessageEndingWith("; its content-encoding is gzip, which this client does not decode");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void send_secretAsEncoding_isMasked(Mode mode, Supplier<HttpTransport> transport) throws Exception {
        try (RawServer server = RawServer.json(200, "<html>", "content-encoding: " + Calls.KEY)) {
            assertThat(decoding(mode, transport, server)).hasMessageContaining("content-encoding is ***,");
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void stream_answeredByAnError_saysItsWords(Mode mode, Supplier<HttpTransport> transport) throws Exception {
        for (String type : List.of("application/json", "text/event-stream")) {
            try (RawServer server = RawServer.answering(ScriptServer.response(
                    200, ERROR, "content-type: " + type, "x-request-id: req_" + Calls.KEY, "connection: close"))) {
                Throwable failure = streamed(mode, transport, server);

                assertThat(failure)
                        .isInstanceOf(StreamException.class)
                        .hasMessageStartingWith("POST /conversations: ")
                        .hasMessageEndingWith("; the server says: no model for *** (request req_***)");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void stream_encodedAnswer_namesTheEncoding(Mode mode, Supplier<HttpTransport> transport) throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write(("HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip\r\n"
                            + "connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(gzip("data: {}\n\n"));
        })) {
            assertThat(streamed(mode, transport, server))
                    .isInstanceOf(StreamException.class)
                    .hasMessageContaining("content-encoding is gzip");
        }
    }

    private static DecodingException decoding(Mode mode, Supplier<HttpTransport> transport, RawServer server) {
        try (HttpTransport own = transport.get();
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).transport(own).build())) {
            ApiCall<?> call = connection.call(Calls.retrieve(), in -> in.readMap(JsonReader::readLong));
            return catchThrowableOfType(
                    DecodingException.class, () -> mode.send(call).value());
        }
    }

    private static Throwable streamed(Mode mode, Supplier<HttpTransport> transport, RawServer server) {
        try (HttpTransport own = transport.get();
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).transport(own).build())) {
            StreamCall<JsonValue> call = connection.stream(Calls.CREATE.request(), JsonReader::readValue);
            if (mode == Mode.SYNC) {
                return catchThrowable(() -> call.open().forEach(event -> {}));
            }
            Throwable failure =
                    catchThrowable(() -> call.publisher().forEach(event -> {}).get(30, TimeUnit.SECONDS));
            assertThat(failure).isInstanceOf(ExecutionException.class);
            return failure.getCause();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
