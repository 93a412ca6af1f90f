package dev.parley.runtime.call;

import static dev.parley.runtime.call.ScriptServer.HOLD;
import static dev.parley.runtime.call.ScriptServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.error.ServerException;
import dev.parley.runtime.error.TimeoutException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that do not block: what cancelling ends, and what they cost while they wait. */
@Timeout(120)
class AsyncCallTest {

    /** Hands out a future of the test's own; nothing is sent. */
    private record Handing(CompletableFuture<HttpResponse> sent) implements HttpTransport {
        @Override
        public HttpResponse send(HttpRequest request) {
            throw new AssertionError("not a call that blocks");
        }

        @Override
        public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
            return sent;
        }
    }

    /** A pause between attempts that ends when the test says so. */
    private static final class HeldPause implements Timing {
        private final CompletableFuture<@Nullable Void> begun = new CompletableFuture<>();
        private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public double random() {
            return 0.5;
        }

        @Override
        public void sleep(long nanos) {
            throw new AssertionError("not a call that blocks");
        }

        @Override
        public CompletableFuture<@Nullable Void> after(long nanos) {
            begun.complete(null);
            return end;
        }
    }

    private static void assertGivenUp(String script, Consumer<CompletableFuture<?>> giveUp) throws Exception {
        try (ScriptServer server = new ScriptServer(script);
                ApiConnection connection = new ApiConnection(Calls.options(server.url())
                        .maxRetries(2)
                        .timeout(Duration.ofMinutes(1))
                        .build())) {
            CompletableFuture<String> future = connection
                    .call(Calls.retrieve(), JsonReader::readValue)
                    .map(JsonValue::toJson)
                    .executeAsync();
            server.awaitRequests(1);
            Thread.sleep(50); // so that the body is most likely begun; true either way
            giveUp.accept(future);

            server.awaitDepartures(1);
            ScriptServer.await(future::isDone, "the future");
            assertThat(server.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {HOLD, "HTTP/1.1 200 X\r\ncontent-length: 9\r\n\r\n{" + HOLD})
    void cancel_whileWaiting_givesUpTheExchange(String script) throws Exception {
        assertGivenUp(script, future -> assertThat(future.cancel(true)).isTrue());
    }

    @Test
    void cancel_ofADerivedFuture_givesUpTheExchange() throws Exception {
        assertGivenUp(
                HOLD,
                future -> future.thenApply(value -> value).thenApply(value -> 1).cancel(false));
    }

    @Test
    void orTimeout_onTheFuture_givesUpTheExchange() throws Exception {
        assertGivenUp(
                HOLD,
                future -> assertThatThrownBy(
                                () -> future.orTimeout(1, TimeUnit.MILLISECONDS).get())
                        .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class));
    }

    @Test
    void cancel_duringAPause_sendsNothingMore() throws Exception {
        HeldPause timing = new HeldPause();
        try (ScriptServer server = new ScriptServer(response(500, "{}"));
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).maxRetries(2).timing(timing).build())) {
            CompletableFuture<?> future = connection.call(Calls.retrieve()).sendAsync();
            timing.begun.get(30, TimeUnit.SECONDS);
            future.cancel(true);
            timing.end.complete(null);
            Thread.sleep(100); // time for what must not be sent

            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void sendAsync_manyCallsThatTheServerHolds_takeNoThreadEach() throws Exception {
        int calls = 200;
        ExecutorService one = Executors.newSingleThreadExecutor();
        HttpClient client = HttpClient.newBuilder().executor(one).build();
        try (ScriptServer server = new ScriptServer(HOLD);
                JdkHttpTransport transport = JdkHttpTransport.of(client);
                ApiConnection connection = new ApiConnection(Calls.options(server.url())
                        .transport(transport)
                        .executor(one)
                        .timeout(Duration.ofMinutes(1))
                        .build())) {
            long before = threads();
            List<CompletableFuture<?>> futures = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                futures.add(connection.call(Calls.retrieve()).sendAsync());
            }
            server.awaitRequests(calls);

            assertThat(threads() - before).isLessThan(calls / 4);
            futures.forEach(future -> future.cancel(true));
            server.awaitDepartures(calls);
        } finally {
            one.shutdown();
        }
    }

    /** Returns how many threads there are beside those of the server. */
    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().equals("script-server"))
                .count();
    }

    @Test
    @SuppressWarnings("try") // closed by hand is what it is about
    void executeAsync_failures_comeAsTheyAreAndNothingIsThrown() throws Exception {
        try (ScriptServer server = new ScriptServer(response(404, "{}"), response(200, "nope"));
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            ApiCall<JsonValue> call = connection.call(Calls.retrieve(), JsonReader::readValue);

            assertThat(failure(call.executeAsync())).isInstanceOf(NotFoundException.class);
            assertThat(failure(call.executeAsync())).isInstanceOf(DecodingException.class);
            assertThat(failure(connection.call(Calls.RETRIEVE.request()).sendAsync()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("conversation_id");
            connection.close();
            assertThat(failure(call.executeAsync())).isInstanceOf(IllegalStateException.class);
        }
    }

    private static Throwable failure(CompletableFuture<?> future) throws Exception {
        try {
            future.get(30, TimeUnit.SECONDS);
            throw new AssertionError("no failure");
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }

    @Test
    void executeAsync_decoding_runsInTheExecutor() throws Exception {
        ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
        try (ScriptServer server = new ScriptServer(response(200, "{}"));
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).executor(own).build())) {
            CompletableFuture<String> name = connection
                    .call(Calls.retrieve(), in -> {
                        in.readValue();
                        return Thread.currentThread().getName();
                    })
                    .executeAsync();

            assertThat(name.get(30, TimeUnit.SECONDS)).isEqualTo("own");
        } finally {
            own.shutdown();
        }
    }

    @Test
    void executeAsync_executorThatRefuses_fails() throws Exception {
        Executor refusing = task -> {
            throw new RejectedExecutionException("scripted");
        };
        HttpTransport transport = new Handing(CompletableFuture.failedFuture(new IOException("scripted")));
        ClientOptions options = Calls.options("http://host")
                .transport(transport)
                .executor(refusing)
                .build();
        try (ApiConnection connection = new ApiConnection(options)) {
            assertThat(failure(connection.call(Calls.retrieve()).sendAsync()))
                    .isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void timeout_transportThatKeepsNone_endsTheCallAndTheExchange() throws Exception {
        CompletableFuture<HttpResponse> sent = new CompletableFuture<>();
        ClientOptions options = Calls.options("http://host")
                .transport(new Handing(sent))
                .timeout(Duration.ofMillis(100))
                .build();
        try (ApiConnection connection = new ApiConnection(options)) {
            assertThat(failure(connection.call(Calls.retrieve()).sendAsync())).isInstanceOf(TimeoutException.class);
            ScriptServer.await(sent::isCancelled, "the exchange to be cancelled");
        }
    }

    @Test
    void cancel_responseThatArrivesLate_isClosed() throws Exception {
        AtomicBoolean closed = new AtomicBoolean();
        CompletableFuture<HttpResponse> sent = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean interrupt) {
                return false; // a transport that cannot give up
            }
        };
        ClientOptions options =
                Calls.options("http://host").transport(new Handing(sent)).build();
        try (ApiConnection connection = new ApiConnection(options)) {
            connection.call(Calls.retrieve()).sendAsync().cancel(true);
            sent.complete(new HttpResponse(200, HttpHeaders.EMPTY, new ByteArrayInputStream(new byte[0]) {
                @Override
                public void close() {
                    closed.set(true);
                }
            }));

            ScriptServer.await(closed::get, "the response to be closed");
        }
    }

    @Test
    @SuppressWarnings("try") // closed by hand is what it is about
    void close_duringACall_letsTheAttemptEndAndMakesNoOther() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = RawServer.scripted((socket, out) -> {
                    closed.await(30, TimeUnit.SECONDS);
                    out.write(response(500, "{}", "retry-after-ms: 1").getBytes(StandardCharsets.UTF_8));
                });
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).maxRetries(2).build())) {
            CompletableFuture<?> future = connection.call(Calls.retrieve()).sendAsync();
            server.awaitRequest();
            connection.close();
            closed.countDown();

            Throwable thrown = failure(future);
            assertThat(thrown).isInstanceOfAny(TransportException.class, ServerException.class);
            assertThat(server.received()).hasSize(1);
        }
    }
}
