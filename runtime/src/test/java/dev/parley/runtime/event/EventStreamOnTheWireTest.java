package dev.parley.runtime.event;

import static dev.parley.runtime.event.Answers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.JdkHttpTransport;
import dev.parley.runtime.http.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams over a real connection. */
@Timeout(120)
class EventStreamOnTheWireTest {
    static final String HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";

    private final JdkHttpTransport transport = JdkHttpTransport.create(Duration.ofSeconds(10));

    @AfterEach
    void closeTransport() {
        transport.close();
    }

    @Test
    void next_whileTheServerStillSends_givesEachEventAsItComes() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)));
            firstSeen.await(30, TimeUnit.SECONDS);
            write(out, chunk(event(2)) + "0\r\n\r\n");
        })) {
            Iterator<Integer> events = open(server).iterator();

            assertThat(events.next()).isEqualTo(1);
            firstSeen.countDown();
            assertThat(events.next()).isEqualTo(2);
            assertThat(events.hasNext()).isFalse();
        }
    }

    @Test
    void hasNext_atDone_givesUpAConnectionThatTheServerKeepsOpen() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)) + chunk("data: [DONE]\n\n"));
            awaitEnd(socket);
        })) {
            assertThat(open(server)).containsExactly(1);
            server.awaitDisconnect();
        }
    }

    @Test
    void close_afterAnEarlyBreak_givesUpTheConnection() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1) + event(2)));
            awaitEnd(socket);
        })) {
            try (EventStream<Integer> stream = open(server)) {
                for (int event : stream) {
                    assertThat(event).isEqualTo(1);
                    break;
                }
            }
            server.awaitDisconnect();
        }
    }

    @Test
    void next_atABrokenLine_givesUpTheConnection() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk("data: {broken\n\n"));
            awaitEnd(socket);
        })) {
            Iterator<Integer> events = open(server).iterator();
            assertThatThrownBy(events::next).isInstanceOf(DecodingException.class);
            server.awaitDisconnect();
        }
    }

    @Test
    void next_whenTheServerGoesAwayInMidStream_throwsTransportException() throws Exception {
        CountDownLatch firstSeen = new CountDownLatch(1);
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)));
            firstSeen.await(30, TimeUnit.SECONDS); // a reset may overtake what was sent before it
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            Iterator<Integer> events = open(server).iterator();
            assertThat(events.next()).isEqualTo(1);
            firstSeen.countDown();

            assertThatThrownBy(events::next).isInstanceOf(TransportException.class);
        }
    }

    @Test
    void next_whenAChunkedAnswerHasNoEnd_throwsTransportException() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> write(out, HEAD + chunk(event(1))))) {
            EventStream<Integer> stream = open(server);

            assertThatThrownBy(() -> stream.forEach(event -> {})).isInstanceOf(TransportException.class);
        }
    }

    @Test
    void close_whileAnotherThreadWaitsForAnEvent_wakesItWithAnException() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)));
            awaitEnd(socket);
        })) {
            EventStream<Integer> stream = open(server);
            CountDownLatch waiting = new CountDownLatch(1);
            CompletableFuture<Boolean> next = CompletableFuture.supplyAsync(
                    () -> {
                        Iterator<Integer> events = stream.iterator();
                        events.next();
                        waiting.countDown();
                        return events.hasNext();
                    },
                    task -> new Thread(task).start());
            waiting.await();

            stream.close();

            assertThatThrownBy(() -> next.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("closed");
            server.awaitDisconnect();
        }
    }

    @Test
    void next_whenTheThreadIsInterrupted_throwsAndGivesUpTheConnection() throws Exception {
        try (RawServer server = RawServer.scripted((socket, out) -> {
            write(out, HEAD + chunk(event(1)));
            awaitEnd(socket);
        })) {
            Iterator<Integer> events = open(server).iterator();
            events.next();
            Thread.currentThread().interrupt();

            assertThatThrownBy(events::next).isInstanceOf(TransportException.class);
            assertThat(Thread.interrupted()).isTrue();
            server.awaitDisconnect();
        }
    }

    static String chunk(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Integer.toHexString(bytes.length) + "\r\n" + text + "\r\n";
    }

    static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** Keeps the connection until the client gives it up. */
    static void awaitEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // what a client sends after its request is of no interest
        }
    }

    private EventStream<Integer> open(RawServer server) throws IOException, InterruptedException {
        HttpRequest request = new HttpRequest(
                "GET", URI.create(server.url() + "/events"), HttpHeaders.EMPTY, null, Duration.ofSeconds(30));
        return Answers.stream(transport.send(request));
    }
}
