package dev.parley.jackson2;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.jackson2.Fixtures.Fixture;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Item;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fixture item, and every recorded one: the mapper reads and writes what the codecs do. */
class ItemsTest {

    @Test
    void fixtures_areThere() {
        assertThat(Fixtures.items()).hasSizeGreaterThan(500);
        assertThat(Fixtures.itemsWrittenOtherwise()).hasSize(5);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#items")
    void readValue_item_isWhatFromJsonReads(Fixture fixture) throws Exception {
        assertReadAlike(fixture);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#recordedItems")
    void readValue_recordedItem_isWhatFromJsonReads(Fixture fixture) throws Exception {
        assertReadAlike(fixture);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#items")
    void write_item_isWhatToJsonWritesToTheByte(Fixture fixture) throws Exception {
        assertWrittenAlike(fixture);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#recordedItems")
    void write_recordedItem_isWhatToJsonWritesToTheByte(Fixture fixture) throws Exception {
        assertWrittenAlike(fixture);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#itemsWrittenOtherwise")
    void write_itemThatJacksonWritesOtherwise_hasTheSameValue(Fixture fixture) throws Exception {
        assertReadAlike(fixture);
        ConversationItem item = ConversationItem.fromJson(fixture.json().toJson());

        assertThat(JsonValue.parse(Mappers.JSON.writeValueAsString(item))).isEqualTo(fixture.json());
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#items")
    void trees_ofItem_areEqualToThoseOfTheText(Fixture fixture) throws Exception {
        ConversationItem item = ConversationItem.fromJson(fixture.json().toJson());

        assertThat((Object) Mappers.JSON.valueToTree(item)).isEqualTo(Mappers.JSON.readTree(item.toJson()));
        assertThat(Mappers.JSON
                        .readerFor(ConversationItem.class)
                        .<ConversationItem>readValue(Mappers.JSON.readTree(item.toJson())))
                .isEqualTo(item);
        assertThat(Mappers.JSON.convertValue(item, InputItem.class)).isEqualTo(InputItem.fromJson(item.toJson()));
        assertThat(Mappers.JSON.convertValue(
                        Mappers.JSON.convertValue(item, new TypeReference<Map<String, Object>>() {}),
                        ConversationItem.class))
                .isEqualTo(item);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#items")
    void otherFormats_ofItem_roundTrip(Fixture fixture) throws Exception {
        ConversationItem item = ConversationItem.fromJson(fixture.json().toJson());

        String pretty = Mappers.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(item);
        assertThat(pretty).contains("\n");
        assertThat(JsonValue.parse(pretty)).isEqualTo(JsonValue.parse(item.toJson()));
        assertThat(Mappers.CBOR.readValue(Mappers.CBOR.writeValueAsBytes(item), ConversationItem.class))
                .isEqualTo(item);
        assertThat(Mappers.YAML.readValue(Mappers.YAML.writeValueAsString(item), ConversationItem.class))
                .isEqualTo(item);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#items")
    void settings_ofTheMapper_changeNothing(Fixture fixture) throws Exception {
        ConversationItem item = ConversationItem.fromJson(fixture.json().toJson());

        for (JsonMapper odd : Mappers.odd()) {
            assertThat(odd.writeValueAsString(item)).isEqualTo(item.toJson());
            assertThat(odd.readValue(item.toJson(), ConversationItem.class)).isEqualTo(item);
            assertThat(odd.readValue(item.toJson(), item.getClass())).isEqualTo(item);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.jackson2.Fixtures#items")
    void readValue_itemWithUnknownMembersAndNulls_keepsThem(Fixture fixture) throws Exception {
        JsonObject more = ((JsonObject) fixture.json())
                .with("x new", List.of(1.50, "a", Map.of("b", false)))
                .with("nothing", null);
        ConversationItem item = Mappers.JSON.readValue(more.toJson(), ConversationItem.class);

        assertThat(item).isEqualTo(ConversationItem.fromJson(more.toJson()));
        assertThat(JsonValue.parse(Mappers.JSON.writeValueAsString(item))).isEqualTo(JsonValue.parse(item.toJson()));
    }

    @Test
    void readValues_sequenceOfItems_leavesTheParserAfterEach() throws Exception {
        List<ConversationItem> items = Fixtures.items()
                .map(fixture -> ConversationItem.fromJson(fixture.json().toJson()))
                .toList();
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append(item.toJson()).append('\n'));

        assertThat(Mappers.JSON
                        .readerFor(ConversationItem.class)
                        .<ConversationItem>readValues(lines.toString())
                        .readAll())
                .isEqualTo(items);
        assertThat(Mappers.JSON.readValue(
                        Mappers.JSON.writeValueAsString(items), new TypeReference<List<ConversationItem>>() {}))
                .isEqualTo(items);
    }

    private static void assertReadAlike(Fixture fixture) throws Exception {
        String text = fixture.json().toJson();
        ConversationItem item = ConversationItem.fromJson(text);

        assertThat(Mappers.JSON.readValue(text, ConversationItem.class)).isEqualTo(item);
        assertThat(Mappers.JSON.readValue(text, item.getClass())).isEqualTo(item);
        assertThat(Mappers.JSON.readValue(text, InputItem.class)).isEqualTo(InputItem.fromJson(text));
        assertThat(Mappers.JSON.readValue(text, Item.class)).isEqualTo(Item.fromJson(text));
        assertThat(Mappers.JSON.readValue(text, JsonValue.class)).isEqualTo(fixture.json());
    }

    private static void assertWrittenAlike(Fixture fixture) throws Exception {
        ConversationItem item = ConversationItem.fromJson(fixture.json().toJson());

        assertThat(Mappers.JSON.writeValueAsString(item)).isEqualTo(item.toJson());
        assertThat(Mappers.JSON.writerFor(ConversationItem.class).writeValueAsString(item))
                .isEqualTo(item.toJson());
        assertThat(Mappers.JSON.writeValueAsString(JsonValue.parse(item.toJson())))
                .isEqualTo(item.toJson());
    }
}
