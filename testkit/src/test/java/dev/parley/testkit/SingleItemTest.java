package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleItemTest {

    private ConversationsServer server;
    private PlainClient client;
    private String conversation;
    private String item;

    @BeforeEach
    void start() {
        server = ConversationsServer.start();
        client = new PlainClient(server);
        conversation =
                client.conversation("{\"metadata\":{\"k\":\"v\"},\"items\":[{\"role\":\"user\",\"content\":\"x\"}]}");
        item = client.get("/conversations/" + conversation + "/items").ids().get(0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void retrieve_existing_isTheItemOfTheList() {
        PlainClient.Reply list = client.get("/conversations/" + conversation + "/items");

        PlainClient.Reply reply = client.get("/conversations/" + conversation + "/items/" + item);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(list.data().get(0).toJson());
    }

    @Test
    void delete_existing_answersTheConversation() {
        PlainClient.Reply reply = client.delete("/conversations/" + conversation + "/items/" + item);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body())
                .isEqualTo(client.get("/conversations/" + conversation).body());
        assertThat(server.items(conversation)).isEmpty();
    }

    @Test
    void delete_twice_isNotFound() {
        client.delete("/conversations/" + conversation + "/items/" + item);

        PlainClient.Reply reply = client.delete("/conversations/" + conversation + "/items/" + item);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("message")).isEqualTo("\"Item with id '" + item + "' not found in conversation.\"");
    }

    @ParameterizedTest
    @CsvSource({
        "msg_nonexistent123, msg_msg_nonexistent123nonexistent123",
        "nonexistent, nonexistent",
        "msg_000000000000000000000000000000000000000000000000, msg_000000000000000000000000000000000000000000000000",
        "fc_00000000000000000000000000000000000000000000000000, fc_00000000000000000000000000000000000000000000000000"
    })
    void retrieve_unknown_isNotFoundAsRecorded(String id, String named) {
        PlainClient.Reply reply = client.get("/conversations/" + conversation + "/items/" + id);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body())
                .isEqualTo("{\"error\":{\"message\":\"Item with id '" + named + "' not found in conversation.\","
                        + "\"type\":\"invalid_request_error\",\"param\":null,\"code\":null}}");
    }

    @Test
    void retrieve_itemOfAnotherConversation_isNotFound() {
        String other = client.conversation("{}");

        assertThat(client.get("/conversations/" + other + "/items/" + item).status())
                .isEqualTo(404);
    }

    @Test
    void retrieve_unknownConversation_namesTheConversation() {
        PlainClient.Reply reply = client.get("/conversations/conv_nonexistent123/items/" + item);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("message")).isEqualTo("\"Conversation with id 'conv_nonexistent123' not found.\"");
    }
}
