package dev.parley.runtime.http;

import static dev.parley.runtime.http.TransportKind.SHORT;
import static dev.parley.runtime.http.TransportKind.get;
import static dev.parley.runtime.http.TransportKind.latin;
import static dev.parley.runtime.http.TransportKind.ok;
import static dev.parley.runtime.http.TransportKind.post;
import static dev.parley.runtime.http.TransportKind.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.ServerSocket;
import java.net.http.HttpTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every transport does without blocking its caller. */
@Timeout(120)
class TransportAsyncTest {
    private final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    private static RawServer stalling(String text) throws IOException {
        return RawServer.concurrent((request, socket, out) -> {
            out.write(latin(text));
            RawServer.awaitEnd(socket);
            return false;
        });
    }

    private static Throwable failureOf(CompletableFuture<?> future) throws Exception {
        try {
            throw new AssertionError("completed with " + future.get(30, TimeUnit.SECONDS));
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendAsync_answer_isReadEitherWay(TransportKind kind) throws Exception {
        String large = "0123456789".repeat(100_000);
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin(ok(request.body())));
                    return true;
                });
                HttpTransport transport = kind.create()) {
            HttpResponse streamed =
                    transport.sendAsync(post(server.url(), large), executor).get();
            assertThat(text(streamed)).isEqualTo(large);

            HttpResponse published =
                    transport.sendAsync(post(server.url(), large), executor).get();
            Pieces pieces = new Pieces(Long.MAX_VALUE);
            published.publisher(executor).subscribe(pieces);
            assertThat(pieces.text()).isEqualTo(large);
            published.close();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void publisher_secondSubscriber_isTurnedAway(TransportKind kind) throws Exception {
        try (RawServer server = RawServer.answering(ok("once"));
                HttpTransport transport = kind.create();
                HttpResponse response =
                        transport.sendAsync(get(server.url()), executor).get()) {
            Pieces first = new Pieces(Long.MAX_VALUE);
            Pieces second = new Pieces(Long.MAX_VALUE);
            response.publisher(executor).subscribe(first);
            response.publisher(executor).subscribe(second);
            assertThat(first.text()).isEqualTo("once");
            assertThat(second.failure()).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sendAsync_failure_isThatOfSend(TransportKind kind) throws Exception {
        try (RawServer garbage = RawServer.answering("nonsense\r\n\r\n");
                RawServer silent = stalling("");
                HttpTransport transport = kind.create()) {
            assertThat(failureOf(transport.sendAsync(get("http://127.0.0.1:1"), executor)))
                    .isInstanceOf(ConnectException.class);
            assertThat(failureOf(transport.sendAsync(get(garbage.url()), executor)))
                    .isInstanceOf(ProtocolException.class);
            assertThat(failureOf(transport.sendAsync(get(silent.url(), SHORT), executor)))
                    .isInstanceOf(HttpTimeoutException.class);
            silent.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancel_beforeTheHeaders_givesUpTheConnection(TransportKind kind) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200");
                HttpTransport transport = kind.create()) {
            CompletableFuture<HttpResponse> answer = transport.sendAsync(get(server.url()), executor);
            server.awaitRequest();
            assertThat(answer.cancel(true)).isTrue();
            server.awaitNoConnections();
            assertThatThrownBy(answer::get).isInstanceOf(CancellationException.class);
        }
    }

    /** A server that takes no more connections leaves those who ask for one without an answer. */
    @ParameterizedTest
    @EnumSource
    void cancel_whileConnecting_freesTheThread(TransportKind kind) throws Exception {
        List<SocketChannel> crowd = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                HttpTransport transport = kind.create()) {
            for (int i = 0; i < 4; i++) {
                SocketChannel channel = SocketChannel.open();
                crowd.add(channel);
                channel.configureBlocking(false);
                channel.connect(full.getLocalSocketAddress());
            }
            CompletableFuture<HttpResponse> answer =
                    transport.sendAsync(get("http://127.0.0.1:" + full.getLocalPort()), executor);
            Thread.sleep(200); // so that it most likely connects; true either way
            assertThat(answer.cancel(true)).isTrue();
            executor.shutdown();
            assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue(); // before the connect timeout
        } finally {
            for (SocketChannel channel : crowd) {
                channel.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancel_atOnce_leavesNothingBehind(TransportKind kind) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n");
                HttpTransport transport = kind.create()) {
            List<CompletableFuture<HttpResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(transport.sendAsync(get(server.url()), executor));
            }
            for (CompletableFuture<HttpResponse> answer : answers) {
                if (!answer.cancel(true)) {
                    answer.get().close();
                }
            }
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void close_midBody_endsThePublisher(TransportKind kind) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
                HttpTransport transport = kind.create()) {
            HttpResponse response =
                    transport.sendAsync(get(server.url()), executor).get();
            Pieces pieces = new Pieces(Long.MAX_VALUE);
            response.publisher(executor).subscribe(pieces);
            pieces.awaitPiece();
            response.close();
            assertThat(pieces.failure()).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void publisher_cancelledMidBody_givesUpTheConnection(TransportKind kind) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
                HttpTransport transport = kind.create()) {
            HttpResponse response =
                    transport.sendAsync(get(server.url()), executor).get();
            Pieces pieces = new Pieces(Long.MAX_VALUE);
            response.publisher(executor).subscribe(pieces);
            pieces.awaitPiece();
            pieces.subscription().cancel();
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void publisher_bodyThatStalls_timesOut(TransportKind kind) throws Exception {
        try (RawServer server = stalling("HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc");
                HttpTransport transport = kind.create()) {
            HttpResponse response = TransportKind.openedInTime(transport, server.url(), executor);
            Pieces pieces = new Pieces(Long.MAX_VALUE);
            response.publisher(executor).subscribe(pieces);
            assertThat(pieces.failure()).isInstanceOf(HttpTimeoutException.class);
            server.awaitNoConnections();
        }
    }

    @ParameterizedTest
    @EnumSource
    void publisher_slowReader_slowsTheServerDown(TransportKind kind) throws Exception {
        int size = 64 * 1024 * 1024;
        long[] written = new long[1];
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    out.write(latin("HTTP/1.1 200 OK\r\ncontent-length: " + size + "\r\n\r\n"));
                    byte[] block = new byte[64 * 1024];
                    for (int i = 0; i < size; i += block.length) {
                        out.write(block);
                        written[0] += block.length;
                    }
                    return true;
                });
                HttpTransport transport = kind.create();
                HttpResponse response =
                        transport.sendAsync(get(server.url()), executor).get()) {
            Pieces pieces = new Pieces(1);
            response.publisher(executor).subscribe(pieces);
            pieces.awaitPiece();
            Thread.sleep(300); // time for what nobody asked for
            assertThat(pieces.count()).isEqualTo(1);
            assertThat(written[0]).isLessThan(size / 2);

            pieces.subscription().request(2);
            pieces.awaitCount(3);
        }
    }

    @Test
    void sendAsync_overJavaNetHttp_blocksNoThread() throws Exception {
        try (RawServer server = stalling("");
                HttpTransport transport = TransportKind.JDK.create()) {
            List<CompletableFuture<HttpResponse>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(transport.sendAsync(get(server.url()), task -> {
                    throw new AssertionError("the executor is used");
                }));
            }
            while (server.received().size() < 40) {
                Thread.sleep(5);
            }
            // A thread that passes through is gone at the next look, one that waits is not.
            while (clientThreadsInParley() > 0) {
                Thread.sleep(5);
            }
            answers.forEach(answer -> answer.cancel(true));
            server.awaitNoConnections();
        }
    }

    private static long clientThreadsInParley() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().startsWith("HttpClient-"))
                .filter(thread -> List.of(thread.getValue()).stream()
                        .anyMatch(frame -> frame.getClassName().startsWith("dev.parley")))
                .count();
    }

    @Test
    void sendAsync_overAnyBlockingTransport_isInterruptedByCancel() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Void> started = new CompletableFuture<>();
        HttpTransport blocking = request -> {
            started.complete(null);
            try {
                Thread.sleep(20_000);
                return new HttpResponse(200, HttpHeaders.EMPTY, java.io.InputStream.nullInputStream());
            } catch (InterruptedException e) {
                interrupted.complete(true);
                throw e;
            }
        };
        CompletableFuture<HttpResponse> answer = blocking.sendAsync(get("http://127.0.0.1:1"), executor);
        started.get();
        answer.cancel(true);
        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sendAsync_answerAfterCancel_isClosed() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        List<Runnable> tasks = new ArrayList<>();
        AtomicReference<CompletableFuture<HttpResponse>> answer = new AtomicReference<>();
        HttpTransport blocking = request -> {
            answer.get().cancel(true);
            return new HttpResponse(200, HttpHeaders.EMPTY, new java.io.ByteArrayInputStream(new byte[0]) {
                @Override
                public void close() {
                    closed.complete(null);
                }
            });
        };
        answer.set(blocking.sendAsync(get("http://127.0.0.1:1"), tasks::add));
        tasks.get(0).run();
        assertThat(closed).isCompleted();
        assertThat(Thread.interrupted()).isFalse();
    }
}
