package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Item;
import dev.parley.openai.model.OutputItem;
import dev.parley.openai.model.Response;
import dev.parley.openai.model.ResponseItem;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.testkit.ModelAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That what came from the server can be sent back to it as the input of a new response. */
@Timeout(120)
class HistoryTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void conversation_readAndSentBack_isTheInputOfAnotherResponse() {
        String id = kit.conversationOf(2);
        kit.responses().create(r -> r.model("gpt-4").conversation(id).input("Hello!"));

        List<InputItem> history = new ArrayList<>();
        kit.items().list(id, q -> q.order("asc")).all().forEach(item -> history.add(item.toParam()));
        history.add(Kit.user("And now?"));
        Response response = kit.responses().create(r -> r.model("gpt-4").input(history));

        assertThat(history).hasSize(5).noneMatch(HistoryTest::isUnknown);
        assertThat(response.outputText()).contains("And now?");
        assertThat(kit.responses().inputItems().list(response.id()).all()).hasSize(5);
    }

    @Test
    void outputOfAResponse_sentBackWithTheResultOfItsCall_continues() {
        try (Kit calling =
                new Kit(ModelAnswer.functionCall("weather", "{\"city\":\"Oslo\"}"), ModelAnswer.text("It rains."))) {
            Response first = calling.responses().create(r -> r.model("gpt-4").input("Weather?"));
            List<InputItem> input = new ArrayList<>();
            input.add(Kit.user("Weather?"));
            first.output().forEach((OutputItem item) -> input.add(item.toParam()));
            String call = Trees.text(Trees.parse(first.output().get(0).toJson()), "call_id");
            input.add(
                    InputItem.fromJson(JsonObject.of("type", "function_call_output", "call_id", call, "output", "rain")
                            .toJson()));

            Response second = calling.responses().create(r -> r.model("gpt-4").input(input));

            assertThat(input).hasSize(3).noneMatch(HistoryTest::isUnknown);
            assertThat(second.outputText()).isEqualTo("It rains.");
        }
    }

    @Test
    void inputItemsOfAResponse_sentBack_areTheSameInput() {
        String first = kit.responses()
                .create(r -> r.model("gpt-4").input(List.of(Kit.user("text 0"), Kit.user("text 1"))))
                .id();

        List<InputItem> again = new ArrayList<>();
        for (ResponseItem item :
                kit.responses().inputItems().list(first, q -> q.order("asc")).all()) {
            again.add(item.toParam());
        }
        String second =
                kit.responses().create(r -> r.model("gpt-4").input(again)).id();

        assertThat(again).noneMatch(HistoryTest::isUnknown);
        assertThat(kit.responses().inputItems().list(second).all()).hasSize(2);
    }

    @Test
    void eachItem_readFromAConversationAndSentBack_isAcceptedByTheServer() {
        kit.net.excuse("POST /v1/responses: body /input/0", "what no client may send, as read, is to be refused");
        kit.net.excuse("items -> 200: body /data/0/(created_by|action): null found", "the nulls of two fixtures");
        Map<String, String> refused = new TreeMap<>();
        // A server has no items with nulls that no document allows.
        ItemFixture.all().filter(item -> !item.form().equals("optional-nulls")).forEach(fixture -> {
            try {
                sendBack(fixture);
            } catch (BadRequestException e) {
                refused.put(fixture.toString(), String.valueOf(e.serverMessage()));
            }
        });

        // Steps that have not ended, a call without its id, and messages of roles or parts that no client may send.
        assertThat(refused)
                .containsOnlyKeys(
                        "function_call_output/minimal",
                        "image_generation_call/minimal",
                        "image_generation_call/result-absent",
                        "image_generation_call/status-in_progress",
                        "message/additional-members-nested",
                        "message/full",
                        "message/minimal-parts",
                        "message/nulls",
                        "message/role-critic",
                        "message/role-discriminator",
                        "message/role-tool",
                        "message/role-unknown",
                        "web_search_call/action-absent",
                        "web_search_call/minimal");
    }

    private void sendBack(ItemFixture fixture) {
        String id = kit.conversationOf(0);
        kit.server.seedItem(id, fixture.json());
        ConversationItem read = kit.items().list(id).items().get(0);

        Response response =
                kit.responses().create(r -> r.model("gpt-4").input(List.of(read.toParam(), Kit.user("go on"))));

        JsonObject sent = Trees.object(
                Trees.elements(Trees.member(kit.lastRequest().json(), "input")).get(0));
        assertThat(response.outputText()).contains("go on");
        assertThat(sent.contains("created_by")).isFalse();
        assertThat(Trees.text(sent, "type")).isEqualTo(fixture.type());
    }

    private static boolean isUnknown(InputItem item) {
        return item instanceof InputItem.Unknown || item instanceof Item.Unknown;
    }
}
