package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static dev.parley.runtime.event.EventStreamOnTheWireTest.HEAD;
import static dev.parley.runtime.event.EventStreamOnTheWireTest.awaitEnd;
import static dev.parley.runtime.event.EventStreamOnTheWireTest.chunk;
import static dev.parley.runtime.event.EventStreamOnTheWireTest.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.RawServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publishers over a real connection of {@code java.net.http}. */
@Timeout(120)
class EventPublisherOnTheWireTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void forEach_overAConnection_getsTheEventsUntilDone() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)) + chunk(event(2).substring(0, 9)));
            write(out, chunk(event(2).substring(9)) + chunk("data: [DONE]\n\n"));
            awaitEnd(socket);
        })) {
            List<Integer> seen = new CopyOnWriteArrayList<>();

            publisher(server).forEach(seen::add).get(30, TimeUnit.SECONDS);

            assertThat(seen).containsExactly(1, 2);
            server.awaitDisconnect();
        }
    }

    @Test
    void forEach_thatIsCancelledInMidStream_givesUpTheConnection() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)));
            awaitEnd(socket);
        })) {
            CountDownLatch first = new CountDownLatch(1);
            CompletableFuture<Void> done = publisher(server).forEach(event -> first.countDown());
            assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();

            done.cancel(true);

            server.awaitDisconnect();
        }
    }

    @Test
    void forEach_whenTheServerGoesAway_failsWithTransportException() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)));
            socket.close();
        })) {
            CompletableFuture<Void> done = publisher(server).forEach(event -> {});

            assertThatThrownBy(() -> done.get(30, TimeUnit.SECONDS)).cause().isInstanceOf(TransportException.class);
        }
    }

    private EventPublisher<Integer> publisher(RawServer server) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.url() + "/events")).build();
        return new EventPublisher<>(
                () -> client.sendAsync(request, BodyHandlers.ofPublisher())
                        .<HttpResponse>thenApply(answer -> Answers.pushed(Answers.HEADERS, answer.body())),
                Answers::number,
                Answers::failure,
                ForkJoinPool.commonPool());
    }
}
