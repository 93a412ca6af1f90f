package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.Records;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For each type of item, the client of a document that does not have it, and a page with items of all types.
 */
class RemovedTypeTest {

    private static final List<ItemFixture> FIXTURES = ItemFixture.all().toList();

    /** Generation is most of the time, and the machine that tests has two cores. */
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(2);

    private static final Map<String, Future<ClientEdition>> EDITIONS = new ConcurrentHashMap<>();

    @BeforeAll
    static void generateAll() {
        types().forEach(type ->
                EDITIONS.put(type, THREADS.submit(() -> ClientEdition.of(DocumentChange.withoutItemType(type)))));
    }

    @AfterAll
    static void stop() {
        THREADS.shutdownNow();
        EDITIONS.clear();
    }

    static Stream<String> types() {
        return ItemTypes.BY_WIRE_VALUE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void page_itemTypeRemovedFromTheDocument_isReadAndWrittenWithoutLoss(String removed) throws Throwable {
        Evidence.show(removed, Check.ITEM_REMOVED, "a page of all fixtures", () -> {
            ClientEdition older = EDITIONS.get(removed).get();
            assertThat(older.hasModel(ItemTypes.BY_WIRE_VALUE.get(removed).getSimpleName()))
                    .as("the record of the removed type is there")
                    .isFalse();

            JsonObject page = Pages.of(FIXTURES);
            assertPage(older, removed, page);
            assertPage(older, removed, (JsonObject) Trees.everyObject(page, object -> object.with("x_newer", "kept")));
            assertSentBack(older, removed);
        });
    }

    private static void assertPage(ClientEdition older, String removed, JsonObject json) {
        JsonWritable page = older.read("ConversationItemList", json);

        assertWritten(page, json);
        assertWritten((JsonWritable) ClientEdition.call(ClientEdition.call(page, "toBuilder"), "build"), json);
        JsonValue added = JsonObject.of("type", removed);
        assertWritten(
                (JsonWritable) ClientEdition.call(
                        ClientEdition.call(
                                ClientEdition.call(page, "toBuilder"), "additionalProperty", "x_more", added),
                        "build"),
                json.with("x_more", added));
        List<?> items = (List<?>) ClientEdition.call(page, "data");
        assertThat(items).hasSameSizeAs(FIXTURES);
        for (int i = 0; i < items.size(); i++) {
            assertItem((JsonWritable) items.get(i), FIXTURES.get(i), removed);
        }
    }

    private static void assertItem(JsonWritable item, ItemFixture fixture, String removed) {
        assertThat(ClientEdition.call(item, "type")).isEqualTo(fixture.type());
        if (fixture.type().equals(removed)) {
            assertUnknown(item, "ConversationItem");
            assertThat(ClientEdition.call(item, "id"))
                    .isEqualTo(fixture.json().get("id") instanceof JsonString id ? id.value() : null);
        } else {
            assertThat(item.getClass().getSimpleName())
                    .as("%s", fixture)
                    .isEqualTo(ItemTypes.BY_WIRE_VALUE.get(fixture.type()).getSimpleName());
            assertThat(Records.parts((Record) item))
                    .filteredOn(Records.Part::isUnknownVariant)
                    .isEmpty();
        }
    }

    /** Items of the type are sent, and read of a response, as they are too. */
    private static void assertSentBack(ClientEdition older, String removed) {
        for (ItemFixture fixture : FIXTURES) {
            if (fixture.type().equals(removed)) {
                for (String union : List.of("InputItem", "OutputItem", "ResponseItem")) {
                    JsonWritable item = older.read(union, fixture.json());
                    assertUnknown(item, union);
                    assertWritten(item, fixture.json());
                }
                JsonWritable item = older.read("ConversationItem", fixture.json());
                assertWritten((JsonWritable) ClientEdition.call(item, "toParam"), fixture.json());
            }
        }
    }

    private static void assertUnknown(JsonWritable item, String union) {
        assertThat(item.getClass().getName()).isEqualTo(ClientEdition.PACKAGE + ".model." + union + "$Unknown");
        assertThat(ClientEdition.call(item, "problem")).isNull();
    }

    private static void assertWritten(JsonWritable value, JsonValue expected) {
        assertThat(JsonValue.parse(value.toJson())).isEqualTo(expected);
    }
}
