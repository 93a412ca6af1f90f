package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Shows;
import dev.parley.openai.model.ConversationParam;
import dev.parley.openai.model.ConversationReference;
import dev.parley.openai.model.FunctionToolCall;
import dev.parley.openai.model.InputMessageResource;
import dev.parley.openai.model.Order;
import dev.parley.openai.model.Response;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseItem;
import dev.parley.openai.model.ResponseModel;
import dev.parley.openai.service.ResponseInputItemPage;
import dev.parley.runtime.error.BadRequestException;
import dev.parley.runtime.error.NotFoundException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.ModelAnswer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The operations on responses, without streaming. */
@Timeout(120)
class ResponsesTest {

    private final Kit kit = new Kit();

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void create_theLineOfTheIssue_answersAndAppendsToTheConversation() {
        String id = kit.conversationOf(1);

        Response response = kit.client
                .responses()
                .create(r -> r.model("gpt-4").conversation(id).input("Hello!"));

        assertThat(kit.lastRequest().json())
                .isEqualTo(JsonObject.of("model", "gpt-4", "conversation", id, "input", "Hello!"));
        assertThat(response.status()).isEqualTo(Response.Status.Known.COMPLETED);
        assertThat(response.model().value()).startsWith("gpt-4");
        assertThat(response.conversation()).isEqualTo(reference(id));
        assertThat(response.outputText()).isNotEmpty();
        assertThat(Kit.texts(kit.items().list(id, q -> q.order("asc")).all()))
                .containsExactly("text 0", "Hello!", response.outputText());
    }

    @Test
    void create_conversationInEachForm_isThatFormOnTheWire() {
        String id = kit.conversationOf(0);

        assertThat(sentConversation(r -> r.conversation(id))).isEqualTo(new JsonString(id));
        assertThat(sentConversation(r -> r.conversationId(id))).isEqualTo(new JsonString(id));
        assertThat(sentConversation(r -> r.conversation(new ConversationParam.Id(id))))
                .isEqualTo(new JsonString(id));
        assertThat(sentConversation(r -> r.conversation(reference(id)))).isEqualTo(JsonObject.of("id", id));
        assertThat(kit.server.items(id)).hasSize(8);
    }

    @Test
    void create_inputOfItems_goesInAndIsAppendedInOrder() {
        String id = kit.conversationOf(0);

        kit.responses()
                .create(r -> r.model(ResponseModel.of("gpt-4.1"))
                        .conversationId(id)
                        .input(List.of(Kit.user("text 0"), Kit.user("text 1"))));
        kit.responses().create(r -> r.model("gpt-4.1").conversationId(id).input(List.of(Kit.user("text 2"))));
        assertThat(Trees.elements(Trees.member(kit.lastRequest().json(), "input")))
                .containsExactly(JsonValue.parse(Kit.user("text 2").toJson()));

        List<String> texts = Kit.texts(kit.items().list(id, q -> q.order("asc")).all());
        assertThat(texts).hasSize(5).containsSubsequence("text 0", "text 1", "text 2");
        assertThat(texts.get(3)).isEqualTo("text 2");
    }

    @Test
    void create_functionCall_isAnOutputItemAndNoText() {
        try (Kit calling = new Kit(ModelAnswer.functionCall("weather", "{\"city\":\"Oslo\"}"))) {
            Response response = calling.responses().create(r -> r.model("gpt-4").input("Weather?"));

            assertThat(response.outputText()).isEmpty();
            assertThat(response.output()).singleElement().isInstanceOfSatisfying(FunctionToolCall.class, call -> {
                assertThat(call.name()).isEqualTo("weather");
                assertThat(call.arguments()).isEqualTo("{\"city\":\"Oslo\"}");
            });
        }
    }

    @Test
    void create_failedAndIncompleteAnswers_areResponsesThatSayWhy() {
        try (Kit failing = new Kit(
                ModelAnswer.failure("server_error", "no luck"), ModelAnswer.incomplete("content_filter", "so f"))) {
            Response failed = failing.responses().create(r -> r.model("gpt-4").input("1"));
            Response incomplete =
                    failing.responses().create(r -> r.model("gpt-4").input("2"));

            assertThat(failed.status()).isEqualTo(Response.Status.Known.FAILED);
            assertThat(failed.error()).isNotNull();
            assertThat(failed.error().message()).isEqualTo("no luck");
            assertThat(failed.error().code().value()).isEqualTo("server_error");
            assertThat(incomplete.status()).isEqualTo(Response.Status.Known.INCOMPLETE);
            assertThat(incomplete.incompleteDetails()).isNotNull();
            assertThat(incomplete.incompleteDetails().reason())
                    .isEqualTo(Response.IncompleteDetails.Reason.Known.CONTENT_FILTER);
            assertThat(incomplete.outputText()).isEqualTo("so f");
        }
    }

    @Test
    void create_previousResponse_continuesIt() {
        Response first = kit.responses().create(r -> r.model("gpt-4").input("one"));

        Response second = kit.responses()
                .create(r -> r.model("gpt-4").previousResponseId(first.id()).input("two"));

        assertThat(second.previousResponseId()).isEqualTo(first.id());
        assertThat(inputTexts(kit.responses().inputItems().list(second.id(), q -> q.order("asc"))))
                .containsExactly("one", first.outputText(), "two");
    }

    @Test
    void retrieve_deletedResponse_isNotFound() {
        Response created = kit.responses().create(r -> r.model("gpt-4").input("x"));
        assertThat(kit.responses().retrieve(created.id())).isEqualTo(created);

        kit.responses().delete(created.id());

        assertThat(kit.lastRequest().method()).isEqualTo("DELETE");
        assertNotFound(() -> kit.responses().retrieve(created.id()), "GET /responses/{response_id}");
        assertNotFound(() -> kit.responses().delete(created.id()), "DELETE /responses/{response_id}");
        assertNotFound(
                () -> kit.responses().inputItems().list(created.id()), "GET /responses/{response_id}/input_items");
    }

    @Test
    void cancel_responseInTheBackground_isCancelled() {
        Response queued =
                kit.responses().create(r -> r.model("gpt-4").background(true).input("x"));

        Response cancelled = kit.responses().cancel(queued.id());

        assertThat(queued.status()).isEqualTo(Response.Status.Known.QUEUED);
        assertThat(cancelled.id()).isEqualTo(queued.id());
        assertThat(cancelled.status()).isEqualTo(Response.Status.Known.CANCELLED);
        assertThat(kit.responses().retrieve(queued.id()).status()).isEqualTo(Response.Status.Known.CANCELLED);
    }

    @Test
    void cancel_responseThatIsNotInTheBackground_isRefused() {
        Response done = kit.responses().create(r -> r.model("gpt-4").input("x"));

        BadRequestException e = catchThrowableOfType(
                BadRequestException.class, () -> kit.responses().cancel(done.id()));

        assertThat(e)
                .hasMessageContaining("POST /responses/{response_id}/cancel")
                .hasMessageContaining("400");
    }

    @Test
    @Shows(row = "responses.input_items.list", check = Check.OPERATION_SEQUENCE)
    void inputItems_pagedInBothOrders_areEveryItemOnce() {
        String id = kit.responses()
                .create(r ->
                        r.model("gpt-4").input(List.of(Kit.user("text 0"), Kit.user("text 1"), Kit.user("text 2"))))
                .id();
        int before = kit.server.requests().size();

        ResponseInputItemPage page =
                kit.responses().inputItems().list(id, q -> q.limit(2L).order(Order.Known.ASC));

        assertThat(inputTexts(page)).isEqualTo(Kit.texts(0, 2));
        assertThat(kit.server.requests().size() - before).isEqualTo(2);
        assertThat(page.items()).hasSize(2);
        assertThat(inputTexts(kit.responses().inputItems().list(id, q -> q.limit(1L))))
                .isEqualTo(Kit.texts(2, 0));
        String first = ((InputMessageResource) page.items().get(0)).id();
        assertThat(inputTexts(kit.responses()
                        .inputItems()
                        .list(id, q -> q.order("asc").after(first))))
                .isEqualTo(Kit.texts(1, 2));
    }

    @Test
    void create_inAConversationThatIsNotThere_isNotFoundAndSaysWhich() {
        NotFoundException e = catchThrowableOfType(
                NotFoundException.class,
                () -> kit.responses()
                        .create(r -> r.model("gpt-4").conversation("conv_gone").input("x")));

        assertThat(e.serverMessage()).contains("conv_gone");
        assertThat(e).hasMessageContaining("POST /responses").hasMessageContaining(String.valueOf(e.requestId()));
    }

    @Test
    void create_withWhatTheServiceRefuses_saysWhichMember() {
        String id = kit.conversationOf(0);
        BadRequestException both = catchThrowableOfType(
                BadRequestException.class,
                () -> kit.responses()
                        .create(r -> r.model("gpt-4")
                                .conversation(id)
                                .previousResponseId("resp_1")
                                .input("x")));
        BadRequestException nothing = catchThrowableOfType(
                BadRequestException.class, () -> kit.responses().create());

        assertThat(both.serverMessage()).contains("previous_response_id").contains("conversation");
        assertThat(kit.server.items(id)).isEmpty();
        assertThat(nothing.status()).isEqualTo(400);
    }

    @Test
    void create_streamSetToTrue_isRefusedBeforeAnythingIsSent() {
        ResponseCreateRequest request = ResponseCreateRequest.builder().model("gpt-4").stream(true)
                .input("x")
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> kit.responses().create(request))
                .withMessageContaining("stream(...)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> kit.responses().retrieve("resp_1", r -> r.stream(true)))
                .withMessageContaining("retrieveStream(...)");
        assertThat(kit.server.requests()).isEmpty();
    }

    private JsonValue sentConversation(Consumer<ResponseCreateRequest.Builder> conversation) {
        Response response =
                kit.responses().create(r -> conversation.accept(r.model("gpt-4").input("x")));
        assertThat(response.conversation()).isNotNull();
        return Trees.member(kit.lastRequest().json(), "conversation");
    }

    private static ConversationReference reference(String id) {
        return ConversationReference.builder().id(id).build();
    }

    private static List<String> inputTexts(ResponseInputItemPage page) {
        return page.stream()
                .map((ResponseItem item) -> Trees.elements(Trees.member(JsonValue.parse(item.toJson()), "content")))
                .map(parts -> Trees.text(parts.get(0), "text"))
                .toList();
    }

    private static void assertNotFound(Runnable call, String operation) {
        assertThat(catchThrowableOfType(NotFoundException.class, call::run)).hasMessageStartingWith(operation);
    }
}
