package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.LONG;
import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.post;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many calls that end in every way there is leave no connection behind. */
@Timeout(120)
class TransportLeakTest {
    private static final int CALLS = 500;
    private static final int WAYS = 10;

    private static boolean answer(RawServer.Received request, java.net.Socket socket, java.io.OutputStream out)
            throws IOException {
        switch (request.target()) {
            case "/ok" -> {
                out.write(latin(ok("fine")));
                return true;
            }
            case "/500" -> {
                out.write(latin("HTTP/1.1 500 X\r\ncontent-length: 3\r\n\r\nbad"));
                return true;
            }
            case "/large" -> {
                out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: 3000000\r\n\r\n"));
                out.write(new byte[3_000_000]);
                return true;
            }
            case "/reset" -> socket.setSoLinger(true, 0);
            case "/half" -> out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf"));
            case "/garbage" -> out.write(latin("what?\r\n\r\n"));
            case "/stall" -> {
                out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nstall"));
                out.flush();
                RawServer.awaitEnd(socket);
            }
            default -> RawServer.awaitEnd(socket);
        }
        return false;
    }

    private static void call(int way, String url, HttpTransport transport, ExecutorService executor) throws Exception {
        Duration brief = Duration.ofMillis(100);
        try {
            switch (way) {
                case 0 ->
                    assertThat(text(transport.send(post(url + "/ok", "{}")))).isEqualTo("fine");
                case 1 -> assertThat(text(transport.send(get(url + "/500")))).isEqualTo("bad");
                case 2 -> transport.send(get(url + "/large")).close();
                case 3 -> text(transport.send(post(url + "/reset", "{}")));
                case 4 -> text(transport.send(get(url + "/half")));
                case 5 -> text(transport.send(post(url + "/garbage", "{}")));
                case 6 -> text(transport.send(get(url + "/stall", brief)));
                case 7 -> transport.send(get(url + "/silent", brief)).close();
                case 8 -> {
                    CompletableFuture<HttpResponse> answer = transport.sendAsync(get(url + "/silent", LONG), executor);
                    Thread.sleep(5);
                    answer.cancel(true);
                }
                default -> {
                    HttpResponse response = transport
                            .sendAsync(get(url + "/stall", LONG), executor)
                            .get();
                    Pieces pieces = new Pieces(1);
                    response.publisher(executor).subscribe(pieces);
                    pieces.awaitPiece();
                    response.close();
                }
            }
        } catch (IOException expected) {
            assertThat(way).isGreaterThan(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void calls_ofEveryOutcome_leaveNothingOpen(TransportKind kind) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(16);
        ExecutorService executor = Executors.newCachedThreadPool();
        try (RawServer server = RawServer.concurrent(TransportLeakTest::answer)) {
            // Idle connections are the pool's own; a transport that is closed keeps none, at last when it is collected.
            HttpTransport transport = kind.create();
            List<Callable<Void>> calls = new ArrayList<>();
            for (int i = 0; i < CALLS; i++) {
                int way = i % WAYS;
                HttpTransport used = transport;
                calls.add(() -> {
                    call(way, server.url(), used, executor);
                    return null;
                });
            }
            for (Future<Void> call : callers.invokeAll(calls)) {
                call.get();
            }
            calls.clear();
            transport.close();
            transport = null;
            // Not once: what was cancelled may still be on its way out, and holds the transport until then.
            server.awaitNoConnections(System::gc);
        } finally {
            callers.shutdown();
            executor.shutdown();
        }
        assertThat(callers.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
        assertThat(executor.awaitTermination(30, java.util.concurrent.TimeUnit.SECONDS))
                .as("threads of the executor that are still held")
                .isTrue();
    }
}
