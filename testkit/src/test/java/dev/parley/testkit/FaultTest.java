package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultTest {

    private static final String ASK = "{\"model\":\"m\",\"input\":\"Hello\",\"stream\":true}";

    private final HttpClient http = HttpClient.newHttpClient();
    private ConversationsServer server;
    private PlainClient client;

    @BeforeEach
    void start() {
        server = ConversationsServer.builder()
                .model(request -> ModelAnswer.text(request.lastUserText() + " word".repeat(2_000)))
                .start();
        client = new PlainClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void failNext_answersAndFaults_comeInTheOrderGiven() {
        server.failNext(Fault.answer(503, "", Map.of("Retry-After", "1", "x-should-retry", "false")));
        server.failNext(429, "", Map.of("retry-after-ms", "5"));
        server.failNext(Fault.drip(Duration.ZERO));

        PlainClient.Reply first = client.post("/conversations", "{}");

        assertThat(first.status()).isEqualTo(503);
        assertThat(first.header("retry-after")).isEqualTo("1");
        assertThat(first.header("x-should-retry")).isEqualTo("false");
        assertThat(client.post("/conversations", "{}").header("retry-after-ms")).isEqualTo("5");
        assertThat(client.post("/conversations", "{}").text("object")).isEqualTo("conversation");
    }

    @Test
    void dropConnection_request_isNotDone() {
        String conversation = client.conversation("{}");
        server.failNext(Fault.dropConnection());

        assertThatThrownBy(() -> send(
                        "/conversations/" + conversation + "/items",
                        "{\"items\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isInstanceOf(IOException.class);
        assertThat(server.items(conversation)).isEmpty();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void loseAnswer_request_isDone() {
        String conversation = client.conversation("{}");
        server.failNext(Fault.loseAnswer());

        assertThatThrownBy(() -> send(
                        "/conversations/" + conversation + "/items",
                        "{\"items\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isInstanceOf(IOException.class);
        assertThat(server.items(conversation)).hasSize(1);
    }

    @Test
    void neverAnswer_request_waitsUntilTheServerIsClosed() throws Exception {
        server.failNext(Fault.neverAnswer());
        HttpRequest impatient = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/conversations/c"))
                .timeout(Duration.ofMillis(200))
                .build();

        assertThatThrownBy(() -> http.send(impatient, BodyHandlers.discarding()))
                .isInstanceOf(HttpTimeoutException.class);
        assertThat(server.activeExchanges()).isEqualTo(1);
        server.close();
        assertThat(within10Seconds(() -> server.activeExchanges() == 0)).isTrue();
    }

    @Test
    void halfBody_answer_breaksOff() throws Exception {
        server.failNext(Fault.halfBody());
        HttpResponse<InputStream> response = http.send(post("/conversations", "{}"), BodyHandlers.ofInputStream());

        long promised = response.headers().firstValueAsLong("content-length").orElse(0);
        try (InputStream body = response.body()) {
            assertThat(body.readNBytes((int) promised / 2)).hasSize((int) promised / 2);
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void halfBody_stream_breaksOff() {
        server.failNext(Fault.halfBody());

        assertThatThrownBy(() -> send("/responses", ASK)).isInstanceOf(IOException.class);
    }

    @Test
    void drip_body_arrivesWholeInTheEnd() throws Exception {
        server.failNext(Fault.drip(Duration.ofMillis(1)));

        HttpResponse<String> response = send("/conversations", "{}");

        assertThat(response.body()).startsWith("{\"id\":\"conv_").endsWith("}");
        assertThat(response.headers().firstValue("content-length")).isPresent();
    }

    @Test
    void pause_negative_isRefused() {
        assertThatThrownBy(() -> Fault.drip(Duration.ofMillis(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ConversationsServer.builder().streamPause(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StreamFault.disconnectAfter(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void streamDisconnect_afterEvents_cutsWithoutAnEnd() throws Exception {
        server.failNextStream(StreamFault.disconnectAfter(3));

        // The JDK's client drops what it has received when it learns of the cut, so this reads the socket.
        String received = raw("/v1/responses", ASK);

        assertThat(received)
                .contains("event: response.created\n", "event: response.in_progress\n")
                .endsWith("}}\n\n\r\n")
                .contains("event: response.output_item.added\n")
                .doesNotContain("content_part", "\r\n0\r\n");
    }

    @Test
    void streamDisconnect_beyondTheEnd_cutsAfterTheLastEvent() {
        server.failNextStream(StreamFault.disconnectAfter(Integer.MAX_VALUE));

        assertThatThrownBy(() -> send("/responses", ASK)).isInstanceOf(IOException.class);
    }

    @Test
    void streamError_afterEvents_isTheLastEvent() {
        server.failNextStream(StreamFault.errorAfter(2, "server_error", "broken"));

        PlainClient.Reply reply = client.post("/responses", ASK);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(StreamedEvent.names(StreamedEvent.read(reply.body())))
                .containsExactly("response.created", "response.in_progress", "error");
        assertThat(reply.body())
                .endsWith("event: error\ndata: {\"type\":\"error\",\"code\":\"server_error\",\"message\":\"broken\","
                        + "\"param\":null,\"sequence_number\":2}\n\n");
    }

    @Test
    void streamMalformed_afterEvents_goesOnBehindIt() {
        server.failNextStream(StreamFault.malformedAfter(1));

        String[] events = client.post("/responses", ASK).body().split("\n\n");

        assertThat(events[0]).startsWith("event: response.created\n");
        assertThat(events[1]).endsWith("\"delta\":");
        assertThat(events[2]).startsWith("event: response.in_progress\n");
        assertThat(events[events.length - 1]).startsWith("event: response.completed\n");
    }

    @Test
    void streamFault_requestWithoutStream_isLeftAlone() {
        server.failNextStream(StreamFault.errorAfter(0, "c", "m"));

        assertThat(client.post("/conversations", "{}").status()).isEqualTo(200);
        List<StreamedEvent> events =
                StreamedEvent.read(client.post("/responses", ASK).body());
        assertThat(StreamedEvent.names(events)).containsExactly("error");
        assertThat(events.get(0).text("sequence_number")).isEqualTo("0");
    }

    @Test
    void activeExchanges_clientThatGoesAway_areLetGo() throws Exception {
        try (ConversationsServer slow = ConversationsServer.builder()
                .model(request -> ModelAnswer.text("word ".repeat(10_000)))
                .streamPause(Duration.ofMillis(2))
                .start()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(slow.baseUrl() + "/responses"))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(ASK))
                    .build();
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            assertThat(slow.activeExchanges()).isEqualTo(1);

            response.body().close();

            assertThat(within10Seconds(() -> slow.activeExchanges() == 0)).isTrue();
        }
    }

    @Test
    void close_streamUnderWay_breaksIt() throws Exception {
        server.failNextStream(StreamFault.stallAfter(1));
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(post("/responses", ASK), BodyHandlers.ofString());
        assertThat(within10Seconds(() -> server.activeExchanges() == 1)).isTrue();

        server.close();

        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        return http.send(post(path, body), BodyHandlers.ofString());
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    /** Everything that the server sends until it closes the connection. */
    private String raw(String path, String body) throws IOException {
        try (Socket socket =
                new Socket("127.0.0.1", URI.create(server.baseUrl()).getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean within10Seconds(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return condition.getAsBoolean();
    }
}
