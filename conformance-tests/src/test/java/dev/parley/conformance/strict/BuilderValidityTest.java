package dev.parley.conformance.strict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.conformance.strict.BuilderForms.Form;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.event.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.function.Executable;

/** Whatever builders make is a request that the documents allow, without a member that they do not name. */
@TestInstance(Lifecycle.PER_CLASS)
class BuilderValidityTest {

    private static final int MOST_ITEMS = 20;

    private final StrictServer server = new StrictServer();
    private final OpenAiClient client = server.client();

    @AfterAll
    void close() {
        client.close();
        server.close();
    }

    @Test
    void variants_ofTheInput_areOfEveryItemTypeAndTwoMore() {
        Set<String> tags = new TreeSet<>();
        BuilderForms.variants(InputItem.class).forEach(type -> tags.add(tag(type)));

        Set<String> expected = new TreeSet<>(ItemTypes.BY_WIRE_VALUE.keySet());
        expected.addAll(List.of("item_reference", "compaction_trigger"));
        assertThat(tags).isEqualTo(expected);
    }

    @TestFactory
    Stream<DynamicTest> item_ofEveryForm_isValidInEveryRequestThatTakesItems() {
        return BuilderForms.variants(InputItem.class).stream()
                .map(type -> DynamicTest.dynamicTest(
                        type.getSimpleName(),
                        () -> show(tag(type), "builder of " + type.getSimpleName() + proof(), () -> send(type))));
    }

    @TestFactory
    Stream<DynamicTest> request_ofEveryForm_isValid() {
        return Stream.of(
                valid(
                        "conversations.create",
                        ConversationCreateRequest.class,
                        form -> client.conversations().create((ConversationCreateRequest) form)),
                valid(
                        "conversations.update",
                        ConversationUpdateRequest.class,
                        form -> client.conversations().update("conv_1", (ConversationUpdateRequest) form)),
                valid("responses.create", ResponseCreateRequest.class, form -> create((ResponseCreateRequest) form)));
    }

    private void create(ResponseCreateRequest request) {
        if (!Boolean.TRUE.equals(request.stream())) {
            client.responses().create(request);
        } else {
            try (EventStream<ResponseStreamEvent> events = client.responses().stream(request)) {
                assertThat(events).hasSize(1);
            }
        }
    }

    private void send(Class<?> type) {
        List<InputItem> items = new ArrayList<>();
        BuilderForms.of(type).forEach(form -> items.add((InputItem) form.value()));
        for (int from = 0; from < items.size(); from += MOST_ITEMS) {
            List<InputItem> some = items.subList(from, Math.min(items.size(), from + MOST_ITEMS));
            client.conversations().items().create("conv_1", request -> request.items(some));
            client.conversations().create(request -> request.items(some));
            client.responses().create(request -> request.model("gpt-4").input(some));
        }
    }

    /** What is input alone, a reference to an item or a trigger, is no item type of a conversation. */
    private static void show(String tag, String proof, Executable assertions) throws Throwable {
        if (ItemTypes.BY_WIRE_VALUE.containsKey(tag)) {
            Evidence.show(tag, Check.ITEM_VALID, proof, assertions);
        } else {
            Evidence.show("conversations.items.create", Check.OPERATION_VALID, proof, assertions);
        }
    }

    private static DynamicTest valid(String operation, Class<?> type, Consumer<Object> call) {
        return DynamicTest.dynamicTest(operation, () -> {
            for (Form form : BuilderForms.of(type)) {
                Evidence.show(
                        operation,
                        Check.OPERATION_VALID,
                        "builder, " + form.name() + proof(),
                        () -> call.accept(form.value()));
            }
        });
    }

    private static String tag(Class<?> type) {
        return String.valueOf(((InputItem) BuilderForms.of(type).get(0).value()).type());
    }

    private static String proof() {
        return Documents.official().isPresent() ? " (ours, official)" : " (ours)";
    }
}
