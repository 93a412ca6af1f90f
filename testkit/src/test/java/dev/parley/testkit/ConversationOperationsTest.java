package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationOperationsTest {

    private static final long NOW = 1_782_518_134L;

    private ConversationsServer server;
    private PlainClient client;

    @BeforeEach
    void start() {
        server = ConversationsServer.builder()
                .clock(Clock.fixed(Instant.ofEpochSecond(NOW, 500_000_000), ZoneOffset.UTC))
                .start();
        client = new PlainClient(server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void create_metadata_isAnsweredInTheRecordedOrder() {
        PlainClient.Reply reply = client.post("/conversations", "{\"metadata\":{\"topic\":\"test\",\"a\":\"b\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"id\":\"" + reply.text("id") + "\",\"object\":\"conversation\",\"created_at\":" + NOW
                        + ",\"metadata\":{\"topic\":\"test\",\"a\":\"b\"}}");
    }

    @Test
    void create_identifier_hasTheRecordedShape() {
        String id = client.conversation("{}");

        assertThat(id).matches("conv_[0-9a-f]{48}").startsWith("conv_" + Long.toHexString(NOW) + "8000819");
    }

    @Test
    void create_withoutBody_makesAnEmptyConversation() {
        PlainClient.Reply reply = client.send(client.request("/conversations").POST(BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.member("metadata")).isEqualTo(JsonObject.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"metadata\":null}", "{\"items\":null}", "{\"metadata\":{},\"items\":[]}"})
    void create_nothingOrNull_makesAnEmptyConversation(String body) {
        PlainClient.Reply reply = client.post("/conversations", body);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.member("metadata")).isEqualTo(JsonObject.EMPTY);
        assertThat(server.items(reply.text("id"))).isEmpty();
    }

    @Test
    void create_items_storesThem() {
        String id = client.conversation("{\"items\":[{\"role\":\"user\",\"content\":\"first\"}]}");

        assertThat(server.items(id)).hasSize(1);
    }

    @Test
    void retrieve_existing_answersWhatCreateAnswered() {
        PlainClient.Reply created = client.post("/conversations", "{\"metadata\":{\"k\":\"v\"}}");

        assertThat(client.get("/conversations/" + created.text("id")).body()).isEqualTo(created.body());
    }

    @Test
    void update_metadata_replacesAllOfIt() {
        String id = client.conversation("{\"metadata\":{\"old\":\"1\"}}");

        PlainClient.Reply reply = client.post("/conversations/" + id, "{\"metadata\":{\"new\":\"2\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.member("metadata")).hasToString("{\"new\":\"2\"}");
        assertThat(client.get("/conversations/" + id).body()).isEqualTo(reply.body());
    }

    @Test
    void update_nullMetadata_empties() {
        String id = client.conversation("{\"metadata\":{\"old\":\"1\"}}");

        PlainClient.Reply reply = client.post("/conversations/" + id, "{\"metadata\":null}");

        assertThat(reply.member("metadata")).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void update_withoutMetadata_isRefused() {
        String id = client.conversation("{}");

        PlainClient.Reply reply = client.post("/conversations/" + id, "{}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("code")).isEqualTo("\"missing_required_parameter\"");
        assertThat(reply.error("param")).isEqualTo("\"metadata\"");
    }

    @Test
    void delete_existing_answersInTheRecordedOrder() {
        String id = client.conversation("{}");

        PlainClient.Reply reply = client.delete("/conversations/" + id);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo("{\"id\":\"" + id + "\",\"object\":\"conversation.deleted\",\"deleted\":true}");
    }

    @Test
    void delete_existing_hidesTheConversationButKeepsItsItems() {
        String id = client.conversation("{\"items\":[{\"role\":\"user\",\"content\":\"kept\"}]}");
        String itemId = client.get("/conversations/" + id + "/items").ids().get(0);

        client.delete("/conversations/" + id);

        assertThat(client.get("/conversations/" + id).status()).isEqualTo(404);
        assertThat(client.post("/conversations/" + id, "{\"metadata\":{}}").status())
                .isEqualTo(404);
        assertThat(client.get("/conversations/" + id + "/items").status()).isEqualTo(404);
        assertThat(client.get("/conversations/" + id + "/items/" + itemId).status())
                .isEqualTo(404);
        assertThat(server.items(id))
                .singleElement()
                .satisfies(item -> assertThat(item.get("id")).hasToString("\"" + itemId + "\""));
    }

    @Test
    void delete_twice_isNotFoundAsRecorded() {
        String id = client.conversation("{}");
        client.delete("/conversations/" + id);

        PlainClient.Reply reply = client.delete("/conversations/" + id);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"error\":{\"message\":\"Conversation with id '" + id + "' not found.\","
                        + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
    }

    @Test
    void answer_headers_areThoseOfTheService() {
        PlainClient.Reply created = client.post("/conversations", "{}");
        PlainClient.Reply missing = client.get("/conversations/conv_nonexistent123");

        for (PlainClient.Reply reply : new PlainClient.Reply[] {created, missing}) {
            assertThat(reply.header("content-type")).isEqualTo("application/json");
            assertThat(reply.header("openai-version")).isEqualTo("2020-10-01");
            assertThat(reply.header("openai-processing-ms")).matches("\\d+");
            assertThat(reply.header("x-request-id")).matches("req_[0-9a-f]{32}");
        }
        assertThat(created.header("x-request-id")).isNotEqualTo(missing.header("x-request-id"));
    }
}
