package dev.parley.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.conformance.report.Remark;
import dev.parley.conformance.testee.ClientOperation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The official Java client and ours make the same calls and put the same on the wire, but for what {@link Difference}
 * lists; and each of those differences shows in every call that it claims to show in.
 */
class SdkCallsTest {

    /** Making clients takes most of the time, so calls with the same answer and settings share them. */
    private static final Map<List<Object>, BothClients> CLIENTS = new HashMap<>();

    @AfterAll
    static void close() {
        assertAll(CLIENTS.values().stream().map(both -> both::close));
        CLIENTS.clear();
    }

    static Stream<CallPair> calls() {
        return Stream.of(
                        ConversationPairs.all(),
                        ItemPairs.all(),
                        ResponsePairs.all(),
                        ResponseCreatePairs.all(),
                        OptionPairs.all(),
                        BodyPairs.all())
                .flatMap(calls -> calls);
    }

    @TestFactory
    Stream<DynamicTest> call_ofBothClients_isTheSameRequestButForTheListedDifferences() {
        return calls().map(call -> DynamicTest.dynamicTest(
                call.toString(),
                () -> Evidence.show(call.operation(), Check.OPERATION_SDK, call.name(), () -> assertSame(call))));
    }

    @Test
    void calls_together_areOfEveryOperationAndOfDifferentNames() {
        assertThat(calls().map(CallPair::toString)).doesNotHaveDuplicates();
        assertThat(calls().map(CallPair::operation).distinct())
                .containsExactlyInAnyOrderElementsOf(ClientOperation.all().stream()
                        .map(ClientOperation::name)
                        .toList());
        assertThat(calls()).hasSizeGreaterThan(400);
    }

    @Test
    void differences_ofTheList_allShowSomewhere() {
        assertThat(Difference.ALL).allSatisfy(each -> assertThat(calls()).anyMatch(each.shows()));
        Difference.ALL.forEach(each -> Remark.add(
                "Where requests differ from the official Java client's, on purpose",
                each.aspect() + ", " + each.scope(),
                each.reason()));
    }

    private static void assertSame(CallPair call) {
        List<String> found = clients(call).send(call).differences();

        List<Difference> absent = Difference.ALL.stream()
                .filter(listed ->
                        listed.shows().test(call) && found.stream().noneMatch(each -> listed.explains(call, each)))
                .toList();
        assertThat(Difference.unlisted(call, found))
                .as("differences that are not listed")
                .isEmpty();
        assertThat(absent).as("listed differences that do not show").isEmpty();
    }

    private static BothClients clients(CallPair call) {
        return CLIENTS.computeIfAbsent(List.of(Answers.of(call), call.options()), ignored -> BothClients.of(call));
    }
}
