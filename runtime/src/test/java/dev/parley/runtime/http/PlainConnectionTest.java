package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.SHORT;
import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.request;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to http addresses of {@link UrlConnectionTransport}: which are used again, and what a write on them may do. */
@Timeout(120)
class PlainConnectionTest {

    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static String url(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "plain-connection-test");
        thread.setDaemon(true);
        thread.start();
    }

    private static PlainConnection connected(ServerSocket server) throws IOException {
        PlainConnection connection = new PlainConnection();
        connection.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 5_000);
        connection.input(Deadline.after(TransportKind.LONG));
        return connection;
    }

    @Test
    void reopen_atOnceAfterTheServerClosedWithoutAWord_isRefused() throws Exception {
        try (ServerSocket server = silent()) {
            PlainConnection connection = connected(server);
            server.accept().close();
            assertThat(connection.input(Deadline.after(TransportKind.LONG)).read())
                    .isEqualTo(-1);

            connection.rest();
            assertThat(connection.reopen()).isFalse();
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @Test
    void reopen_atOnceAfterBytesThatNobodyAskedFor_isRefused() throws Exception {
        try (ServerSocket server = silent()) {
            PlainConnection connection = connected(server);
            Socket accepted = server.accept();
            connection.rest();
            assertThat(connection.reopen()).isTrue();

            accepted.getOutputStream().write(latin(ok("wrong")));
            while (connection.input(Deadline.after(TransportKind.LONG)).isDrained()) {
                Thread.sleep(1);
            }
            connection.rest();
            assertThat(connection.reopen()).isFalse();
            assertThat(connection.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"content-length: 0, 1", "x: y, 1", "content-length: 3, 2", "transfer-encoding: chunked, 2"})
    void send_afterAnAnswerThatHasNoBodyButTellsOfOne_takesANewConnection(String header, int connections)
            throws Exception {
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin("HTTP/1.1 204 No\r\n" + header + "\r\n\r\n"));
                    return true;
                });
                UrlConnectionTransport transport = UrlConnectionTransport.create()) {
            for (int i = 0; i < 2; i++) {
                assertThat(text(transport.send(get(server.url())))).isEmpty();
            }
            assertThat(server.connections()).isEqualTo(connections);
        }
    }

    /** A server may answer without having read, so what it answers does not show that the next write finds room. */
    @Test
    @Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // no interrupt ends a write
    void send_smallRequestOnAConnectionThatTakesNothingMore_timesOut() throws Exception {
        try (ServerSocket server = silent()) {
            PlainConnection full = connected(server);
            AtomicLong written = new AtomicLong();
            start(() -> {
                try {
                    while (true) {
                        full.output(4_096).write(new byte[4_096]);
                        written.incrementAndGet();
                    }
                } catch (IOException closed) {
                    // as the exchange does it
                }
            });
            long before = -1;
            for (int still = 0; still < 3; still = written.get() == before && before > 0 ? still + 1 : 0) {
                before = written.get();
                Thread.sleep(100);
            }
            SlotPool pool = new SlotPool();
            HttpRequest small = get(url(server), SHORT);
            Route route = Route.to(small.uri(), null);
            full.rest();
            pool.giveBack(route, full);

            assertThatThrownBy(() -> new PlainExchange(small, route, pool, null).send(TransportKind.LONG))
                    .isInstanceOf(HttpTimeoutException.class);
            assertThat(full.isOpen()).isFalse();
        }
    }

    @Test
    void mayBlock_connectionThatHasCarriedLittle_isFalse() throws Exception {
        assertThat(new PlainConnection().mayBlock(4_096)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "content-length: 9\r\n\r\ntoo large",
                "transfer-encoding: chunked\r\n\r\n9\r\ntoo large\r\n0\r\n\r\n"
            })
    void send_serverThatAnswersAndClosesBeforeItHasReadTheBody_isHeard(String rest) throws Exception {
        try (ServerSocket server = silent();
                UrlConnectionTransport transport = UrlConnectionTransport.create()) {
            start(() -> answerWithoutReading(server, "HTTP/1.1 413 Large\r\n" + rest));
            HttpResponse response = transport.send(
                    request("POST", url(server), HttpHeaders.EMPTY, new byte[20_000_000], TransportKind.LONG));
            assertThat(response.status()).isEqualTo(413);
            assertThat(text(response)).isEqualTo("too large");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\n\r\nno end to be seen"})
    void send_serverThatClosesBeforeItHasReadTheBodyAndSaysNothingWhole_fails(String answer) throws Exception {
        try (ServerSocket server = silent();
                UrlConnectionTransport transport = UrlConnectionTransport.create()) {
            start(() -> answerWithoutReading(server, answer));
            assertThatThrownBy(() -> transport.send(
                            request("POST", url(server), HttpHeaders.EMPTY, new byte[20_000_000], TransportKind.LONG)))
                    .isInstanceOf(SocketException.class);
        }
    }

    private static void answerWithoutReading(ServerSocket server, String answer) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(1_000);
            socket.getOutputStream().write(latin(answer));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
