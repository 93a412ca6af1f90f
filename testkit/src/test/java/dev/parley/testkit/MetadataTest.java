package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetadataTest {

    private static final String TWO_CHARS_ONE_CODE_POINT = "\ud83d\ude00";

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
    void pairs_sixteen_areAccepted() {
        assertThat(create(pairs(16)).status()).isEqualTo(200);
    }

    @Test
    void pairs_seventeen_areRefused() {
        PlainClient.Reply reply = create(pairs(17));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"metadata\"");
        assertThat(reply.error("code")).isEqualTo("\"object_above_max_properties\"");
        assertThat(reply.error("message")).contains("at most 16 properties", "17 properties");
    }

    @Test
    void lengths_atTheLimit_countCodePoints() {
        String metadata =
                "\"" + TWO_CHARS_ONE_CODE_POINT.repeat(64) + "\":\"" + TWO_CHARS_ONE_CODE_POINT.repeat(512) + "\"";

        assertThat(create(metadata).status()).isEqualTo(200);
    }

    @Test
    void key_sixtyFiveCharacters_isRefused() {
        PlainClient.Reply reply = create("\"" + "k".repeat(65) + "\":\"v\"");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).startsWith("\"metadata.k");
        assertThat(reply.error("code")).isEqualTo("\"property_name_above_max_length\"");
        assertThat(reply.error("message")).contains("maximum length 64", "length 65");
    }

    @Test
    void value_513Characters_isRefused() {
        PlainClient.Reply reply = create("\"k\":\"" + "v".repeat(513) + "\"");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"metadata.k\"");
        assertThat(reply.error("code")).isEqualTo("\"string_above_max_length\"");
    }

    @Test
    void value_noString_isRefused() {
        PlainClient.Reply reply = create("\"k\":1");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("message"))
                .isEqualTo("\"Invalid type for 'metadata.k': expected a string, but got an integer instead.\"");
        assertThat(reply.error("code")).isEqualTo("\"invalid_type\"");
    }

    @Test
    void metadata_noObject_isRefused() {
        PlainClient.Reply reply = client.post("/conversations", "{\"metadata\":[]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"metadata\"");
    }

    @Test
    void update_badMetadata_leavesTheOldOne() {
        String id = client.conversation("{\"metadata\":{\"k\":\"v\"}}");

        PlainClient.Reply reply = client.post("/conversations/" + id, "{\"metadata\":{" + pairs(17) + "}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(client.get("/conversations/" + id).member("metadata")).hasToString("{\"k\":\"v\"}");
    }

    private PlainClient.Reply create(String pairs) {
        return client.post("/conversations", "{\"metadata\":{" + pairs + "}}");
    }

    private static String pairs(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "\"k" + index + "\":\"v\"")
                .collect(Collectors.joining(","));
    }
}
