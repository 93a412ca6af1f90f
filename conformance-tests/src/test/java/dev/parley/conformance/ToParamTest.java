package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Item;
import dev.parley.openai.model.OutputMessage;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.validation.Violation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** That an item of a conversation can be sent back as it came, but for what is the server's own. */
class ToParamTest {

    /** Members of items that no input item has. */
    private static final Set<String> SERVERS_OWN = Set.of("created_by");

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void toParam_ofEachItem_keepsEveryMemberButTheServersOwn(ItemFixture fixture) {
        JsonObject sent =
                Trees.object(JsonValue.parse(fixture.decode().toParam().toJson()));

        JsonObject expected = fixture.json();
        for (String name : SERVERS_OWN) {
            expected = expected.without(name);
        }
        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void toParam_ofEachItem_isKnownAsInput() {
        Set<String> unknown = new TreeSet<>();
        ItemFixture.all().forEach(fixture -> {
            InputItem sent = fixture.decode().toParam();
            if (sent instanceof InputItem.Unknown || sent instanceof Item.Unknown) {
                unknown.add(fixture + ": " + sent);
            }
        });

        // The document lets a server send any arguments of a search, and a client none but an object.
        assertThat(unknown)
                .hasSize(8)
                .allMatch(item -> item.startsWith("tool_search_call/") && item.contains("problem=$.arguments: "));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void toParam_ofEachItem_hasNoPartOfAKnownTypeThatDoesNotFit(ItemFixture fixture) {
        assertThat(Records.parts((Record) fixture.decode().toParam()))
                .filteredOn(Records.Part::isUnknownVariant)
                .allMatch(part -> !part.toString().contains("problem=$"));
    }

    @Test
    void validate_ofARequestThatSendsItemsBack_namesThoseThatDoNotFit() {
        List<InputItem> items =
                ItemFixture.all().map(fixture -> fixture.decode().toParam()).toList();

        List<Violation> violations =
                ConversationItemCreateRequest.builder().items(items).build().validate();

        assertThat(violations.get(0))
                .isEqualTo(new Violation("$.items", "has " + items.size() + " elements, must have at most 20"));
        assertThat(violations)
                .filteredOn(violation -> violation.message().startsWith("does not fit"))
                .hasSize(8)
                .allMatch(violation -> violation.path().matches("\\$\\.items\\[\\d+]")
                        && violation.message().contains("$.arguments: expected an object"));
        assertThat(violations).extracting(Violation::message).noneMatch(message -> message.contains("anything"));
    }

    @ParameterizedTest
    @CsvSource({"user, input_text", "system, input_text", "developer, input_text", "assistant, output_text"})
    void toParam_ofAMessage_isTheFormOfItsRole(String role, String part) {
        ConversationItem message = ConversationItem.fromJson("""
                {"type": "message", "id": "msg_1", "status": "completed", "role": "%s",
                 "content": [{"type": "%s", "text": "Hi", "annotations": [], "logprobs": []}]}""".formatted(role, part));

        InputItem sent = message.toParam();

        assertThat(sent).isInstanceOf(role.equals("assistant") ? OutputMessage.class : EasyInputMessage.class);
        JsonObject json = Trees.object(JsonValue.parse(sent.toJson()));
        assertThat(json.get("id")).isEqualTo(new JsonString("msg_1"));
        assertThat(json.get("status")).isEqualTo(new JsonString("completed"));
        assertThat(Records.parts((Record) sent))
                .filteredOn(Records.Part::isUnknownVariant)
                .isEmpty();
    }

    @Test
    void toParam_ofAnItemThatIsNotKnown_hasTheSameJson() {
        ConversationItem later =
                ConversationItem.fromJson("{\"type\": \"later_call\", \"id\": \"x\", \"created_by\": 1}");

        InputItem sent = later.toParam();

        assertThat(sent).isInstanceOf(InputItem.Unknown.class);
        assertThat(sent.toJson()).isEqualTo(later.toJson());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void id_ofEachItem_isThatOfItsJson(ItemFixture fixture) {
        String id = fixture.json().get("id") instanceof JsonString text ? text.value() : null;

        assertThat(fixture.decode().id()).isEqualTo(id);
        assertThat(new ConversationItem.Unknown(fixture.type(), fixture.json(), null).id())
                .isEqualTo(id);
    }
}
