package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseOperationsTest {

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
    void create_textInput_isAnsweredWholeWithTheDefaultsOfTheService() {
        PlainClient.Reply reply = client.post("/responses", "{\"model\":\"gpt-4\",\"input\":\"Hello there\"}");

        JsonObject output = output(reply).get(0);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).isEqualTo("application/json");
        assertThat(reply.body())
                .isEqualTo("{\"id\":\"" + reply.text("id") + "\",\"object\":\"response\",\"created_at\":" + NOW
                        + ",\"status\":\"completed\",\"background\":false,\"completed_at\":" + NOW
                        + ",\"conversation\":null,\"error\":null,\"incomplete_details\":null,\"instructions\":null,"
                        + "\"max_output_tokens\":null,\"max_tool_calls\":null,\"model\":\"gpt-4\",\"output\":["
                        + "{\"id\":" + output.get("id") + ",\"type\":\"message\",\"status\":\"completed\",\"content\":"
                        + "[{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],"
                        + "\"text\":\"You said: Hello there\"}],\"role\":\"assistant\"}],"
                        + "\"parallel_tool_calls\":true,\"previous_response_id\":null,\"prompt_cache_key\":null,"
                        + "\"prompt_cache_retention\":null,\"reasoning\":{\"effort\":null,\"summary\":null},"
                        + "\"safety_identifier\":null,\"service_tier\":\"default\",\"store\":true,\"temperature\":1.0,"
                        + "\"text\":{\"format\":{\"type\":\"text\"},\"verbosity\":\"medium\"},\"tool_choice\":\"auto\","
                        + "\"tools\":[],\"top_logprobs\":0,\"top_p\":1.0,\"truncation\":\"disabled\",\"usage\":"
                        + "{\"input_tokens\":2,\"input_tokens_details\":{\"cached_tokens\":0,\"cache_write_tokens\":0},"
                        + "\"output_tokens\":4,\"output_tokens_details\":{\"reasoning_tokens\":0},\"total_tokens\":6},"
                        + "\"user\":null,\"metadata\":{}}");
    }

    @Test
    void create_identifiers_shareTheirFirstDigits() {
        PlainClient.Reply reply = ask("\"input\":\"x\"");

        String id = reply.text("id");
        assertThat(id).matches("resp_[0-9a-f]{50}");
        assertThat(string(output(reply).get(0), "id"))
                .matches("msg_[0-9a-f]{50}")
                .startsWith("msg_" + id.substring(5, 23));
    }

    @Test
    void create_settings_areEchoed() {
        JsonObject settings = (JsonObject) JsonValue.parse("{\"instructions\":\"be short\",\"max_output_tokens\":16,"
                + "\"max_tool_calls\":2,\"model\":\"m\",\"parallel_tool_calls\":false,\"prompt_cache_key\":\"k\","
                + "\"prompt_cache_retention\":\"24h\",\"safety_identifier\":\"s\",\"service_tier\":\"flex\","
                + "\"temperature\":0.25,\"tool_choice\":{\"type\":\"function\",\"name\":\"f\"},\"top_logprobs\":20,"
                + "\"top_p\":0,\"truncation\":\"auto\",\"user\":\"u\",\"metadata\":{\"a\":\"b\"},"
                + "\"prompt\":{\"id\":\"pmpt_1\",\"version\":\"2\"}}");

        JsonObject response = client.post(
                        "/responses",
                        settings.with("input", "x")
                                .with("reasoning", JsonObject.of("effort", "low"))
                                .with("text", JsonObject.of("verbosity", "low"))
                                .with("tools", List.of(JsonObject.of("type", "function", "name", "f")))
                                .toJson())
                .json();

        assertThat(response.members()).containsAllEntriesOf(settings.members());
        assertThat(response.get("reasoning")).hasToString("{\"effort\":\"low\",\"summary\":null}");
        assertThat(response.get("text")).hasToString("{\"format\":{\"type\":\"text\"},\"verbosity\":\"low\"}");
        assertThat(response.get("tools"))
                .hasToString("[{\"type\":\"function\",\"name\":\"f\",\"parameters\":null,\"strict\":true}]");
    }

    @Test
    void create_promptWithoutModelOrInput_isAccepted() {
        PlainClient.Reply reply = client.post("/responses", "{\"prompt\":{\"id\":\"pmpt_1\"}}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("model")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"input\":\"x\"} | model | missing_required_parameter",
                "{\"model\":\"m\"} | input | missing_required_parameter",
                "{\"model\":1,\"input\":\"x\"} | model | invalid_type",
                "{\"model\":\"m\",\"input\":7} | input | invalid_type",
                "{\"model\":\"m\",\"input\":[{\"role\":\"nobody\",\"content\":\"x\"}]} | input[0].role | invalid_value",
                "{\"model\":\"m\",\"input\":\"x\",\"colour\":\"red\"} | colour | unknown_parameter",
                "{\"model\":\"m\",\"input\":\"x\",\"temperature\":2.1} | temperature | decimal_above_max_value",
                "{\"model\":\"m\",\"input\":\"x\",\"top_p\":-1} | top_p | decimal_below_min_value",
                "{\"model\":\"m\",\"input\":\"x\",\"temperature\":\"1\"} | temperature | invalid_type",
                "{\"model\":\"m\",\"input\":\"x\",\"max_output_tokens\":15} | max_output_tokens | integer_below_min_value",
                "{\"model\":\"m\",\"input\":\"x\",\"top_logprobs\":21} | top_logprobs | integer_above_max_value",
                "{\"model\":\"m\",\"input\":\"x\",\"max_output_tokens\":16.5} | max_output_tokens | invalid_type",
                "{\"model\":\"m\",\"input\":\"x\",\"stream\":\"yes\"} | stream | invalid_type",
                "{\"model\":\"m\",\"input\":\"x\",\"truncation\":\"no\"} | truncation | invalid_value",
                "{\"model\":\"m\",\"input\":\"x\",\"tool_choice\":1} | tool_choice | invalid_type",
                "{\"model\":\"m\",\"input\":\"x\",\"include\":[\"all\"]} | include[0] | invalid_value",
                "{\"model\":\"m\",\"input\":\"x\",\"metadata\":{\"k\":1}} | metadata.k | invalid_type",
                "{\"model\":\"m\",\"input\":\"x\",\"conversation\":1} | conversation | invalid_type",
                "{\"model\":\"m\",\"input\":\"x\",\"conversation\":{}} | conversation.id | missing_required_parameter",
                "{\"model\":\"m\",\"previous_response_id\":\"r\"} | previous_response_id | previous_response_not_found"
            })
    void create_wrongMember_isRefusedWithItsPlace(String body, String param, String code) {
        PlainClient.Reply reply = client.post("/responses", body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("type")).isEqualTo("\"invalid_request_error\"");
        assertThat(reply.error("param")).isEqualTo("\"" + param + "\"");
        assertThat(reply.error("code")).isEqualTo("\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"%s\"", "{\"id\":\"%s\"}"})
    void create_inConversation_appendsInputAndOutput(String form) {
        String conversation = client.conversation("{\"items\":[{\"role\":\"user\",\"content\":\"before\"}]}");

        PlainClient.Reply reply = ask("\"input\":\"Hello!\",\"conversation\":" + String.format(form, conversation));

        List<JsonObject> items = client.get("/conversations/" + conversation + "/items?order=asc")
                .data();
        assertThat(reply.member("conversation")).hasToString("{\"id\":\"" + conversation + "\"}");
        assertThat(reply.text("id")).startsWith("resp_" + conversation.substring(conversation.length() - 16) + "00");
        assertThat(items).hasSize(3);
        assertThat(items.get(1).toJson()).contains("\"role\":\"user\"", "\"text\":\"Hello!\"");
        assertThat(items.get(2)).isEqualTo(output(reply).get(0));
        assertThat(client.get("/responses/" + reply.text("id") + "/input_items?order=asc")
                        .data())
                .containsExactly(items.get(0), items.get(1));
    }

    @Test
    void create_inConversation_givesTheModelItsItems() {
        String conversation = client.conversation("{\"items\":[{\"role\":\"user\",\"content\":\"earlier\"}]}");

        PlainClient.Reply reply = ask("\"conversation\":\"" + conversation + "\"");

        assertThat(output(reply).get(0).toJson()).contains("You said: earlier");
    }

    @Test
    void create_failed_leavesTheConversationAlone() {
        try (ConversationsServer failing = ConversationsServer.builder()
                .model(request -> ModelAnswer.failure("server_error", "out of order"))
                .start()) {
            PlainClient plain = new PlainClient(failing);
            String conversation = plain.conversation("{}");

            PlainClient.Reply reply = plain.post(
                    "/responses", "{\"model\":\"m\",\"input\":\"x\",\"conversation\":\"" + conversation + "\"}");

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text("status")).isEqualTo("failed");
            assertThat(reply.member("error")).hasToString("{\"code\":\"server_error\",\"message\":\"out of order\"}");
            assertThat(reply.member("usage")).isEqualTo(JsonNull.INSTANCE);
            assertThat(reply.member("completed_at")).isEqualTo(JsonNull.INSTANCE);
            assertThat(failing.items(conversation)).isEmpty();
        }
    }

    @Test
    void create_unknownConversation_isNotFound() {
        String deleted = client.conversation("{}");
        client.delete("/conversations/" + deleted);

        assertThat(ask("\"input\":\"x\",\"conversation\":\"conv_none\"").status())
                .isEqualTo(404);
        PlainClient.Reply reply = ask("\"input\":\"x\",\"conversation\":{\"id\":\"" + deleted + "\"}");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("message")).isEqualTo("\"Conversation with id '" + deleted + "' not found.\"");
    }

    @Test
    void create_conversationAndPreviousResponse_isRefused() {
        String previous = ask("\"input\":\"x\"").text("id");

        PlainClient.Reply reply = ask("\"input\":\"x\",\"conversation\":\"" + client.conversation("{}")
                + "\",\"previous_response_id\":\"" + previous + "\"");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("code")).isEqualTo("\"mutually_exclusive_parameters\"");
    }

    @Test
    void create_afterPreviousResponses_buildsOnAllTheirItems() {
        PlainClient.Reply first = ask("\"input\":\"one\"");
        PlainClient.Reply second = ask("\"input\":\"two\",\"previous_response_id\":\"" + first.text("id") + "\"");
        PlainClient.Reply third = ask("\"previous_response_id\":\"" + second.text("id") + "\"");

        assertThat(output(third).get(0).toJson()).contains("You said: two");
        assertThat(third.text("previous_response_id")).isEqualTo(second.text("id"));
        List<JsonObject> given = client.get("/responses/" + third.text("id") + "/input_items?order=asc")
                .data();
        assertThat(given)
                .hasSize(4)
                .contains(output(first).get(0), output(second).get(0));
    }

    @Test
    void create_itemsSentBack_areAcceptedInAnyNumber() {
        JsonObject answered = output(ask("\"input\":\"x\"")).get(0);
        String message = "{\"role\":\"user\",\"content\":\"y\"},";

        PlainClient.Reply reply = ask("\"input\":[" + message.repeat(25) + answered
                + ",{\"type\":\"function_call_output\"," + "\"call_id\":\"call_1\",\"output\":\"42\"}]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(client.get("/responses/" + reply.text("id") + "/input_items?limit=100")
                        .data())
                .hasSize(27)
                .contains(answered);
    }

    @Test
    void create_itemReference_findsOutputOfResponses() {
        String answered = string(output(ask("\"input\":\"x\"")).get(0), "id");

        PlainClient.Reply reply = ask("\"input\":[{\"type\":\"item_reference\",\"id\":\"" + answered + "\"}]");

        assertThat(client.get("/responses/" + reply.text("id") + "/input_items").body())
                .contains("You said: x");
    }

    @Test
    void retrieve_stored_isTheSame() {
        PlainClient.Reply created = ask("\"input\":\"x\"");

        assertThat(client.get("/responses/" + created.text("id")).body()).isEqualTo(created.body());
    }

    @Test
    void retrieve_unstored_isNotFound() {
        PlainClient.Reply created = ask("\"input\":\"x\",\"store\":false");

        PlainClient.Reply reply = client.get("/responses/" + created.text("id"));

        assertThat(created.member("store")).hasToString("false");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.error("message")).isEqualTo("\"Response with id '" + created.text("id") + "' not found.\"");
    }

    @Test
    void include_reasoning_isAnsweredOnlyToThoseWhoAsk() {
        JsonObject reasoning = JsonObject.of("type", "reasoning", "summary", List.of(), "encrypted_content", "secret");
        try (ConversationsServer thinking = ConversationsServer.builder()
                .model(request -> ModelAnswer.items(reasoning).and(ModelAnswer.text("done")))
                .start()) {
            PlainClient plain = new PlainClient(thinking);
            String include = "reasoning.encrypted_content";

            PlainClient.Reply with =
                    plain.post("/responses", "{\"model\":\"m\",\"input\":\"x\",\"include\":[\"" + include + "\"]}");
            PlainClient.Reply without = plain.post("/responses", "{\"model\":\"m\",\"input\":\"x\"}");
            String path = "/responses/" + without.text("id");

            assertThat(with.body()).contains("secret", "\"id\":\"rs_");
            assertThat(without.body()).doesNotContain("secret");
            assertThat(plain.get(path + "?include=" + include).body()).contains("secret");
            assertThat(plain.get(path).body()).doesNotContain("secret");
        }
    }

    @Test
    void background_created_isQueuedUntilItIsRetrieved() {
        String conversation = client.conversation("{}");
        PlainClient.Reply created =
                ask("\"input\":\"x\",\"background\":true,\"conversation\":\"" + conversation + "\"");

        assertThat(created.text("status")).isEqualTo("queued");
        assertThat(output(created)).isEmpty();
        assertThat(created.member("usage")).isEqualTo(JsonNull.INSTANCE);
        assertThat(server.items(conversation)).isEmpty();
        PlainClient.Reply retrieved = client.get("/responses/" + created.text("id"));

        assertThat(retrieved.text("status")).isEqualTo("completed");
        assertThat(retrieved.member("background")).hasToString("true");
        assertThat(output(retrieved)).hasSize(1);
        client.get("/responses/" + created.text("id"));
        assertThat(server.items(conversation)).hasSize(2);
    }

    @Test
    void background_unstored_isRefused() {
        PlainClient.Reply reply = ask("\"input\":\"x\",\"background\":true,\"store\":false");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("param")).isEqualTo("\"background\"");
    }

    @Test
    void cancel_queued_staysCancelled() {
        String path = "/responses/" + ask("\"input\":\"x\",\"background\":true").text("id");

        PlainClient.Reply cancelled = client.post(path + "/cancel", "");

        assertThat(cancelled.text("status")).isEqualTo("cancelled");
        assertThat(client.post(path + "/cancel", "").body()).isEqualTo(cancelled.body());
        assertThat(client.get(path).body()).isEqualTo(cancelled.body());
    }

    @Test
    void cancel_completedInBackground_isAnsweredAsItIs() {
        String path = "/responses/" + ask("\"input\":\"x\",\"background\":true").text("id");
        client.get(path);

        assertThat(client.post(path + "/cancel", "").text("status")).isEqualTo("completed");
    }

    @Test
    void cancel_notInBackgroundOrUnknown_isRefused() {
        String path = "/responses/" + ask("\"input\":\"x\"").text("id");

        PlainClient.Reply reply = client.post(path + "/cancel", "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.error("message")).isEqualTo("\"Cannot cancel a synchronous response.\"");
        assertThat(client.post("/responses/resp_none/cancel", "").status()).isEqualTo(404);
    }

    @Test
    void delete_stored_isGone() {
        PlainClient.Reply created = ask("\"input\":\"x\"");
        String path = "/responses/" + created.text("id");

        PlainClient.Reply deleted = client.delete(path);

        assertThat(deleted.body())
                .isEqualTo("{\"id\":\"" + created.text("id") + "\",\"object\":\"response.deleted\",\"deleted\":true}");
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.delete(path).status()).isEqualTo(404);
        assertThat(client.get(path + "/input_items").status()).isEqualTo(404);
    }

    @Test
    void inputItems_pages_walkNewestFirst() {
        PlainClient.Reply created = ask("\"input\":[{\"id\":\"msg_1\",\"role\":\"user\",\"content\":\"1\"},"
                + "{\"id\":\"msg_2\",\"role\":\"user\",\"content\":\"2\"},"
                + "{\"id\":\"msg_3\",\"role\":\"user\",\"content\":\"3\"}]");
        String path = "/responses/" + created.text("id") + "/input_items";

        PlainClient.Reply first = client.get(path + "?limit=2");
        PlainClient.Reply second = client.get(path + "?limit=2&after=" + first.text("last_id"));

        assertThat(first.ids()).containsExactly("msg_3", "msg_2");
        assertThat(first.text("first_id")).isEqualTo("msg_3");
        assertThat(first.member("has_more")).hasToString("true");
        assertThat(second.ids()).containsExactly("msg_1");
        assertThat(second.member("has_more")).hasToString("false");
        assertThat(client.get(path + "?order=asc").ids()).containsExactly("msg_1", "msg_2", "msg_3");
        assertThat(client.get(path + "?limit=0").status()).isEqualTo(400);
    }

    @Test
    void scriptedModel_answers_comeInOrderAndThenRunOut() {
        ScriptedModel model = ScriptedModel.of("one").add(ModelAnswer.functionCall("f", "{\"a\":1}"));
        try (ConversationsServer scripted =
                ConversationsServer.builder().model(model).start()) {
            PlainClient plain = new PlainClient(scripted);
            String body = "{\"model\":\"m\",\"input\":\"x\"}";

            assertThat(output(plain.post("/responses", body)).get(0).toJson()).contains("\"text\":\"one\"");
            assertThat(output(plain.post("/responses", body)).get(0).toJson())
                    .matches(
                            "\\{\"id\":\"fc_[0-9a-f]{50}\",\"type\":\"function_call\",\"status\":\"completed\","
                                    + "\"arguments\":\"\\{\\\\\"a\\\\\":1}\",\"call_id\":\"call_[0-9a-f]{24}\",\"name\":\"f\"}");
            PlainClient.Reply exhausted = plain.post("/responses", body);

            assertThat(exhausted.status()).isEqualTo(500);
            assertThat(exhausted.error("message")).contains("no answer left");
        }
    }

    @Test
    void model_thatFailsAnAssertion_isAnsweredAsServerError() {
        Model asserting = request -> {
            throw new AssertionError("not what the test expects");
        };
        try (ConversationsServer failing =
                ConversationsServer.builder().model(asserting).start()) {
            PlainClient.Reply reply = new PlainClient(failing).post("/responses", "{\"model\":\"m\",\"input\":\"x\"}");

            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.error("message")).contains("not what the test expects");
        }
    }

    @Test
    void scriptedModel_incomplete_saysWhy() {
        ScriptedModel model = ScriptedModel.of(ModelAnswer.incomplete("max_output_tokens", "Once upon"));
        try (ConversationsServer scripted =
                ConversationsServer.builder().model(model).start()) {
            PlainClient.Reply reply = new PlainClient(scripted).post("/responses", "{\"model\":\"m\",\"input\":\"x\"}");

            assertThat(reply.text("status")).isEqualTo("incomplete");
            assertThat(reply.member("incomplete_details")).hasToString("{\"reason\":\"max_output_tokens\"}");
            assertThat(output(reply).get(0).toJson()).contains("\"status\":\"incomplete\"", "Once upon");
        }
    }

    private PlainClient.Reply ask(String members) {
        return client.post("/responses", "{\"model\":\"m\"," + members + "}");
    }

    private static List<JsonObject> output(PlainClient.Reply reply) {
        return ((JsonArray) reply.member("output"))
                .values().stream().map(JsonObject.class::cast).toList();
    }

    private static String string(JsonObject json, String member) {
        return String.valueOf(json.get(member)).replace("\"", "");
    }
}
