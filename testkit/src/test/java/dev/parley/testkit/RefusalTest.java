package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

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
    void body_invalidJson_isRefusedAsRecorded() {
        PlainClient.Reply reply = client.post("/conversations", "{\n \"metadata\": {\"k\": \"v\"}\n // no end");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"Invalid body: failed to parse JSON value. Please check the value to"
                                + " ensure it is valid JSON. (Common errors include trailing commas, missing closing"
                                + " brackets, missing quotation marks, etc.)\",\"type\":\"invalid_request_error\","
                                + "\"param\":null,\"code\":\"invalid_json\"}}");
    }

    @Test
    void body_noObject_isRefused() {
        PlainClient.Reply reply = client.post("/conversations", "[]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("code")).isEqualTo("\"invalid_type\"");
    }

    @Test
    void body_unknownMember_isRefused() {
        PlainClient.Reply reply = client.post("/conversations", "{\"metdata\":{}}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("message")).isEqualTo("\"Unknown parameter: 'metdata'.\"");
    }

    @Test
    void body_otherContentType_isRefused() {
        PlainClient.Reply reply = client.send(client.request("/conversations")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("code")).isEqualTo("\"unsupported_content_type\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET   | /conversations           | POST",
                "PUT   | /conversations/c         | GET, POST, DELETE",
                "DELETE| /conversations/c/items   | GET, POST",
                "POST  | /conversations/c/items/i | GET, DELETE",
                "GET   | /responses               | POST",
                "POST  | /responses/r             | GET, DELETE",
                "GET   | /responses/r/cancel      | POST",
                "POST  | /responses/r/input_items | GET"
            })
    void method_notOfThePath_isRefusedWithThoseThatAre(String method, String path, String allowed) {
        PlainClient.Reply reply = client.send(client.request(path).method(method, BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("allow")).isEqualTo(allowed);
        assertThat(reply.error("message")).isEqualTo("\"Invalid method for URL (" + method + " /v1" + path + ")\"");
    }

    @Test
    void method_head_isRefusedWithoutBody() {
        PlainClient.Reply reply = client.send(client.request("/conversations").method("HEAD", BodyPublishers.noBody()));

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/models",
                "/responses/",
                "/responses/r/output_items",
                "/responses/r/input_items/i",
                "/conversations/",
                "/conversations/c/",
                "/conversations/c/messages",
                "/conversations/c/items/",
                "/conversations/c/items/i/more",
                "/conversations//items"
            })
    void path_unknown_isNotFound(String path) {
        PlainClient.Reply reply = client.get(path);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("message")).isEqualTo("\"Invalid URL (GET /v1" + path + ")\"");
    }

    @ParameterizedTest
    @CsvSource({"conv%201, conv 1", "conv%2F1, conv/1", "a+b, a+b", "a%252Fb, a%2Fb", "%C3%BC, \u00fc"})
    void identifier_percentEncoded_isDecodedOnce(String encoded, String decoded) {
        PlainClient.Reply reply = client.get("/conversations/" + encoded);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("message")).isEqualTo("\"Conversation with id '" + decoded + "' not found.\"");
    }
}
