package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.model.ConversationItem;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.OpenEnum;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every item type, in every order of its members, with more than the document knows: read and written back. */
class ItemRoundTripTest {

    private static final int SEEDS = 5;
    private static final String FUTURE = "from_the_future";

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void roundTrip_fixture_isTheRightRecordAndLossless(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_FIXTURE, fixture.form() + ": read and written back", () -> {
            ConversationItem item = assertLossless(fixture, fixture.json());

            assertThat(item.type()).isEqualTo(fixture.type());
            assertThat(item).isEqualTo(fixture.decode()).hasSameHashCodeAs(fixture.decode());
            assertThat(Records.parts((Record) item))
                    .filteredOn(Records.Part::isUnknownVariant)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void roundTrip_tagFirstSecondInTheMiddleAndLast_isTheSameItem(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_FUTURE, fixture.form() + ": the tag in other places", () -> {
            int last = fixture.json().size() - 1;
            for (int index : List.of(0, 1, last / 2, last)) {
                JsonObject reordered = Trees.moved(fixture.json(), "type", index);

                assertThat(assertLossless(fixture, reordered))
                        .as("tag at %d", index)
                        .isEqualTo(fixture.decode());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void roundTrip_membersShuffledAtEveryDepth_isTheSameItem(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_FUTURE, fixture.form() + ": members in other orders", () -> {
            for (int seed = 0; seed < SEEDS; seed++) {
                JsonValue shuffled = Trees.shuffled(fixture.json(), new Random(seed));

                assertThat(assertLossless(fixture, shuffled))
                        .as("seed %d", seed)
                        .isEqualTo(fixture.decode());
            }
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void roundTrip_unknownMemberOnTop_isKept(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_FUTURE, fixture.form() + ": unknown members on top", () -> {
            JsonObject extended = fixture.json()
                    .with("x_list", List.of(1, "two", List.of()))
                    .with("x_null", null)
                    .with("x_object", JsonObject.of("type", "message", "big", JsonValue.parse("1e400")));

            Record item = (Record) assertLossless(fixture, extended);

            assertThat(Records.additionalMembers(item))
                    .isEqualTo(3 + Records.additionalMembers((Record) fixture.decode()));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void roundTrip_unknownMemberInEveryObject_isKept(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_FUTURE, fixture.form() + ": an unknown member in every object", () -> {
            JsonValue extended = Trees.everyObject(fixture.json(), object -> object.with("x_future", FUTURE));

            Record item = (Record) assertLossless(fixture, extended);

            assertThat(Records.parts(item))
                    .filteredOn(Records.Part::isUnknownVariant)
                    .isEmpty();
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void roundTrip_unknownValueInEveryString_keepsTheItemAndEveryEnumIsUnknown(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_FUTURE, fixture.form() + ": unknown enum values", () -> {
            JsonValue changed = Trees.everyString(fixture.json(), "type", FUTURE);

            Record item = (Record) assertLossless(fixture, changed);

            assertThat(Records.parts(item))
                    .filteredOn(part -> part.value() instanceof OpenEnum
                            && !part.component().equals("type"))
                    .allSatisfy(part -> assertThat(part.isUnknownVariant()).isTrue())
                    .allSatisfy(part ->
                            assertThat(((OpenEnum) part.value()).value()).isEqualTo(FUTURE));
        });
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#full")
    void roundTrip_nullForAnOptionalMember_isKeptAsNull(ItemFixture fixture) throws Throwable {
        Evidence.show(fixture.type(), Check.ITEM_PRESENCE, fixture.form() + ": null for each optional member", () -> {
            JsonObject minimal = ItemFixture.minimal()
                    .filter(each -> each.type().equals(fixture.type()))
                    .findFirst()
                    .orElseThrow()
                    .json();
            for (String name : fixture.json().names()) {
                if (!minimal.contains(name)) {
                    assertLossless(fixture, fixture.json().with(name, JsonNull.INSTANCE));
                }
            }
        });
    }

    /** Reads the JSON as the record of the fixture's type, which writes the same JSON. */
    private static ConversationItem assertLossless(ItemFixture fixture, JsonValue json) {
        ConversationItem item = ConversationItem.fromJson(json.toJson());

        assertThat(item).isExactlyInstanceOf(ItemTypes.BY_WIRE_VALUE.get(fixture.type()));
        assertThat(JsonValue.parse(item.toJson())).isEqualTo(json);
        return item;
    }
}
