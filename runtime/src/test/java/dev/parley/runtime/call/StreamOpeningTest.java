package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.RawServer;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far a call for a stream goes before its events are read. */
@Timeout(120)
class StreamOpeningTest {
    private static final String OPEN = "HTTP/1.1 200 X\r\ncontent-length: 100\r\n\r\ndata" + ScriptServer.HOLD;

    private static CallEngine engine(ScriptServer server) {
        return engine(server, Duration.ofMinutes(1));
    }

    private static CallEngine engine(ScriptServer server, Duration attemptTimeout) {
        ClientOptions options = Calls.options(server.url())
                .maxRetries(20) // more than one where an attempt is late
                .timeout(Duration.ofMinutes(1))
                .attemptTimeout(attemptTimeout)
                .timing(new ScriptedTiming(0))
                .build();
        return new CallEngine(options, SharedTransport.of(options));
    }

    @Test
    void run_stream_triesAgainUntilTheHeadersAreThere() throws Exception {
        try (ScriptServer server = new ScriptServer(response(503, "{}"), OPEN)) {
            Answer answer = engine(server, Duration.ofMillis(200)).run(Calls.CREATE.request(), true);
            Thread.sleep(250); // longer than an attempt may take, which does not count for a stream

            assertThat(answer.attempts()).isGreaterThan(1);
            assertThat(answer.response().body().readNBytes(4)).asString().isEqualTo("data");
            assertThat(server.headers("accept")).containsOnly("text/event-stream");
            answer.response().close();
            server.awaitDepartures(1);
        }
    }

    @Test
    void run_streamThatIsRefused_readsTheError() throws Exception {
        try (ScriptServer server = new ScriptServer(response(400, "{\"error\":{\"message\":\"no such model\"}}"))) {
            assertThatThrownBy(() -> engine(server).run(Calls.CREATE.request(), true))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("no such model");
        }
    }

    @Test
    void start_stream_isOpenUntilItIsClosed() throws Exception {
        try (ScriptServer server = new ScriptServer(OPEN)) {
            Answer answer = engine(server)
                    .start(Calls.CREATE.request(), true, opened -> opened)
                    .get(30, TimeUnit.SECONDS);

            assertThat(answer.response().status()).isEqualTo(200);
            assertThat(answer.response().body().readNBytes(4)).asString().isEqualTo("data");
            answer.response().close();
            server.awaitDepartures(1);
        }
    }

    @Test
    void publisher_overARealConnection_handsOutEveryEvent() throws Exception {
        String events = "data: 1\n\ndata: 2\n\n";
        try (ScriptServer server = new ScriptServer(response(200, events, "content-type: text/event-stream"));
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            List<Long> received = new CopyOnWriteArrayList<>();

            connection.stream(Calls.CREATE.request(), JsonReader::readLong)
                    .publisher()
                    .forEach(received::add)
                    .get(30, TimeUnit.SECONDS);

            assertThat(received).containsExactly(1L, 2L);
        }
    }

    @Test
    void cancel_ofAStreamThatOpens_givesItUp() throws Exception {
        try (ScriptServer server = new ScriptServer(ScriptServer.HOLD)) {
            CompletableFuture<Answer> opening = engine(server).start(Calls.CREATE.request(), true, opened -> opened);
            server.awaitRequests(1);
            opening.cancel(true);

            server.awaitDepartures(1);
        }
    }

    @Test
    void start_executorThatRefuses_closesTheAnswer() {
        AtomicBoolean closed = new AtomicBoolean();
        HttpResponse opened = new HttpResponse(200, HttpHeaders.EMPTY, new ByteArrayInputStream(new byte[1]) {
            @Override
            public void close() {
                closed.set(true);
            }
        });
        HttpTransport transport = new HttpTransport() {
            @Override
            public HttpResponse send(HttpRequest request) {
                throw new AssertionError("not a call that blocks");
            }

            @Override
            public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
                return CompletableFuture.completedFuture(opened);
            }
        };
        Executor refusing = task -> {
            throw new RejectedExecutionException("scripted");
        };
        ClientOptions options = Calls.options("http://host")
                .transport(transport)
                .executor(refusing)
                .build();
        CallEngine engine = new CallEngine(options, SharedTransport.of(options));

        assertThat(engine.start(Calls.CREATE.request(), true, answer -> answer)).isCompletedExceptionally();
        assertThat(closed).isTrue();
    }

    @Test
    void publisher_piecesThatComeLater_reachTheSubscriberInTheExecutor() throws Exception {
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
        try (RawServer server = RawServer.scripted((socket, out) -> {
                    out.write("HTTP/1.1 200 X\r\nconnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 4; i++) {
                        out.flush();
                        Thread.sleep(30);
                        out.write("data: 1\n\n".getBytes(StandardCharsets.UTF_8));
                    }
                });
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).executor(own).build())) {
            List<String> threads = new CopyOnWriteArrayList<>();
            connection.stream(Calls.CREATE.request(), JsonReader::readLong)
                    .publisher()
                    .forEach(event -> threads.add(Thread.currentThread().getName()))
                    .get(30, TimeUnit.SECONDS);

            assertThat(threads).hasSize(4).containsOnly("own");
        } finally {
            own.shutdown();
        }
    }
}
