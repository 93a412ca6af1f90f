package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Shows;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageStatus;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no item, or no item that this client knows, is kept as it came and costs nothing around it. */
class OddItemsTest {

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.OddItem#all")
    @Shows(row = "unknown", check = Check.ITEM_FUTURE)
    void decode_oddItem_isUnknownWithTheProblemAndLossless(OddItem odd) {
        ConversationItem item = onAPage(odd.json());

        assertThat(item).isEqualTo(new ConversationItem.Unknown(odd.type(), odd.json(), odd.problem()));
        assertThat(item.toJson()).isEqualTo(odd.json().toJson());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.OddItem#all")
    void fromJson_oddItem_isUnknownIfAnObjectAndRefusedIfNot(OddItem odd) {
        if (odd.json() instanceof JsonObject) {
            assertThat(ConversationItem.fromJson(odd.json().toJson())).isEqualTo(onAPage(odd.json()));
        } else {
            assertThatExceptionOfType(DecodingException.class)
                    .isThrownBy(() -> ConversationItem.fromJson(odd.json().toJson()))
                    .withMessageStartingWith("$: expected an object, found ");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#minimal")
    void decode_wrongKindInAnyRequiredMember_isKeptLosslesslyWithThePlace(ItemFixture fixture) {
        for (String name : fixture.json().without("type").names()) {
            JsonObject broken = fixture.json().with(name, List.of(List.of("no such thing")));

            ConversationItem item = ConversationItem.fromJson(broken.toJson());

            assertThat(JsonValue.parse(item.toJson())).isEqualTo(broken);
            if (item instanceof ConversationItem.Unknown unknown) {
                assertThat(unknown.problem()).startsWith("$." + name);
            } else {
                assertThat(holdsAnythingAt(item, name)).as(name).isTrue();
            }
        }
    }

    @Test
    void decode_unknownEnumValue_keepsTheItem() {
        JsonObject json = message("input_text").with("status", "paused").with("role", "narrator");

        Message message = (Message) ConversationItem.fromJson(json.toJson());

        assertThat(message.status()).isEqualTo(new MessageStatus.Unknown("paused"));
        assertThat(message.role().value()).isEqualTo("narrator");
        assertThat(JsonValue.parse(message.toJson())).isEqualTo(json);
    }

    @Test
    void decode_unknownMember_isAnAdditionalProperty() {
        JsonObject json = message("input_text").with("mood", List.of("curious", 0.10));

        Message message = (Message) ConversationItem.fromJson(json.toJson());

        assertThat(message.additionalProperties())
                .isEqualTo(JsonObject.of("mood", JsonValue.parse("[\"curious\",0.1]")));
        assertThat(JsonValue.parse(message.toJson())).isEqualTo(json);
    }

    @Test
    void decode_explicitNullOfAnOptionalMember_isToldApartFromAnAbsentOne() {
        Message absent =
                (Message) ConversationItem.fromJson(message("input_text").toJson());
        Message explicit = (Message) ConversationItem.fromJson(
                message("input_text").with("phase", null).toJson());

        assertThat(absent.phase()).isNull();
        assertThat(explicit.phase()).isNull();
        assertThat(explicit).isNotEqualTo(absent);
        assertThat(absent.toJson()).doesNotContain("phase");
        assertThat(explicit.toJson()).contains("\"phase\":null");
    }

    @Test
    void decode_wrongPayloadInANestedUnion_isUnknownThereAndNotAbove() {
        JsonObject json = message("input_text")
                .with(
                        "content",
                        Trees.parse(
                                "[{'type':'input_text','text':4},{'type':'scent'},{'type':'input_text','text':'x'}]"));

        Message message = (Message) ConversationItem.fromJson(json.toJson());

        assertThat(message.content()).hasSize(3).last().isInstanceOf(InputTextContent.class);
        assertThat(message.content().get(0))
                .extracting("type", "problem")
                .containsExactly("input_text", "$.text: expected a string, found a number");
        assertThat(message.content().get(1)).extracting("type", "problem").containsExactly("scent", null);
        assertThat(JsonValue.parse(message.toJson())).isEqualTo(json);
    }

    @Test
    void decode_twoMembersOfOneName_readsTheLastOne() {
        ConversationItem item = ConversationItem.fromJson(
                "{\"type\":\"message\",\"id\":\"a\",\"type\":\"compaction\",\"id\":\"b\",\"encrypted_content\":\"c\"}");

        assertThat(JsonValue.parse(item.toJson()))
                .isEqualTo(JsonObject.of("type", "compaction", "id", "b", "encrypted_content", "c"));
        assertThat(item.type()).isEqualTo("compaction");
    }

    @Test
    @Shows(row = "unknown", check = Check.ITEM_FUTURE)
    void decode_pageOfOddAndGoodItems_isAPageInTheSameOrderAndLossless() {
        List<JsonValue> data = new ArrayList<>();
        List<ItemFixture> good = ItemFixture.all().toList();
        List<OddItem> odd = OddItem.all().toList();
        for (int i = 0; i < good.size(); i++) {
            data.add(good.get(i).json());
            data.add(odd.get(i % odd.size()).json());
        }
        JsonObject json = page(data);

        ConversationItemList page = ConversationItemList.fromJson(json.toJson());

        assertThat(good).hasSizeGreaterThan(odd.size());
        assertThat(page.data()).hasSameSizeAs(data);
        for (int i = 0; i < good.size(); i++) {
            assertThat(page.data().get(2 * i)).isEqualTo(good.get(i).decode());
            assertThat(page.data().get(2 * i + 1)).isInstanceOf(ConversationItem.Unknown.class);
        }
        assertThat(JsonValue.parse(page.toJson())).isEqualTo(json);
    }

    private static ConversationItem onAPage(JsonValue item) {
        return ConversationItemList.fromJson(page(List.of(item)).toJson())
                .data()
                .get(0);
    }

    private static JsonObject page(List<JsonValue> data) {
        return JsonObject.of("object", "list", "data", data, "has_more", false)
                .with("first_id", "a")
                .with("last_id", "z");
    }

    private static JsonObject message(String part) {
        return JsonObject.of("type", "message", "id", "msg_1", "status", "completed")
                .with("role", "user")
                .with("content", List.of(JsonObject.of("type", part, "text", "Hi")));
    }

    /** Whether a member is JSON of any kind, or a union, which takes whatever comes. */
    private static boolean holdsAnythingAt(ConversationItem item, String name) {
        String component = camelCase(name);
        return Records.parts((Record) item).stream()
                .anyMatch(part -> part.isUnknownVariant()
                        || part.component().equals(component) && part.value() instanceof JsonValue);
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_")) {
            camel.append(camel.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return camel.toString();
    }
}
