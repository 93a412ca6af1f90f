package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Item;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Items as real servers and clients sent them: each is read as what it is and written back without a loss. */
class RecordedItemsTest {

    private record Recorded(String file, String type, boolean fromServer, JsonValue json) {}

    @TestFactory
    Stream<DynamicTest> decode_recordedItem_isTheRightTypeAndLossless() {
        return recorded().stream()
                .map(item -> DynamicTest.dynamicTest(
                        item.file(),
                        () -> Evidence.show(item.type(), Check.ITEM_RECORDING, item.file(), () -> {
                            if (item.fromServer()) {
                                assertReadAsConversationItem(item);
                            } else {
                                assertReadAsInputItem(item);
                            }
                        })));
    }

    @Test
    void recordings_together_holdWhatTheRoundTripIsAbout() {
        List<Recorded> items = recorded();
        int nulls = items.stream().mapToInt(item -> Trees.nulls(item.json())).sum();
        int additional = items.stream()
                .filter(Recorded::fromServer)
                .mapToInt(item -> Records.additionalMembers((Record) conversationItem(item)))
                .sum();

        assertThat(items).hasSize(42);
        assertThat(items.stream().map(Recorded::type).distinct()).hasSize(16);
        assertThat(nulls).as("explicit nulls").isPositive();
        assertThat(additional)
                .as("members unknown to the document, and explicit nulls")
                .isPositive();
    }

    /** Parts of answers that clients send as input are known, too. */
    @Test
    void decode_itemsOfClients_haveNoUnknownPart() {
        List<String> problems = recorded().stream()
                .filter(item -> !item.fromServer())
                .flatMap(item -> problems(InputItem.fromJson(item.json().toJson())).stream())
                .distinct()
                .toList();

        assertThat(problems).isEmpty();
    }

    private static void assertReadAsConversationItem(Recorded recorded) {
        ConversationItem item = conversationItem(recorded);

        assertThat(item).isExactlyInstanceOf(ItemTypes.BY_WIRE_VALUE.get(recorded.type()));
        assertThat(problems(item)).isEmpty();
        assertLossless(recorded, item);
        assertLossless(recorded, InputItem.fromJson(recorded.json().toJson()));
    }

    private static void assertReadAsInputItem(Recorded recorded) {
        InputItem item = InputItem.fromJson(recorded.json().toJson());

        assertThat(Records.isUnknown(item.getClass())).isFalse();
        assertThat(item.type()).isEqualTo(recorded.type());
        assertLossless(recorded, item);
        assertLossless(recorded, conversationItem(recorded));
        assertLossless(recorded, Item.fromJson(recorded.json().toJson()));
    }

    /** The types and problems of the unknown parts. */
    private static List<String> problems(JsonWritable item) {
        return Records.parts((Record) item).stream()
                .filter(Records.Part::isUnknownVariant)
                .map(Records.Part::describedUnknown)
                .toList();
    }

    private static void assertLossless(Recorded recorded, JsonWritable item) {
        JsonValue written = JsonValue.parse(item.toJson());

        assertThat(Trees.nulls(written)).as("explicit nulls").isEqualTo(Trees.nulls(recorded.json()));
        assertThat(Trees.members(written)).as("members").isEqualTo(Trees.members(recorded.json()));
        assertThat(written.equals(recorded.json())).as("equal to the recording").isTrue();
    }

    private static ConversationItem conversationItem(Recorded item) {
        return ConversationItem.fromJson(item.json().toJson());
    }

    private static List<Recorded> recorded() {
        Path manifest = Shared.file("recordings/items/manifest.json");
        return Trees.elements(Shared.json(manifest)).stream()
                .map(entry -> new Recorded(
                        Trees.text(entry, "file"),
                        Trees.text(entry, "type"),
                        Trees.text(entry, "direction").equals("server-sent"),
                        Shared.json(manifest.resolveSibling(Trees.text(entry, "file")))))
                .toList();
    }
}
