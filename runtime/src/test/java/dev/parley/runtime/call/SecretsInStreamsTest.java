package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.event.EventPublisher;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stream whose server echoes the key in its headers shows it nowhere. */
@Timeout(120)
class SecretsInStreamsTest {
    private static final String ECHO = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
            + "x-echo: Bearer " + Calls.KEY + "\r\nx-request-id: req_" + Calls.KEY + "\r\nconnection: close\r\n\r\n"
            + "data: {\"error\":{\"message\":\"no\"}}\n\n";

    @Test
    void open_serverThatEchoesTheKeyInHeaders_masksIt() throws Exception {
        try (RawServer server = RawServer.answering(ECHO);
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build());
                EventStream<JsonValue> events = connection.stream(Calls.CREATE.request(), JsonReader::readValue)
                        .open()) {
            assertThat(events + " " + events.headers().asMap() + " " + events.requestId())
                    .contains("x-echo=[***]", "req_***")
                    .doesNotContain(Calls.KEY);
            Throwable thrown = catchThrowable(() -> events.iterator().next());
            assertThat(thrown).isInstanceOf(StreamException.class).hasMessageContaining("req_***");
            assertThat(((StreamException) thrown).requestId()).isEqualTo("req_***");
        }
    }

    @Test
    void publisher_serverThatEchoesTheKeyInHeaders_masksIt() throws Exception {
        try (RawServer server = RawServer.answering(ECHO);
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            Throwable thrown = catchThrowable(() -> connection.stream(Calls.CREATE.request(), JsonReader::readValue)
                    .publisher()
                    .forEach(event -> {})
                    .get(30, TimeUnit.SECONDS));

            assertThat(thrown).isInstanceOf(ExecutionException.class).hasMessageContaining("req_***");
            assertThat(((StreamException) thrown.getCause()).requestId()).isEqualTo("req_***");
        }
    }

    @Test
    void publisher_keysThatChange_areMaskedForEachSubscriber() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch bothOpen = new CountDownLatch(2);
        try (RawServer server = RawServer.concurrent((request, socket, out) -> {
                    String key = request.headers().get("authorization").substring(7);
                    out.write("HTTP/1.1 200 X\r\nconnection: close\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    bothOpen.countDown();
                    bothOpen.await();
                    Thread.sleep(100); // so that the client has most likely seen both answers; true either way
                    out.write(("data: {\"error\":\"bad " + key + "\"}\n\n").getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    return false;
                });
                ApiConnection connection = new ApiConnection(Calls.options(server.url())
                        .credential(() -> "sk-rotating-" + calls.incrementAndGet())
                        .build())) {
            EventPublisher<JsonValue> publisher = connection.stream(Calls.CREATE.request(), JsonReader::readValue)
                    .publisher();
            List<CompletableFuture<Void>> ends =
                    List.of(publisher.forEach(event -> {}), publisher.forEach(event -> {}));
            for (CompletableFuture<Void> end : ends) {
                assertThat(catchThrowable(() -> end.get(30, TimeUnit.SECONDS)))
                        .hasMessageContaining("bad ***")
                        .hasMessageNotContaining("rotating");
            }
        }
    }
}
