package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.ConversationItem;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the fixtures show what they claim to show, and leave no type out. */
class ItemFixturesTest {

    @Test
    void fixtures_ofTheVariantsOfConversationItem_existForEachAndNoOther() {
        Set<Class<?>> variants = Arrays.stream(ConversationItem.class.getPermittedSubclasses())
                .filter(variant -> !Records.isUnknown(variant))
                .collect(Collectors.toSet());

        assertThat(ItemTypes.BY_WIRE_VALUE.values()).containsExactlyInAnyOrderElementsOf(cast(variants));
        assertThat(ItemFixture.full().map(ItemFixture::type).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ItemTypes.BY_WIRE_VALUE.keySet());
        assertThat(ItemFixture.minimal().map(ItemFixture::type))
                .containsExactlyInAnyOrderElementsOf(ItemTypes.BY_WIRE_VALUE.keySet());
    }

    @Test
    void fixtures_takenTogether_useEveryTypeThatAnItemMayHold() {
        Set<Class<?>> used = ItemFixture.all()
                .flatMap(fixture -> Records.records((Record) fixture.decode()).stream())
                .map(Object::getClass)
                .collect(Collectors.toSet());

        assertThat(used).containsAll(Records.reachable(ConversationItem.class));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#full")
    void fixture_full_hasEveryMemberThatTheDocumentDescribesAndNoOther(ItemFixture fixture) {
        Record item = (Record) fixture.decode();

        assertThat(Records.parts(item)).filteredOn(part -> part.value() == null).isEmpty();
        assertThat(Records.parts(item))
                .filteredOn(Records.Part::isUnknownVariant)
                .isEmpty();
        assertThat(Records.additionalMembers(item)).isZero();
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#minimal")
    void fixture_minimal_lacksNoMemberThatCouldBeLeftOut(ItemFixture fixture) {
        for (String name : fixture.json().without("type").names()) {
            JsonObject less = fixture.json().without(name);

            assertThat(ConversationItem.fromJson(less.toJson()))
                    .isEqualTo(new ConversationItem.Unknown(
                            fixture.type(), less, "$: missing required member '" + name + "'"));
        }
    }

    @Test
    void fixtures_named_nulls_haveOne() {
        assertThat(ItemFixture.all().filter(fixture -> fixture.form().startsWith("nulls")))
                .hasSizeGreaterThan(20)
                .allMatch(fixture ->
                        fixture.json().members().containsValue(JsonNull.INSTANCE) || Trees.nulls(fixture.json()) > 0);
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#odd")
    void fixture_odd_hasSomethingThatIsNotKnownOrDoesNotFitAndIsLossless(ItemFixture fixture) {
        ConversationItem item = fixture.decode();

        assertThat(JsonValue.parse(item.toJson())).isEqualTo(fixture.json());
        if (item instanceof ConversationItem.Unknown unknown) {
            assertThat(unknown.problem() == null).isEqualTo(!ItemTypes.BY_WIRE_VALUE.containsKey(unknown.type()));
        } else {
            assertThat(Records.parts((Record) item))
                    .filteredOn(Records.Part::isUnknownVariant)
                    .isNotEmpty();
        }
    }

    @Test
    void fixtures_ofTheStatusesOfEachType_existForEach() {
        for (ItemFixture fixture : ItemFixture.minimal().toList()) {
            Set<Object> known = statuses(ItemTypes.BY_WIRE_VALUE.get(fixture.type()));
            Set<Object> shown = ItemFixture.all()
                    .filter(other -> other.type().equals(fixture.type()))
                    .flatMap(other -> Records.parts((Record) other.decode()).stream())
                    .filter(part -> part.component().equals("status") && part.value() != null)
                    .map(Records.Part::value)
                    .collect(Collectors.toSet());

            assertThat(shown).as(fixture.type()).containsAll(known);
        }
    }

    /** The statuses that the document knows of a type of items. */
    private static Set<Object> statuses(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals("status"))
                .flatMap(component -> Arrays.stream(component.getType().getPermittedSubclasses()))
                .filter(Class::isEnum)
                .flatMap(known -> Arrays.stream(known.getEnumConstants()))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked") // the permitted subclasses of an interface are subtypes of it
    private static Set<Class<? extends ConversationItem>> cast(Set<Class<?>> variants) {
        return (Set<Class<? extends ConversationItem>>) (Set<?>) variants;
    }
}
