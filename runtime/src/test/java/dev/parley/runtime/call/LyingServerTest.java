package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.error.ParleyException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.RawServer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call makes of servers that break off, stall, flood or do not speak HTTP. */
@Timeout(120)
class LyingServerTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

    private static void assertFails(RawServer server, ClientOptions.Builder options, String reason) {
        assertThatThrownBy(() -> Calls.send(options, Calls.retrieve()))
                .isInstanceOf(TransportException.class)
                .isNotInstanceOf(TimeoutException.class)
                .hasMessageStartingWith("GET /conversations/{conversation_id}: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining(Calls.KEY);
    }

    @Test
    void send_bodyShorterThanDeclared_fails() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "content-length: 100\r\n\r\n{}")) {
            assertFails(server, Calls.options(server.url()), "failed: ");
        }
    }

    @Test
    void send_chunkedBodyBrokenOff_fails() throws Exception {
        try (RawServer server = RawServer.answering(HEAD + "transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n")) {
            assertFails(server, Calls.options(server.url()), "failed: ");
        }
    }

    @Test
    void send_connectionReset_fails() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            assertFails(server, Calls.options(server.url()), "exchange with 127.0.0.1:");
        }
    }

    @Test
    void send_connectionClosedWithoutAnAnswer_fails() throws Exception {
        try (RawServer server = RawServer.answering("")) {
            assertFails(server, Calls.options(server.url()), "failed: ");
        }
    }

    @Test
    void send_nothingListens_namesTheServer() throws Exception {
        try (Socket reserved = new Socket()) {
            String nobody = Calls.nobodyAt(reserved);

            assertThatThrownBy(() -> Calls.send(Calls.options("http://" + nobody), Calls.retrieve()))
                    .isInstanceOf(TransportException.class)
                    .hasMessage("GET /conversations/{conversation_id}: cannot connect to " + nobody);
        }
    }

    @Test
    void send_unknownHost_saysSo() {
        assertThatThrownBy(() -> Calls.send(Calls.options("http://parley.invalid"), Calls.retrieve()))
                .isInstanceOf(TransportException.class)
                .hasMessage("GET /conversations/{conversation_id}: the host of parley.invalid is unknown");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                HEAD + "bad header: x\r\ncontent-length: 2\r\n\r\n{}",
                HEAD + "x-zero: a\0b\r\ncontent-length: 2\r\n\r\n{}",
                HEAD + "x-bell: a\007b\r\ncontent-length: 2\r\n\r\n{}",
                HEAD + "content-length: pigs\r\n\r\n{}"
            })
    void send_answerThatIsNotHttp_fails(String response) throws Exception {
        try (RawServer server = RawServer.answering(response)) {
            assertFails(server, Calls.options(server.url()), "127.0.0.1:");
        }
    }

    @Test
    void send_bodyLargerThanTheLimit_isGivenUpWhileReading() throws Exception {
        byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write((HEAD + "transfer-encoding: chunked\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(chunk);
            }
        })) {
            assertFails(
                    server,
                    Calls.options(server.url()).maxResponseBytes(100_000),
                    "the answer is larger than 100000 bytes; ask for less, or raise");
            server.awaitDisconnect();
        }
    }

    @Test
    void send_bodyDeclaredLargerThanTheLimit_isGivenUpAtOnce() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write((HEAD + "content-length: 999999999999\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().read();
        })) {
            assertFails(server, Calls.options(server.url()), "larger than 268435456 bytes");
            server.awaitDisconnect();
        }
    }

    @Test
    void send_bodyOfExactlyTheLimit_isRead() throws Exception {
        String body = "\"" + "x".repeat(49_998) + "\"";
        try (RawServer server = RawServer.json(200, body)) {
            assertThat(Calls.send(Calls.options(server.url()).maxResponseBytes(50_000), Calls.retrieve())
                            .toJson())
                    .isEqualTo(body);
            assertFails(server, Calls.options(server.url()).maxResponseBytes(49_999), "larger than 49999 bytes");
        }
    }

    @Test
    void send_serverThatNeverAnswers_timesOut() throws Exception {
        try (RawServer server =
                RawServer.scripted((socket, out) -> socket.getInputStream().read())) {
            assertTimesOut(server);
        }
    }

    @Test
    void send_headersThatNeverEnd_timeOut() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write("x-drip: 1\r\n".getBytes(StandardCharsets.ISO_8859_1));
                Thread.sleep(20);
            }
        })) {
            assertTimesOut(server);
        }
    }

    @Test
    void send_bodyThatStalls_timesOut() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write((HEAD + "content-length: 100\r\n\r\n{").getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().read();
        })) {
            assertTimesOut(server);
        }
    }

    @Test
    void send_bodyThatDrips_timesOut() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write((HEAD + "content-length: 1000000\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            while (true) {
                out.write(' ');
                Thread.sleep(20);
            }
        })) {
            assertTimesOut(server);
        }
    }

    private static void assertTimesOut(RawServer server) throws InterruptedException {
        long start = System.nanoTime();
        assertThatThrownBy(
                        () -> Calls.send(Calls.options(server.url()).timeout(Duration.ofMillis(250)), Calls.retrieve()))
                .isInstanceOf(TimeoutException.class)
                .hasMessage(
                        "GET /conversations/{conversation_id}: no complete answer within 250 ms, the timeout of the call");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(200), Duration.ofSeconds(20));
        server.awaitDisconnect();
    }

    @Test
    void send_errorWithABodyThatStalls_isStillReportedByItsStatus() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            out.write("HTTP/1.1 500 X\r\ncontent-length: 100\r\n\r\npart".getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().read();
        })) {
            ParleyException failure;
            Duration timeout = Duration.ofMillis(250);
            do { // with more time where the head is late
                ClientOptions.Builder options = Calls.options(server.url()).timeout(timeout);
                failure = catchThrowableOfType(ParleyException.class, () -> Calls.send(options, Calls.retrieve()));
                timeout = timeout.multipliedBy(4);
            } while (failure instanceof TimeoutException && timeout.compareTo(Duration.ofMinutes(1)) < 0);

            assertThat(failure)
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.rawBody()).isEqualTo("part"));
            server.awaitDisconnect();
        }
    }
}
