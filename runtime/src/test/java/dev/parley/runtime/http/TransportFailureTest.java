package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.SHORT;
import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.post;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport does with servers that misbehave, and how it lets go of them. */
@Timeout(120)
class TransportFailureTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n";

    /** Answers the text, then waits until the client goes away. */
    private static RawServer stalling(String text) throws IOException {
        return RawServer.concurrent((request, socket, out) -> {
            out.write(latin(text));
            RawServer.awaitEnd(socket);
            return false;
        });
    }

    /** Answers the first text, then the second time and again until the client goes away. */
    private static RawServer dripping(String first, String drip) throws IOException {
        return RawServer.concurrent((request, socket, out) -> {
            out.write(latin(first));
            while (true) {
                out.write(latin(drip));
                Thread.sleep(10);
            }
        });
    }

    private static void assertTimesOut(TransportKind kind, RawServer server) throws Exception {
        try (server;
                HttpTransport transport = kind.create()) {
            assertThatThrownBy(() -> text(transport.send(get(server.url(), SHORT))))
                    .isInstanceOfAny(HttpTimeoutException.class, SocketTimeoutException.class);
            server.awaitNoConnections();
            // None if the time was up before it was sent, as on a machine that is busy; never two.
            assertThat(server.received()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_noAnswer_timesOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, stalling(""));
    }

    @ParameterizedTest
    @EnumSource
    void send_headersThatStall_timeOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, stalling("HTTP/1.1 200 OK\r\nx-a"));
    }

    @ParameterizedTest
    @EnumSource
    void send_headersThatDrip_timeOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, dripping("HTTP/1.1 200 OK\r\nx-a: ", "a"));
    }

    @ParameterizedTest
    @EnumSource
    void read_bodyThatStalls_timesOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, stalling(HEAD + "abc"));
    }

    @ParameterizedTest
    @EnumSource
    void read_chunkedBodyThatStalls_timesOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, stalling("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabc"));
    }

    @ParameterizedTest
    @EnumSource
    void read_bodyThatDrips_timesOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, dripping(HEAD, "a"));
    }

    @ParameterizedTest
    @EnumSource
    void read_chunkSizeThatDrips_timesOut(TransportKind kind) throws Exception {
        assertTimesOut(kind, dripping("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "0"));
    }

    @ParameterizedTest
    @EnumSource
    void send_requestThatNobodyReads_timesOut(TransportKind kind) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                HttpTransport transport = kind.create()) {
            HttpRequest request = TransportKind.request(
                    "POST",
                    "http://127.0.0.1:" + server.getLocalPort(),
                    HttpHeaders.EMPTY,
                    new byte[32 * 1024 * 1024],
                    SHORT);
            assertThatThrownBy(() -> transport.send(request)).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void send_nobodyListens_failsToConnect(TransportKind kind) throws Exception {
        try (Socket reserved = new Socket();
                HttpTransport transport = kind.create()) {
            String nobody = TransportKind.nobodyAt(reserved);
            assertThatThrownBy(() -> transport.send(get(nobody))).isInstanceOf(ConnectException.class);
            assertThatThrownBy(() -> transport.send(get("http://no-such-host.invalid")))
                    .isInstanceOf(IOException.class);
        }
    }

    /** None of these may be sent twice, though the JDK would. */
    @ParameterizedTest
    @EnumSource
    void send_connectionThatBreaksBeforeTheAnswer_failsAndIsNotSentAgain(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    if (request.target().equals("/reset")) {
                        socket.setSoLinger(true, 0);
                    }
                    return false;
                });
                HttpTransport transport = kind.create()) {
            for (String target : new String[] {"/reset", "/end"}) {
                assertThatThrownBy(() -> transport.send(post(server.url() + target, "{}")))
                        .isInstanceOf(IOException.class);
                HttpRequest delete = TransportKind.request(
                        "DELETE", server.url() + target, HttpHeaders.EMPTY, null, TransportKind.LONG);
                assertThatThrownBy(() -> transport.send(delete)).isInstanceOf(IOException.class);
            }
            assertThat(server.received())
                    .filteredOn(request -> request.method().equals("POST"))
                    .hasSize(2);
            if (kind == TransportKind.URL_CONNECTION) { // java.net.http repeats what is idempotent
                assertThat(server.received()).hasSize(4);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void read_bodyThatBreaksOff_fails(TransportKind kind) throws Exception {
        CountDownLatch headSeen = new CountDownLatch(1);
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    switch (request.target()) {
                        case "/reset" -> {
                            out.write(latin(HEAD + "abc"));
                            out.flush();
                            headSeen.await(30, TimeUnit.SECONDS); // a reset may overtake what was sent before it
                            socket.setSoLinger(true, 0);
                        }
                        case "/half" -> out.write(latin(HEAD + "abc"));
                        default ->
                            out.write(latin("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabcde\r\n"));
                    }
                    return false;
                });
                HttpTransport transport = kind.create()) {
            for (String target : new String[] {"/reset", "/half", "/chunked"}) {
                HttpResponse response = transport.send(get(server.url() + target));
                assertThat(response.status()).isEqualTo(200);
                headSeen.countDown();
                assertThatThrownBy(() -> response.body().readAllBytes())
                        .as(target)
                        .isInstanceOf(IOException.class);
                assertThatThrownBy(() -> response.body().read()).isInstanceOf(IOException.class);
                response.close();
            }
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JDK, SSH-2.0-OpenSSH_9.6",
        "URL_CONNECTION, SSH-2.0-OpenSSH_9.6",
        "JDK, HTTP/1.1 abc",
        "URL_CONNECTION, HTTP/1.1 abc",
        "URL_CONNECTION, HTTP/1.1 099 Low",
    })
    void send_noHttp_isAProtocolError(TransportKind kind, String line) throws Exception {
        assertProtocolError(kind, line + "\r\n\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void send_malformedHeaders_areAProtocolError(TransportKind kind) throws Exception {
        assertProtocolError(kind, "HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n");
        assertProtocolError(kind, "HTTP/1.1 200 OK\r\nx y: 1\r\ncontent-length: 0\r\n\r\n");
        if (kind == TransportKind.URL_CONNECTION) {
            assertProtocolError(kind, "HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab");
            assertProtocolError(kind, "HTTP/1.1 200 OK\r\nnothing\r\ncontent-length: 0\r\n\r\n");
        }
    }

    private static void assertProtocolError(TransportKind kind, String answer) throws Exception {
        try (RawServer server = RawServer.answering(answer);
                HttpTransport transport = kind.create()) {
            assertThatThrownBy(() -> text(transport.send(get(server.url())))).isInstanceOf(ProtocolException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JDK, 'content-length: 1000'",
        "JDK, 'content-length: 100000000'",
        "JDK, 'transfer-encoding: chunked'",
        "JDK, 'connection: close'",
        "URL_CONNECTION, 'content-length: 1000'",
        "URL_CONNECTION, 'content-length: 100000000'",
        "URL_CONNECTION, 'transfer-encoding: chunked'",
        "URL_CONNECTION, 'connection: close'"
    })
    void close_beforeTheEnd_givesUpTheConnection(TransportKind kind, String framing) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n3\r\nabc\r\n");
                HttpTransport transport = kind.create()) {
            HttpResponse untouched = transport.send(get(server.url()));
            untouched.close();
            server.awaitNoConnections();
            HttpResponse begun = transport.send(get(server.url()));
            begun.body().read();
            begun.close();
            begun.close();
            server.awaitNoConnections();
            assertThatThrownBy(() -> begun.body().read()).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JDK, 'content-length: 1000'",
        "JDK, 'transfer-encoding: chunked'",
        "URL_CONNECTION, 'content-length: 1000'",
        "URL_CONNECTION, 'transfer-encoding: chunked'",
        "URL_CONNECTION, 'connection: close'"
    })
    void close_whileAnotherThreadReads_endsTheRead(TransportKind kind, String framing) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
                HttpTransport transport = kind.create()) {
            HttpResponse response = transport.send(get(server.url()));
            InputStream body = response.body();
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Thread reader = new Thread(() -> thrown.complete(catchThrowable(body::read)));
            reader.start();
            Thread.sleep(100); // so that it most likely reads; true either way
            response.close();
            assertThat(thrown.get(30, TimeUnit.SECONDS))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(HttpTimeoutException.class);
            server.awaitNoConnections();
        }
    }
}
