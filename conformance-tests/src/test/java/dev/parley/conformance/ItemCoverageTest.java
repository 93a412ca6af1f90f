package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.model.ConversationItem;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.OpenEnum;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** That the fixtures of an item type, taken together, show each status and each optional member there and not there. */
class ItemCoverageTest {

    private static final Map<String, List<ItemFixture>> FIXTURES =
            ItemFixture.all().collect(Collectors.groupingBy(ItemFixture::type));

    @TestFactory
    Stream<DynamicTest> fixtures_ofATypeWithAStatus_haveEachOfItsStatuses() {
        return ItemTypes.BY_WIRE_VALUE.entrySet().stream()
                .filter(type -> !statuses(type.getValue()).isEmpty())
                .map(type -> DynamicTest.dynamicTest(
                        type.getKey(), () -> assertEachStatus(type.getKey(), statuses(type.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> fixtures_ofAType_haveEachOptionalMemberThereAndNotThere() {
        return FIXTURES.entrySet().stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.getKey(), () -> assertEachPresence(type.getKey(), type.getValue())));
    }

    private static void assertEachStatus(String type, Set<String> statuses) throws Throwable {
        Set<String> shown = FIXTURES.get(type).stream()
                .map(fixture -> fixture.json().get("status"))
                .filter(JsonString.class::isInstance)
                .map(status -> ((JsonString) status).value())
                .collect(Collectors.toCollection(TreeSet::new));
        for (String status : statuses) {
            Evidence.show(
                    type, Check.ITEM_STATUS, status, () -> assertThat(shown).contains(status));
        }
    }

    private static void assertEachPresence(String type, List<ItemFixture> fixtures) throws Throwable {
        Set<String> required = Set.copyOf(fixtures.stream()
                .filter(fixture -> fixture.form().equals("minimal"))
                .findFirst()
                .orElseThrow()
                .json()
                .names());
        Set<String> optional = fixtures.stream()
                .filter(fixture -> fixture.form().startsWith("full"))
                .flatMap(fixture -> fixture.json().names().stream())
                .filter(name -> !required.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        for (String name : optional) {
            Evidence.show(
                    type,
                    Check.ITEM_PRESENCE,
                    name + ": there, not there",
                    () -> assertThat(fixtures)
                            .anyMatch(fixture -> fixture.json().contains(name)
                                    && fixture.json().get(name) != JsonNull.INSTANCE)
                            .anyMatch(fixture -> !fixture.json().contains(name)));
        }
    }

    /** The values of the member {@code status}, none if the type has no such member. */
    private static Set<String> statuses(Class<? extends ConversationItem> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals("status"))
                .map(RecordComponent::getType)
                .flatMap(status -> Arrays.stream(status.getPermittedSubclasses()))
                .filter(Class::isEnum)
                .flatMap(known -> Arrays.stream(known.getEnumConstants()))
                .map(known -> ((OpenEnum) known).value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
