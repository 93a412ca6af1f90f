package dev.parley.conformance.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.SseException;
import com.openai.models.conversations.items.ItemListParams;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.inputitems.InputItemListParams;
import dev.parley.conformance.Kit;
import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Evidence;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.ResponseErrorEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.openai.model.ResponseTextDeltaEvent;
import dev.parley.runtime.error.StreamException;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.ModelAnswer;
import dev.parley.testkit.RecordedRequest;
import dev.parley.testkit.ScriptedModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What takes more than one answer: pages are asked for in the same way, events of a stream are the same events. */
@Timeout(120)
class SdkSequencesTest {

    @Test
    void pages_ofItems_areAskedForTheSameAndHoldTheSame() throws Throwable {
        try (Kit kit = new Kit()) {
            String id = kit.conversationOf(5);
            assertSamePages(
                    kit,
                    "conversations.items.list",
                    ours -> kit.items()
                            .list(
                                    id,
                                    r -> r.limit(2L)
                                            .order("asc")
                                            .addInclude(Include.Known.MESSAGE_OUTPUT_TEXT_LOGPROBS))
                            .all(),
                    theirs -> theirs.conversations()
                            .items()
                            .list(
                                    id,
                                    ItemListParams.builder()
                                            .limit(2)
                                            .order(ItemListParams.Order.ASC)
                                            .addInclude(ResponseIncludable.of("message.output_text.logprobs"))
                                            .build())
                            .autoPager());
        }
    }

    @Test
    void pages_ofInputItems_areAskedForTheSameAndHoldTheSame() throws Throwable {
        try (Kit kit = new Kit()) {
            String id = kit.responses()
                    .create(r -> r.model("gpt-4")
                            .input(IntStream.range(0, 5)
                                    .mapToObj(i -> Kit.user("text " + i))
                                    .toList()))
                    .id();
            assertSamePages(
                    kit,
                    "responses.input_items.list",
                    ours -> kit.responses()
                            .inputItems()
                            .list(id, r -> r.limit(2L))
                            .all(),
                    theirs -> theirs.responses()
                            .inputItems()
                            .list(id, InputItemListParams.builder().limit(2).build())
                            .autoPager());
        }
    }

    private static void assertSamePages(
            Kit kit,
            String operation,
            Function<Kit, Iterable<? extends JsonWritable>> ours,
            Function<OpenAIClient, Iterable<?>> theirs)
            throws Throwable {
        try (Official official = Official.of(kit.server.baseUrl())) {
            Evidence.show(operation, Check.OPERATION_SDK, "three pages", () -> {
                CallPair call = new CallPair(operation, "pages", client -> {}, client -> {});
                int before = kit.server.requests().size();
                List<JsonValue> own = new ArrayList<>();
                ours.apply(kit).forEach(item -> own.add(JsonValue.parse(item.toJson())));
                int between = kit.server.requests().size();
                List<JsonValue> read = new ArrayList<>();
                theirs.apply(official.client()).forEach(item -> read.add(OfficialJson.write(item)));
                List<RecordedRequest> sent = kit.server.requests();

                assertThat(own).hasSize(5).isEqualTo(read);
                assertThat(between - before).isEqualTo(3).isEqualTo(sent.size() - between);
                for (int i = 0; i < 3; i++) {
                    ComparedRequest mine = ComparedRequest.of(sent.get(before + i));
                    assertThat(Difference.unlisted(call, mine.differences(ComparedRequest.of(sent.get(between + i)))))
                            .isEmpty();
                }
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> events_ofAStream_areTheSameToBoth() {
        return Map.of(
                        "text", ModelAnswer.text("Hello, \u00fc"),
                        "refusal", ModelAnswer.refusal("I will not"),
                        "function call", ModelAnswer.functionCall("f", "{\"a\": 1}"),
                        "failure", ModelAnswer.failure("server_error", "no"),
                        "incomplete", ModelAnswer.incomplete("max_output_tokens", "so f"),
                        "several", ModelAnswer.text("one").and(ModelAnswer.functionCall("f", "{}")))
                .entrySet()
                .stream()
                .map(answer -> DynamicTest.dynamicTest(
                        answer.getKey(),
                        () -> Evidence.show(
                                "responses.create",
                                Check.OPERATION_SDK,
                                "events of " + answer.getKey(),
                                () -> assertSameEvents(streamed(answer.getValue())))));
    }

    @Test
    void event_thatIsAnError_isAnEventOfBoth() {
        String event = "{\"type\":\"error\",\"sequence_number\":0,\"code\":\"c\",\"message\":\"m\",\"param\":null}";
        try (BothClients clients = streaming("event: error\ndata: " + event + "\n\n")) {
            assertThat(ours(clients)).singleElement().isInstanceOf(ResponseErrorEvent.class);
            assertThat(theirs(clients))
                    .singleElement()
                    .matches(com.openai.models.responses.ResponseStreamEvent::isError);
        }
    }

    @Test
    void data_thatIsTheErrorOfAnAnswer_isAnExceptionOfBothWithTheSameFields() {
        String error = "{\"error\":{\"message\":\"m\",\"type\":\"t\",\"param\":\"p\",\"code\":\"c\"}}";
        try (BothClients clients = streaming("data: " + error + "\n\n")) {
            StreamException ours = catchThrowableOfType(StreamException.class, () -> ours(clients));
            SseException theirs = catchThrowableOfType(SseException.class, () -> theirs(clients));
            assertThat(theirs.code()).contains("c").isEqualTo(Optional.ofNullable(ours.code()));
            assertThat(theirs.param()).contains("p").isEqualTo(Optional.ofNullable(ours.param()));
            assertThat(theirs.type()).contains("t").isEqualTo(Optional.ofNullable(ours.type()));
        }
    }

    private static void assertSameEvents(String text) {
        try (BothClients clients = streaming(text)) {
            List<ResponseStreamEvent> ours = ours(clients);
            List<com.openai.models.responses.ResponseStreamEvent> theirs = theirs(clients);

            assertThat(ours).hasSizeGreaterThan(2).hasSameSizeAs(theirs);
            for (int i = 0; i < ours.size(); i++) {
                ResponseStreamEvent own = ours.get(i);
                assertThat(JsonValue.parse(own.toJson())).isEqualTo(OfficialJson.write(theirs.get(i)));
                assertThat(ChosenVariant.of(theirs.get(i)).orElseThrow().name())
                        .isEqualTo(ChosenVariant.nameOf(own.type().replaceFirst("^response\\.", "")));
                assertThat(Meaning.of((Record) own, theirs.get(i)).differences())
                        .isEmpty();
            }
            assertThat(ours.stream()
                            .filter(ResponseTextDeltaEvent.class::isInstance)
                            .map(event -> ((ResponseTextDeltaEvent) event).delta()))
                    .containsExactlyElementsOf(theirs.stream()
                            .filter(com.openai.models.responses.ResponseStreamEvent::isOutputTextDelta)
                            .map(event -> event.asOutputTextDelta().delta())
                            .toList());
        }
    }

    private static BothClients streaming(String text) {
        return BothClients.answered(200, text, Map.of("content-type", "text/event-stream"));
    }

    private static List<ResponseStreamEvent> ours(BothClients clients) {
        try (EventStream<ResponseStreamEvent> events = clients.ours().responses().stream(r -> r.model("gpt-4"))) {
            return events.stream().toList();
        }
    }

    private static List<com.openai.models.responses.ResponseStreamEvent> theirs(BothClients clients) {
        ResponseCreateParams params =
                ResponseCreateParams.builder().model("gpt-4").build();
        try (StreamResponse<com.openai.models.responses.ResponseStreamEvent> events =
                clients.theirs().responses().createStreaming(params)) {
            return events.stream().toList();
        }
    }

    /** The stream of events of the test kit for an answer of a model, as text. */
    private static String streamed(ModelAnswer answer) throws IOException, InterruptedException {
        try (ConversationsServer server =
                ConversationsServer.builder().model(ScriptedModel.of(answer)).start()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(server.baseUrl() + "/responses"))
                    .header("authorization", "Bearer sk-test")
                    .header("content-type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"gpt-4\",\"input\":\"Hi\",\"stream\":true}"))
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    /** The official client, which {@code try} cannot close. */
    private record Official(OpenAIClient client) implements AutoCloseable {
        static Official of(String baseUrl) {
            return new Official(OpenAIOkHttpClient.builder()
                    .baseUrl(baseUrl)
                    .apiKey("sk-test")
                    .build());
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
