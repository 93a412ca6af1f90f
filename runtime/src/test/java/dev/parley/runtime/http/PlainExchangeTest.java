package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.request;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as {@link UrlConnectionTransport} speaks it to http addresses, where it is stricter than the JDK. */
@Timeout(120)
class PlainExchangeTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";

    private final UrlConnectionTransport transport = UrlConnectionTransport.create();

    @AfterEach
    void close() {
        transport.close();
    }

    private static RawServer repeating(String answer) throws IOException {
        return RawServer.concurrent((request, socket, out) -> {
            out.write(latin(answer));
            return true;
        });
    }

    private void assertConnections(String answer, int expected) throws Exception {
        try (RawServer server = repeating(answer)) {
            for (int i = 0; i < 2; i++) {
                assertThat(text(transport.send(get(server.url())))).isEqualTo("abc");
            }
            assertThat(server.connections()).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transfer-encoding: gzip, chunked",
                "transfer-encoding: chunked\r\ntransfer-encoding: gzip",
                "transfer-encoding: identity",
                "transfer-encoding: chunked\r\ntransfer-encoding: chunked",
                "content-length: +3",
                "content-length: -0",
                "content-length: 9223372036854775808",
                "content-length: 3\r\ncontent-length: 03",
                "content-length: -1",
                "content-length: 3, 3",
                "content-length: \u000b3",
                "content-length: 3\r",
                "transfer-encoding: \u000bchunked",
                "transfer-encoding: chunked\u001c",
                "transfer-encoding:\r\n \u000bchunked",
                " x: y",
                "x : y"
            })
    void send_answerWhoseEndIsInDoubt_isAProtocolError(String header) throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n3\r\nabc\r\n0\r\n\r\n")) {
            assertThatThrownBy(() -> text(transport.send(get(server.url())))).isInstanceOf(ProtocolException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "3 3", "10000000000000000", "+3", "\u000b3", "0x3"})
    void read_chunkWithoutALength_isAProtocolError(String size) throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + size + "\r\nabc\r\n0\r\n\r\n")) {
            assertThatThrownBy(() -> text(transport.send(get(server.url())))).isInstanceOf(ProtocolException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3\nabc\r\n0\r\n\r\n",
                "3;a\nabc\r\n0\r\n\r\n",
                "3;a\rb\r\nabc\r\n0\r\n\r\n",
                "3\r\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\n0\r\n\r\n",
                "3\r\nabc\r\n0\n\n",
                "3\r\nabc\r\n0\r\nx: y\n\r\n"
            })
    void read_lineBetweenChunksWhoseEndIsInDoubt_isAProtocolError(String body) throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + body)) {
            assertThatThrownBy(() -> text(transport.send(get(server.url())))).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void read_chunkWithBlanksAndAnExtension_isRead() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + "3 \t\r\nabc\r\n1 ;a=\"b\"\r\nd\r\n0\r\nx: y\r\n\r\n")) {
            assertThat(text(transport.send(get(server.url())))).isEqualTo("abcd");
        }
    }

    @Test
    void read_chunkLongerThanItSays_isAProtocolError() throws Exception {
        try (RawServer server = RawServer.answering(CHUNKED + "2\r\nabc\r\n0\r\n\r\n")) {
            assertThatThrownBy(() -> text(transport.send(get(server.url())))).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void send_anyInterimAnswer_isPassedOver() throws Exception {
        try (RawServer server = RawServer.answering(
                "HTTP/1.1 103 Early\r\nlink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + ok("end"))) {
            HttpResponse response = transport.send(get(server.url()));
            assertThat(response.headers().contains("link")).isFalse();
            assertThat(text(response)).isEqualTo("end");
        }
    }

    @Test
    void send_interimAnswersWithoutEnd_isAProtocolError() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 102 Processing\r\n\r\n".repeat(200) + ok("end"))) {
            assertThatThrownBy(() -> transport.send(get(server.url())))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("interim");
        }
    }

    @Test
    void send_changeOfProtocol_isAProtocolError() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 101 Switching\r\nupgrade: h2c\r\n\r\n")) {
            assertThatThrownBy(() -> transport.send(get(server.url()))).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void send_headerThatGoesOn_isOneValue() throws Exception {
        try (RawServer server =
                RawServer.answering("HTTP/1.1 200 OK\r\nx-long: a\r\n  b\r\n\tc\r\ncontent-length: 0\r\n\r\n")) {
            assertThat(transport.send(get(server.url())).headers().first("x-long"))
                    .isEqualTo("a b c");
        }
    }

    @Test
    void send_headWithoutEnd_isAProtocolError() throws Exception {
        try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(100_000))) {
            assertThatThrownBy(() -> transport.send(get(server.url()))).isInstanceOf(ProtocolException.class);
        }
    }

    @Test
    void send_addressBeyondAscii_isPercentEncoded() throws Exception {
        try (RawServer server = RawServer.answering(ok(""))) {
            transport.send(get(server.url() + "/\u4e2d?q=\u00e9"));
            assertThat(server.onlyReceived().target()).isEqualTo("/%E4%B8%AD?q=%C3%A9");
        }
    }

    @Test
    void send_credentialsForAProxyWithoutOne_areNotSentToTheServer() throws Exception {
        HttpHeaders headers = HttpHeaders.builder()
                .set("proxy-authorization", "Basic c2VjcmV0")
                .build();
        try (RawServer server = RawServer.answering(ok(""))) {
            transport.send(request("GET", server.url(), headers, null, TransportKind.LONG));
            assertThat(server.onlyReceived().headers()).doesNotContainKey("proxy-authorization");
        }
    }

    @Test
    void send_portThatIsNone_isRefused() {
        assertThatThrownBy(() -> transport.send(get("http://127.0.0.1:65536/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void send_secondRequest_takesTheSameConnection() throws Exception {
        assertConnections(ok("abc"), 1);
        assertConnections(CHUNKED + "3\r\nabc\r\n0\r\n\r\n", 1);
    }

    @Test
    void send_behindAnAnswerThatCannotBeTrusted_takesANewConnection() throws Exception {
        assertConnections("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 3\r\n\r\nabc", 2);
        assertConnections("HTTP/1.0 200 OK\r\ncontent-length: 3\r\n\r\nabc", 2);
        assertConnections(ok("abc") + ok("def"), 2);
        assertConnections("HTTP/1.1 200 OK\r\nConnection: x, Close\r\ncontent-length: 3\r\n\r\nabc", 2);
        assertConnections(
                "HTTP/1.1 200 OK\r\ncontent-length: 30\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 2);
    }

    @Test
    void send_bodyOfAnySize_arrivesWhole() throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
            out.write(latin(ok(Integer.toString(request.body().length()))));
            return true;
        })) {
            for (int size : new int[] {0, 1, 3_800, 4_096, 5_000, 100_000}) {
                HttpRequest post = request("POST", server.url(), HttpHeaders.EMPTY, new byte[size], TransportKind.LONG);
                assertThat(text(transport.send(post))).isEqualTo(Integer.toString(size));
            }
            assertThat(server.connections()).isEqualTo(1);
        }
    }
}
