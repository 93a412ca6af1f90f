package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.parley.conformance.Kit;
import dev.parley.conformance.RecordedExchange;
import dev.parley.conformance.Shared;
import dev.parley.conformance.Trees;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.conformance.report.Remark;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.ModelAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real exchanges and items are what the documents say, but for the deviations that are known and that they show. */
class RecordingValidityTest {

    /** Members of real items that neither document names. */
    private static final Set<String> UNNAMED = Set.of(
            "image_generation_call.action",
            "image_generation_call.background",
            "image_generation_call.output_format",
            "image_generation_call.quality",
            "image_generation_call.revised_prompt",
            "image_generation_call.size",
            "web_search_call.name");

    @TestFactory
    Stream<DynamicTest> exchange_recorded_isValid() {
        return RecordedExchange.all().stream()
                .map(exchange -> DynamicTest.dynamicTest(
                        exchange.toString(),
                        () -> Evidence.show(
                                operation(exchange),
                                Check.OPERATION_VALID,
                                "recording " + exchange.number(),
                                () -> assertThat(findings(exchange)).isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> item_recorded_isValid() throws IOException {
        return itemFiles().stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    JsonObject item = Trees.object(Shared.json(file));
                    Evidence.show(
                            Trees.text(item, "type"),
                            Check.ITEM_VALID,
                            "recording " + name(file),
                            () -> assertThat(Validity.errors(findings(name(file), item)))
                                    .isEmpty());
                }));
    }

    @Test
    void membersThatNoDocumentNames_areThoseThatAreListed() throws IOException {
        Set<String> unnamed = new TreeSet<>();
        for (Path file : itemFiles()) {
            JsonObject item = Trees.object(Shared.json(file));
            findings(name(file), item).stream()
                    .filter(finding -> !finding.violation().isError())
                    .forEach(finding -> unnamed.add(Trees.text(item, "type") + "."
                            + finding.violation().message().replaceFirst(".*'(.*)'", "$1")));
        }

        assertThat(unnamed).isEqualTo(new TreeSet<>(UNNAMED));
    }

    /** A deviation that nothing shows any more is to be taken off the list. */
    @Test
    void knownDeviations_allOfThem_areShown() throws IOException, InterruptedException {
        RecordedExchange.all().forEach(RecordingValidityTest::findings);
        for (Path file : itemFiles()) {
            findings(name(file), Trees.object(Shared.json(file)));
        }
        FixtureValidityTest.fixtures().values().stream()
                .flatMap(fixture -> FixtureValidityTest.findings(fixture).stream())
                .forEach(KnownDeviations::explainOfOtherServers);
        TestKitStreamTest.findings(TestKitStreamTest.streamed(ModelAnswer.text("some words")));
        try (Kit kit = new Kit()) {
            String id = kit.conversationOf(1);
            catchThrowable(() -> kit.items().list(id, q -> q.before("msg_none")));
            kit.items().list(kit.conversationOf(0));
            String response = kit.responses()
                    .create(r -> r.model("gpt-4").input("x").background(true))
                    .id();
            kit.responses().retrieveStream(response).close();
            catchThrowable(() -> kit.responses().delete("resp_none"));
        }

        assertThat(KnownDeviations.unused()).isEmpty();
        KnownDeviations.all()
                .forEach(each -> Remark.add(
                        "Where real data and the documents differ",
                        each.finding().pattern(),
                        each.evidence()));
    }

    private static List<Finding> findings(RecordedExchange exchange) {
        String body = exchange.requestBody() instanceof JsonNull
                ? ""
                : exchange.requestBody().toJson();
        Stream<Finding> request = exchange.succeeded()
                ? Validity.ofRequest(exchange.method(), exchange.target(), Validity.JSON, body).stream()
                : Stream.of();
        Stream<Finding> answer = Validity.ofAnswer(
                exchange.method(),
                exchange.target(),
                exchange.status(),
                Validity.JSON,
                exchange.responseBody().toJson())
                .stream();
        return Stream.concat(request, answer).toList();
    }

    /** Items of requests are sent, others are received. */
    private static List<Finding> findings(String name, JsonValue item) {
        return name.contains("-req-")
                ? Validity.ofRequest(
                        "POST", "/v1/conversations/conv_1/items", Validity.JSON, "{\"items\":[" + item.toJson() + "]}")
                : Validity.ofAnswer("GET", "/v1/conversations/conv_1/items/item_1", 200, Validity.JSON, item.toJson());
    }

    private static List<Path> itemFiles() throws IOException {
        try (Stream<Path> files = Files.list(Shared.file("recordings/items"))) {
            return files.filter(file -> !name(file).equals("manifest.json"))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static String operation(RecordedExchange exchange) {
        return Operations.of(exchange.method(), exchange.target());
    }
}
