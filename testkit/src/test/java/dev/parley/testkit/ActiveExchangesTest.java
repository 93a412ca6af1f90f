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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which requests the server says that it is answering. */
@Timeout(120)
class ActiveExchangesTest {

    private static final String ASK = "{\"model\":\"m\",\"input\":\"Hello\",\"stream\":true}";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConversationsServer server = ConversationsServer.start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void neverAnswer_request_waitsUntilTheServerIsClosed() throws Exception {
        server.failNext(Fault.neverAnswer());
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(post("/conversations", "{}"), BodyHandlers.ofString());
        await(() -> server.activeExchanges() == 1);

        assertThatThrownBy(() -> answer.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(server.activeExchanges()).isEqualTo(1);
        server.close();
        await(() -> server.activeExchanges() == 0);
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

            await(() -> slow.activeExchanges() == 0);
        }
    }

    @Test
    void close_streamUnderWay_breaksIt() throws Exception {
        server.failNextStream(StreamFault.stallAfter(1));
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(post("/responses", ASK), BodyHandlers.ofString());
        await(() -> server.activeExchanges() == 1);

        server.close();

        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }

    @Test
    void activeExchanges_requestThatIsNotReceivedWhole_doesNotCountUntilItIsRecorded() throws Exception {
        server.failNext(Fault.neverAnswer());
        try (Socket socket = connect()) {
            // The server says that it is ready for the body right before it hands the request on.
            write(socket, head("/v1/conversations", 2) + "Expect: 100-continue\r\n\r\n");
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
            write(socket, "{");

            assertThat(holdsFor200Milliseconds(() -> server.activeExchanges() == 0))
                    .isTrue();
            assertThat(server.requests()).isEmpty();

            write(socket, "}");
            await(() -> server.activeExchanges() == 1);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void activeExchanges_clientThatGoesAwayWithHalfARequest_leavesNothing() throws Exception {
        try (Socket socket = connect()) {
            write(socket, head("/v1/conversations", 2) + "Expect: 100-continue\r\n\r\n");
            assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
            write(socket, "{");
        }

        assertThat(holdsFor200Milliseconds(() -> server.activeExchanges() == 0)).isTrue();
        assertThat(server.requests()).isEmpty();
        assertThat(new PlainClient(server).post("/conversations", "{}").status())
                .isEqualTo(200);
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", URI.create(server.baseUrl()).getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    /** The head of a request, to which further headers and an empty line are to be added. */
    private static String head(String path, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\n";
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the end of 30 s").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static boolean holdsFor200Milliseconds(BooleanSupplier condition) throws InterruptedException {
        for (int turn = 0; turn < 40; turn++) {
            if (!condition.getAsBoolean()) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return true;
    }
}
