package dev.parley.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.Records;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.model.ConversationItem;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The same JSON read and written back by both clients: ours loses nothing, whether the official one does or not; and what
 * both have read means the same.
 */
class SdkDecodingTest {

    /** What a newer or an odd server could do to an item; the official client keeps all of it. */
    private static final Map<String, UnaryOperator<JsonObject>> KEPT_BY_BOTH = variations(Map.of(
            "a new member", item -> item.with("new_member", Trees.parse("{'a': [1, {'b': null}], 'c': true}")),
            "a long integer", item -> item.with("new_member", JsonNumber.of("123456789012345678901234567890")),
            "a new status", item -> item.with("status", new JsonString("paused")),
            "a status of another kind", item -> item.with("status", JsonNumber.of(1)),
            "an id of another kind", item -> item.with("id", JsonNumber.of(1)),
            "a new type", item -> item.with("type", new JsonString("new_type")),
            "no type", item -> item.without("type")));

    /** Numbers that no {@code double} holds: the official client makes one of them. */
    private static final Map<String, UnaryOperator<JsonObject>> LOST_BY_THEIRS = variations(Map.of(
            "many digits", item -> item.with("new_member", JsonNumber.of("0.12345678901234567890123")),
            "a large exponent", item -> item.with("new_member", JsonNumber.of("1e400"))));

    @TestFactory
    Stream<DynamicTest> decode_fixture_isLosslessWhetherTheirsIsOrNot() {
        return Stream.concat(DecodedBodies.fixtures(), DecodedBodies.inputItems())
                .map(SdkDecodingTest::lossless);
    }

    @TestFactory
    Stream<DynamicTest> decode_recordedBody_isLosslessWhetherTheirsIsOrNot() {
        return DecodedBodies.recordedBodies().map(SdkDecodingTest::lossless);
    }

    @TestFactory
    Stream<DynamicTest> decode_recordedItem_isLosslessWhetherTheirsIsOrNot() {
        return DecodedBodies.recordedItems().map(SdkDecodingTest::lossless);
    }

    @TestFactory
    Stream<DynamicTest> decode_itemOfALaterDay_isKeptByBoth() {
        return varied(KEPT_BY_BOTH)
                .map(body -> test(body, "both lossless", () -> {
                    assertLossless(body);
                    assertThat(lossesOfTheirs(body)).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> decode_numberThatNoDoubleHolds_isKeptByOursOnly() {
        return varied(LOST_BY_THEIRS)
                .map(body -> test(body, "theirs changes $.new_member", () -> {
                    assertLossless(body);
                    assertThat(lossesOfTheirs(body)).containsExactly("changes $.new_member");
                }));
    }

    @TestFactory
    Stream<DynamicTest> decode_itemOfAFixture_meansTheSameToBoth() {
        return DecodedBodies.fixtures().filter(SdkDecodingTest::isKnownItem).map(SdkDecodingTest::meaning);
    }

    @TestFactory
    Stream<DynamicTest> decode_recordedItemOfTheServer_meansTheSameToBoth() {
        return DecodedBodies.recordedItems()
                .filter(SdkDecodingTest::isKnownItem)
                .map(SdkDecodingTest::meaning);
    }

    @Test
    void fixtures_together_areOfEveryTypeAndShowManyFacts() {
        List<DecodedBody> items =
                DecodedBodies.fixtures().filter(SdkDecodingTest::isKnownItem).toList();

        assertThat(items.stream().map(DecodedBody::row).distinct()).containsAll(ItemTypes.BY_WIRE_VALUE.keySet());
        assertThat(items.stream()
                        .map(body -> Meaning.of(
                                (Record) body.kind().ours(body.json()),
                                body.kind().theirs(body.json())))
                        .mapToInt(Meaning::facts)
                        .sum())
                .as("texts, numbers and flags that were compared")
                .isGreaterThan(500);
    }

    /** A score is a {@code float} to the official client. */
    @Test
    void decode_scoreOfAFileSearch_isKeptByOursOnly() throws Throwable {
        JsonValue json =
                Trees.parse("{'type': 'file_search_call', 'id': 'fs_1', 'status': 'completed', 'queries': ['q'],"
                        + " 'results': [{'score': 0.30000000000000004}]}");
        DecodedBody body = new DecodedBody("file_search_call", "file_search_call/score", BodyKind.ITEM, json);

        Evidence.show(body.row(), Check.ITEM_SDK, body.name() + ": theirs changes $.results[0].score", () -> {
            assertLossless(body);
            assertThat(lossesOfTheirs(body)).containsExactly("changes $.results[0].score");
        });
    }

    @Test
    void comparison_ofItemsThatDiffer_saysWhere() {
        DecodedBody item = DecodedBodies.fixtures()
                .filter(body -> body.row().equals("function_call"))
                .findFirst()
                .orElseThrow();
        JsonObject other = Trees.object(item.json()).with("name", new JsonString("another"));

        assertThat(Meaning.of(
                                (Record) item.kind().ours(item.json()),
                                item.kind().theirs(other))
                        .differences())
                .singleElement()
                .asString()
                .startsWith("$.name: ours ")
                .endsWith(", theirs another");
        assertThat(JsonDifference.between(item.json(), other)).hasToString("[changes $.name]");
        assertThat(JsonDifference.between(item.json(), other.without("name"))).hasToString("[loses $.name]");
        assertThat(JsonDifference.between(other.without("name"), other)).hasToString("[adds $.name]");
    }

    private static boolean isKnownItem(DecodedBody body) {
        return body.kind() == BodyKind.ITEM && !body.isOdd();
    }

    private static DynamicTest lossless(DecodedBody body) {
        List<String> losses = lossesOfTheirs(body);
        String outcome = losses.isEmpty() ? "both lossless" : "theirs " + String.join(", ", losses);
        return test(body, outcome, () -> assertLossless(body));
    }

    private static void assertLossless(DecodedBody body) {
        JsonValue written = JsonValue.parse(body.kind().ours(body.json()).toJson());

        assertThat(JsonDifference.between(body.json(), written)).isEmpty();
        assertThat(written).isEqualTo(body.json());
    }

    private static List<String> lossesOfTheirs(DecodedBody body) {
        try {
            JsonValue written = OfficialJson.write(body.kind().theirs(body.json()));
            return JsonDifference.between(body.json(), written).stream()
                    .map(JsonDifference::toString)
                    .toList();
        } catch (RuntimeException e) {
            return List.of("throws " + e.getClass().getSimpleName());
        }
    }

    private static DynamicTest meaning(DecodedBody body) {
        return test(body, "the same meaning", () -> {
            String tag = Trees.text(body.json(), "type");
            ConversationItem ours = (ConversationItem) body.kind().ours(body.json());
            Object theirs = body.kind().theirs(body.json());

            assertThat(ours).isExactlyInstanceOf(ItemTypes.BY_WIRE_VALUE.get(tag));
            assertThat(Records.isUnknown(ours.getClass())).isFalse();
            assertThat(ChosenVariant.of(theirs).orElseThrow().name()).isEqualTo(ChosenVariant.nameOf(tag));
            Meaning meaning = Meaning.of((Record) ours, theirs);
            assertThat(meaning.differences()).isEmpty();
            assertThat(meaning.facts()).isPositive();
        });
    }

    private static DynamicTest test(DecodedBody body, String outcome, Executable assertions) {
        Check check = body.isOfAnItemType() ? Check.ITEM_SDK : Check.OPERATION_SDK;
        return DynamicTest.dynamicTest(
                body.toString(),
                () -> Evidence.show(body.reportRow(), check, body.name() + ": " + outcome, assertions));
    }

    private static Stream<DecodedBody> varied(Map<String, UnaryOperator<JsonObject>> variations) {
        return variations.entrySet().stream()
                .flatMap(variation -> ItemFixture.minimal()
                        .map(item -> new DecodedBody(
                                item.type(),
                                item.type() + " with " + variation.getKey(),
                                BodyKind.ITEM,
                                variation.getValue().apply(item.json()))));
    }

    private static Map<String, UnaryOperator<JsonObject>> variations(Map<String, UnaryOperator<JsonObject>> all) {
        Map<String, UnaryOperator<JsonObject>> sorted = new LinkedHashMap<>();
        all.keySet().stream().sorted().forEach(name -> sorted.put(name, all.get(name)));
        return sorted;
    }
}
