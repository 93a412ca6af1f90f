package dev.parley.runtime.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.http.RawServer.Received;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call looks like to the server. */
class RequestOnTheWireTest {

    @Test
    void headers_ofEveryScalar_areSentAsText() throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(
                    Calls.options(server.url()),
                    Calls.retrieve()
                            .header("x-long", 7L)
                            .header("x-int", 8)
                            .header("x-double", 2.50)
                            .header("x-flag", true));

            assertThat(server.onlyReceived().headers())
                    .containsEntry("x-long", "7")
                    .containsEntry("x-int", "8")
                    .containsEntry("x-double", "2.5")
                    .containsEntry("x-flag", "true");
        }
    }

    @Test
    void get_sendsTargetAndHeaders_withoutABody() throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(Calls.options(server.url() + "/v1/").userAgent("agent/1"), Calls.retrieve());

            Received request = server.onlyReceived();
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target()).isEqualTo("/v1/conversations/conv_1");
            assertThat(request.headers())
                    .containsEntry("accept", "application/json")
                    .containsEntry("authorization", "Bearer " + Calls.KEY)
                    .containsEntry("user-agent", "agent/1")
                    .doesNotContainKeys("content-type", "upgrade", "http2-settings");
            assertThat(request.body()).isEmpty();
        }
    }

    @Test
    void post_sendsTheBodyAsJson() throws Exception {
        JsonObject body = JsonObject.of("metadata", JsonObject.of("name", new JsonString("ü😀")));
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(Calls.options(server.url()), Calls.CREATE.request().body(body));

            Received request = server.onlyReceived();
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/conversations");
            assertThat(request.headers()).containsEntry("content-type", "application/json");
            assertThat(JsonValue.parse(request.body())).isEqualTo(body);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a+b&c=d;e,f:g@h", "conv/1", "quote'\"", "😀", "%2e%2e", "!$()*~"})
    void path_encoded_arrivesAsItWasEncoded(String id) throws Exception {
        RequestBuilder call = Calls.LIST
                .request()
                .path("conversation_id", id)
                .query("after", id)
                .query("include", List.of(id), ParameterStyle.DEEP_OBJECT);
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(Calls.options(server.url() + "/v1"), call);

            assertThat(server.onlyReceived().target()).isEqualTo("/v1" + call.target());
        }
    }

    @Test
    void headers_ofTheCall_goBeforeThoseOfTheClient() throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(
                    Calls.options(server.url())
                            .header("OpenAI-Organization", "org-1")
                            .header("x-both", "client")
                            .header("user-agent", "mine"),
                    Calls.retrieve().header("X-Both", "call").header("x-none", (String) null));

            assertThat(server.onlyReceived().headers())
                    .containsEntry("openai-organization", "org-1")
                    .containsEntry("x-both", "call")
                    .containsEntry("user-agent", "mine")
                    .doesNotContainKey("x-none");
        }
    }

    @Test
    void authorizationHeader_ofTheUser_goesBeforeTheCredential() throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(Calls.options(server.url()), Calls.retrieve().header("Authorization", "Basic abc"));

            assertThat(server.onlyReceived().headers()).containsEntry("authorization", "Basic abc");
        }
    }

    @Test
    void apiKeyHeader_withoutACredential_isEnough() throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            Calls.send(ClientOptions.builder().baseUrl(server.url()).header("api-key", "k"), Calls.retrieve());

            assertThat(server.onlyReceived().headers())
                    .containsEntry("api-key", "k")
                    .doesNotContainKey("authorization");
        }
    }

    @Test
    void credentialSupplier_isAskedForEachCall() throws Exception {
        Iterator<String> keys = List.of("first-key", "second-key").iterator();
        try (RawServer server = RawServer.json(200, "{}");
                ApiConnection connection = new ApiConnection(
                        Calls.options(server.url()).credential(keys::next).build())) {
            connection.call(Calls.retrieve(), JsonReader::readValue).execute();
            connection.call(Calls.retrieve(), JsonReader::readValue).execute();

            assertThat(server.received())
                    .extracting(request -> request.headers().get("authorization"))
                    .containsExactly("Bearer first-key", "Bearer second-key");
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void send_withoutACredential_saysHowToSetItAndSendsNothing(String key) throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            ClientOptions.Builder options =
                    ClientOptions.builder().baseUrl(server.url()).credential(() -> key);

            assertThatThrownBy(() -> Calls.send(options, Calls.retrieve()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("GET /conversations/{conversation_id}")
                    .hasMessageContaining("ClientOptions.Builder.credential");
            assertThatThrownBy(() -> Calls.send(options.credentialHint("set OPENAI_API_KEY"), Calls.retrieve()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("set OPENAI_API_KEY");
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-planted\n", "sk-planted\r\nx-evil: 1", "sk-planted\0"})
    void send_withACredentialThatBreaksTheHeader_isRefusedWithoutShowingIt(String key) throws Exception {
        try (RawServer server = RawServer.json(200, "{}")) {
            assertThatThrownBy(() -> Calls.send(Calls.options(server.url()).credential(() -> key), Calls.retrieve()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'authorization'")
                    .hasMessageNotContaining("planted");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void head_answerThatDeclaresTheLengthOfNoBody_isNotReadAndNotTooLarge() throws Exception {
        Operation head = new Operation("things.head", "HEAD", "/things");
        try (RawServer server = RawServer.answering(
                        "HTTP/1.1 200 OK\r\ncontent-length: 999999999\r\nconnection: close\r\n\r\n");
                ApiConnection connection =
                        new ApiConnection(Calls.options(server.url()).build())) {
            ApiResponse<@Nullable Void> answer = connection.call(head.request()).send();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.headers().first("content-length")).isEqualTo("999999999");
            assertThat(connection.call(head.request()).executeAsync().get(30, TimeUnit.SECONDS))
                    .isNull();
        }
    }

    @Test
    void send_onAClosedConnection_isRefused() {
        ApiConnection connection =
                new ApiConnection(Calls.options("http://127.0.0.1:1").build());
        connection.close();
        connection.close();

        assertThatThrownBy(() ->
                        connection.call(Calls.retrieve(), JsonReader::readValue).execute())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
