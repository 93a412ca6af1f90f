package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationsServerTest {

    private static final JsonObject REASONING = (JsonObject) JsonValue.parse("{\"type\":\"reasoning\",\"summary\":[]}");

    @Test
    void baseUrl_started_isLoopbackWithVersion() {
        try (ConversationsServer server = ConversationsServer.start()) {
            assertThat(server.baseUrl()).matches("http://127\\.0\\.0\\.1:[1-9]\\d*/v1");
            assertThat(server).hasToString("ConversationsServer[" + server.baseUrl() + "]");
        }
    }

    @Test
    void close_running_stopsListening() {
        ConversationsServer server = ConversationsServer.start();
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/conversations"))
                .build();
        server.close();
        server.close();

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()))
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void threads_whileServing_areDaemons() {
        try (ConversationsServer server = ConversationsServer.start()) {
            new PlainClient(server).conversation("{}");

            List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("conversations-server")
                            || thread.getName().equals("HTTP-Dispatcher"))
                    .toList();

            assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);
        }
    }

    @Test
    void port_taken_isNamed() {
        try (ConversationsServer server = ConversationsServer.start()) {
            int port = URI.create(server.baseUrl()).getPort();

            assertThatThrownBy(() -> ConversationsServer.builder().port(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void port_outOfRange_isRefused(int port) {
        assertThatThrownBy(() -> ConversationsServer.builder().port(port))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void seedAndClock_same_repeatTheAnswers() {
        assertThat(transcript(7)).isEqualTo(transcript(7)).isNotEqualTo(transcript(8));
    }

    @Test
    void apiKey_required_letsOnlyItsBearerIn() {
        try (ConversationsServer server =
                ConversationsServer.builder().apiKey("sk-test").start()) {
            assertThat(authorized(server, "Bearer sk-test").status()).isEqualTo(200);
            assertThat(authorized(server, "bearer sk-test").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"Bearer sk-wrong, \"invalid_api_key\"", "Basic sk-test, null", "'', null"})
    void apiKey_wrongOrMissing_isRefusedWithoutRepeatingIt(String authorization, String code) {
        try (ConversationsServer server =
                ConversationsServer.builder().apiKey("sk-test").start()) {
            PlainClient.Reply reply = authorized(server, authorization);

            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.error("type")).isEqualTo("\"invalid_request_error\"");
            assertThat(reply.error("code")).isEqualTo(code);
            assertThat(reply.body()).doesNotContain("sk-");
        }
    }

    @Test
    void requests_afterCalls_holdWhatWasSent() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String id = client.conversation("{\"metadata\":{\"k\":\"\u00fc\"}}");
            client.get("/conversations/" + id + "/items?limit=2&include%5B%5D=reasoning.encrypted_content");

            List<RecordedRequest> requests = server.requests();

            assertThat(requests).hasSize(2);
            assertThat(requests.get(0).method()).isEqualTo("POST");
            assertThat(requests.get(0).target()).isEqualTo("/v1/conversations");
            assertThat(requests.get(0).header("Content-Type")).isEqualTo("application/json");
            assertThat(requests.get(0).json()).hasToString("{\"metadata\":{\"k\":\"\u00fc\"}}");
            assertThat(requests.get(1).target())
                    .isEqualTo("/v1/conversations/" + id + "/items?limit=2&include%5B%5D=reasoning.encrypted_content");
            assertThat(requests.get(1).body()).isEmpty();
            assertThat(requests.get(1).header("content-type")).isNull();
        }
    }

    @Test
    void requests_credentials_areMasked() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            client.send(client.request("/conversations/c")
                    .header("Authorization", "Bearer sk-secret")
                    .header("api-key", "sk-secret")
                    .header("Cookie", "session=sk-secret")
                    .header("OpenAI-Organization", "org-1"));

            RecordedRequest request = server.requests().get(0);

            assertThat(request.header("Authorization")).isEqualTo("Bearer ***");
            assertThat(request.header("openai-organization")).isEqualTo("org-1");
            assertThat(request.toString()).doesNotContain("sk-secret");
        }
    }

    @Test
    void failNext_severalTimes_failsThatManyRequestsInOrder() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            server.failNext(429, "{\"error\":{\"message\":\"slow down\"}}", Map.of("Retry-After", "1"));
            server.failNext(502, "<html>", Map.of("Content-Type", "text/html", "X-Request-Id", "req_proxy"));

            PlainClient.Reply limited = client.post("/conversations", "{}");
            PlainClient.Reply broken = client.post("/conversations", "{}");
            PlainClient.Reply healthy = client.post("/conversations", "{}");

            assertThat(limited.status()).isEqualTo(429);
            assertThat(limited.header("retry-after")).isEqualTo("1");
            assertThat(limited.header("x-request-id")).startsWith("req_");
            assertThat(limited.error("message")).isEqualTo("\"slow down\"");
            assertThat(broken.status()).isEqualTo(502);
            assertThat(broken.body()).isEqualTo("<html>");
            assertThat(broken.header("content-type")).isEqualTo("text/html");
            assertThat(broken.header("x-request-id")).isEqualTo("req_proxy");
            assertThat(healthy.status()).isEqualTo(200);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void failNext_emptyBody_sendsNone() {
        try (ConversationsServer server = ConversationsServer.start()) {
            server.failNext(503, "", Map.of());

            PlainClient.Reply reply = new PlainClient(server).get("/conversations/c");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {199, 600})
    void failNext_statusOutOfRange_isRefused(int status) {
        try (ConversationsServer server = ConversationsServer.start()) {
            assertThatThrownBy(() -> server.failNext(status, "", Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(String.valueOf(status));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void failNext_statusWithoutBody_sendsNone(int status) {
        try (ConversationsServer server = ConversationsServer.start()) {
            server.failNext(status, "unsent", Map.of());

            PlainClient.Reply reply = new PlainClient(server).get("/conversations/c");

            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void failNext_headerWithLineBreak_isRefusedAtOnce() {
        try (ConversationsServer server = ConversationsServer.start()) {
            assertThatThrownBy(() -> server.failNext(500, "", Map.of("retry-after", "1\r\nx: y")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(new PlainClient(server).post("/conversations", "{}").status())
                    .isEqualTo(200);
        }
    }

    @Test
    void clock_thatFails_isAnsweredAsServerError() {
        Clock broken = new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw new IllegalStateException("no time");
            }
        };
        try (ConversationsServer server =
                ConversationsServer.builder().clock(broken).start()) {
            PlainClient.Reply reply = new PlainClient(server).post("/conversations", "{}");

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.error("type")).isEqualTo("\"server_error\"");
            assertThat(reply.error("message")).contains("no time");
        }
    }

    @Test
    void seedItem_withoutIdentifier_getsThatOfAResponseItem() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String conversation = client.conversation("{}");

            JsonObject stored = server.seedItem(conversation, REASONING);

            assertThat(stored.get("id"))
                    .isInstanceOfSatisfying(
                            JsonString.class,
                            id -> assertThat(id.value())
                                    .matches("rs_[0-9a-f]{50}")
                                    .startsWith("rs_" + conversation.substring(conversation.length() - 16) + "00"));
            assertThat(client.get("/conversations/" + conversation + "/items").data())
                    .containsExactly(stored);
        }
    }

    @Test
    void seedItem_unknownType_isAnsweredUnchanged() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String conversation = client.conversation("{}");
            String json = "{\"zeta\":1.50,\"type\":\"x_new\",\"id\":\"xn_1\",\"alpha\":{\"b\":null,\"a\":1e2}}";

            server.seedItem(conversation, (JsonObject) JsonValue.parse(json));

            assertThat(client.get("/conversations/" + conversation + "/items/xn_1")
                            .body())
                    .isEqualTo(json);
        }
    }

    @Test
    void seedItem_badArguments_areRefusedWithTheirPlace() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String conversation = client.conversation("{}");
            JsonObject taken = REASONING.with("id", new JsonString("rs_1"));
            server.seedItem(conversation, taken);

            assertThatThrownBy(() -> server.seedItem("conv_none", REASONING))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("conv_none");
            assertThatThrownBy(() -> server.seedItem(conversation, JsonObject.EMPTY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("item.type");
            assertThatThrownBy(() -> server.seedItem(conversation, REASONING.with("id", JsonValue.from(1))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("item.id");
            assertThatThrownBy(() -> server.seedItem(conversation, taken))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("rs_1");
            client.delete("/conversations/" + conversation);
            assertThatThrownBy(() -> server.seedItem(conversation, REASONING))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("deleted");
        }
    }

    @Test
    void items_unknownConversation_isRefused() {
        try (ConversationsServer server = ConversationsServer.start()) {
            assertThatThrownBy(() -> server.items("conv_none"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("conv_none");
        }
    }

    @Test
    void requests_inParallel_allAddTheirItem() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            String conversation = client.conversation("{}");

            IntStream.range(0, 40)
                    .parallel()
                    .forEach(index -> client.add(conversation, "[{\"role\":\"user\",\"content\":\"x\"}]"));

            assertThat(server.items(conversation)).hasSize(40);
            assertThat(server.requests()).hasSize(41);
        }
    }

    @Test
    void requests_oneAfterTheOther_areNotHeldUp() {
        try (ConversationsServer server = ConversationsServer.start()) {
            PlainClient client = new PlainClient(server);
            client.conversation("{}");
            long least = Long.MAX_VALUE;

            for (int index = 0; index < 100; index++) {
                long started = System.nanoTime();
                client.conversation("{\"metadata\":{\"k\":\"v\"}}");
                least = Math.min(least, System.nanoTime() - started);
            }

            // With Nagle's algorithm against delayed acknowledgements every answer would take 40 ms; on a machine that
            // is busy some do for other reasons.
            assertThat(Duration.ofNanos(least)).isLessThan(Duration.ofMillis(30));
        }
    }

    private static String transcript(long seed) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(1_782_518_134), ZoneOffset.UTC);
        try (ConversationsServer server =
                ConversationsServer.builder().seed(seed).clock(clock).start()) {
            PlainClient client = new PlainClient(server);
            String id = client.conversation("{}");
            PlainClient.Reply items = client.post(
                    "/conversations/" + id + "/items", "{\"items\":[{\"role\":\"user\",\"content\":\"x\"}]}");
            return id + items.body() + items.header("x-request-id");
        }
    }

    private static PlainClient.Reply authorized(ConversationsServer server, String authorization) {
        PlainClient client = new PlainClient(server);
        HttpRequest.Builder request = client.request("/conversations").POST(HttpRequest.BodyPublishers.noBody());
        return client.send(authorization.isEmpty() ? request : request.header("Authorization", authorization));
    }
}
