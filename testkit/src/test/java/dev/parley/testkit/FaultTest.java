package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
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
    void halfBody_answer_breaksOff() throws Exception {
        server.failNext(Fault.halfBody());

        // The JDK's client drops what it has received when it learns of the cut, so this reads the socket.
        String received = raw("/v1/conversations", "{}");

        String[] parts = received.split("\r\n\r\n", 2);
        Matcher promised = Pattern.compile("(?im)^content-length: *(\\d+)$").matcher(parts[0].replace("\r", ""));
        assertThat(promised.find()).as(parts[0]).isTrue();
        assertThat(parts[1]).startsWith("{\"id\":").hasSize(Integer.parseInt(promised.group(1)) / 2);
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
            socket.setSoTimeout(30_000);
            String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: " + body.length() + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
