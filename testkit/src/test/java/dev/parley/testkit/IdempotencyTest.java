package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private static final String ITEMS = "{\"items\":[{\"role\":\"user\",\"content\":\"x\"}]}";

    private ConversationsServer server;
    private PlainClient client;

    @BeforeEach
    void start() {
        server = ConversationsServer.start();
        client = new PlainClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void key_again_replaysTheAnswer() {
        String conversation = client.conversation("{}");
        String path = "/conversations/" + conversation + "/items";

        PlainClient.Reply first = post(path, "key-1", ITEMS);
        PlainClient.Reply again = post(path, "key-1", ITEMS);
        PlainClient.Reply other = post(path, "key-2", ITEMS);

        assertThat(first.header("idempotent-replayed")).isEmpty();
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("idempotent-replayed")).isEqualTo("true");
        assertThat(again.header("x-request-id")).isNotEqualTo(first.header("x-request-id"));
        assertThat(other.body()).isNotEqualTo(first.body());
        assertThat(server.items(conversation)).hasSize(2);
        assertThat(server.requests().get(2).header("Idempotency-Key")).isEqualTo("key-1");
    }

    @Test
    void key_streamAgain_replaysTheEvents() {
        String body = "{\"model\":\"m\",\"input\":\"x\",\"stream\":true}";

        assertThat(post("/responses", "key", body).body())
                .isEqualTo(post("/responses", "key", body).body());
    }

    @Test
    void key_afterALostAnswer_doesNotDoItTwice() {
        String conversation = client.conversation("{}");
        String path = "/conversations/" + conversation + "/items";
        server.failNext(Fault.loseAnswer());
        HttpClient http = HttpClient.newHttpClient();

        assertThatThrownBy(() -> http.send(request(path, "key", ITEMS).build(), BodyHandlers.discarding()))
                .isInstanceOf(IOException.class);
        PlainClient.Reply retried = post(path, "key", ITEMS);

        assertThat(retried.header("idempotent-replayed")).isEqualTo("true");
        assertThat(server.items(conversation)).containsExactlyElementsOf(retried.data());
    }

    @Test
    void key_refusedRequest_isNotKept() {
        server.failNext(500, "{}", Map.of());

        assertThat(post("/conversations", "key", "{}").status()).isEqualTo(500);
        assertThat(post("/conversations", "key", "{\"x\":1}").status()).isEqualTo(400);
        assertThat(post("/conversations", "key", "{}").status()).isEqualTo(200);
    }

    @Test
    void key_forAnotherRequest_isRefused() {
        post("/conversations", "key", "{}");

        PlainClient.Reply body = post("/conversations", "key", "{\"metadata\":{}}");
        PlainClient.Reply path = post("/responses", "key", "{}");

        assertThat(body.status()).isEqualTo(400);
        assertThat(body.error("type")).isEqualTo("\"idempotency_error\"");
        assertThat(path.error("code")).isEqualTo("\"idempotency_key_reused\"");
    }

    private PlainClient.Reply post(String path, String key, String body) {
        return client.send(request(path, key, body));
    }

    private HttpRequest.Builder request(String path, String key, String body) {
        return client.request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body));
    }
}
