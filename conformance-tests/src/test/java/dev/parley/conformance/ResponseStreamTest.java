package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.conformance.report.Check;
import dev.parley.conformance.report.Shows;
import dev.parley.openai.model.Response;
import dev.parley.openai.model.ResponseCompletedEvent;
import dev.parley.openai.model.ResponseContentPartAddedEvent;
import dev.parley.openai.model.ResponseContentPartDoneEvent;
import dev.parley.openai.model.ResponseCreatedEvent;
import dev.parley.openai.model.ResponseFailedEvent;
import dev.parley.openai.model.ResponseFunctionCallArgumentsDeltaEvent;
import dev.parley.openai.model.ResponseFunctionCallArgumentsDoneEvent;
import dev.parley.openai.model.ResponseInProgressEvent;
import dev.parley.openai.model.ResponseIncompleteEvent;
import dev.parley.openai.model.ResponseOutputItemAddedEvent;
import dev.parley.openai.model.ResponseOutputItemDoneEvent;
import dev.parley.openai.model.ResponseQueuedEvent;
import dev.parley.openai.model.ResponseRefusalDeltaEvent;
import dev.parley.openai.model.ResponseRefusalDoneEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.openai.model.ResponseStreamOptions;
import dev.parley.openai.model.ResponseTextDeltaEvent;
import dev.parley.openai.model.ResponseTextDoneEvent;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.ModelAnswer;
import dev.parley.testkit.StreamFault;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Responses as streams of typed events, pulled one by one. */
@Timeout(120)
@Shows(row = "responses.create", check = Check.OPERATION_SEQUENCE)
class ResponseStreamTest {

    @Test
    void stream_ofAText_isEveryEventTypedInOrder() {
        try (Kit kit = new Kit(ModelAnswer.text("Hello"))) {
            List<ResponseStreamEvent> events = events(kit);

            assertThat(Trees.member(kit.lastRequest().json(), "stream")).isEqualTo(JsonBoolean.TRUE);
            assertThat(kit.lastRequest().header("accept")).contains("text/event-stream");
            List<Class<?>> types = new ArrayList<>(events.stream()
                    .<Class<?>>map(ResponseStreamEvent::getClass)
                    .distinct()
                    .toList());
            assertThat(types)
                    .containsExactly(
                            ResponseCreatedEvent.class,
                            ResponseInProgressEvent.class,
                            ResponseOutputItemAddedEvent.class,
                            ResponseContentPartAddedEvent.class,
                            ResponseTextDeltaEvent.class,
                            ResponseTextDoneEvent.class,
                            ResponseContentPartDoneEvent.class,
                            ResponseOutputItemDoneEvent.class,
                            ResponseCompletedEvent.class);
            assertThat(sequenceNumbers(events))
                    .containsExactlyElementsOf(
                            LongStream.range(0, events.size()).boxed().toList());
        }
    }

    @Test
    void stream_ofOtherAnswers_hasTheirEvents() {
        try (Kit kit = new Kit(
                ModelAnswer.refusal("I will not"),
                ModelAnswer.functionCall("f", "{\"a\": 1}"),
                ModelAnswer.failure("server_error", "no"),
                ModelAnswer.incomplete("max_output_tokens", "so f"))) {
            assertThat(events(kit))
                    .hasAtLeastOneElementOfType(ResponseRefusalDeltaEvent.class)
                    .hasAtLeastOneElementOfType(ResponseRefusalDoneEvent.class);
            assertThat(events(kit))
                    .hasAtLeastOneElementOfType(ResponseFunctionCallArgumentsDeltaEvent.class)
                    .hasAtLeastOneElementOfType(ResponseFunctionCallArgumentsDoneEvent.class);
            assertThat(events(kit)).last().isInstanceOf(ResponseFailedEvent.class);
            assertThat(events(kit)).last().isInstanceOf(ResponseIncompleteEvent.class);
        }
    }

    @Test
    void stream_inAConversation_accumulatesToTheFinalTextAndIsAppended() {
        try (Kit kit = new Kit()) {
            String id = kit.conversationOf(0);
            ResponseStreamEvent.Accumulator sum = new ResponseStreamEvent.Accumulator();

            try (EventStream<ResponseStreamEvent> events = kit.responses().stream(
                    r -> r.model("gpt-4").conversation(id).input("Tell me a story, please"))) {
                assertThat(events.status()).isEqualTo(200);
                assertThat(events.requestId()).startsWith("req_");
                events.forEach(sum::add);
            }

            Response response = sum.response();
            assertThat(response).isNotNull();
            assertThat(sum.text()).isNotEmpty().isEqualTo(response.outputText());
            assertThat(response).isEqualTo(kit.responses().retrieve(response.id()));
            assertThat(Kit.texts(kit.items().list(id, q -> q.order("asc")).all()))
                    .containsExactly("Tell me a story, please", sum.text());
        }
    }

    @Test
    void stream_leftEarly_freesTheConnectionAtOnce() {
        try (Kit kit = Kit.slow()) {
            try (EventStream<ResponseStreamEvent> events = open(kit)) {
                for (ResponseStreamEvent event : events) {
                    assertThat(event).isInstanceOf(ResponseCreatedEvent.class);
                    break;
                }
                assertThat(kit.server.activeExchanges()).isEqualTo(1);
            }

            kit.awaitNoExchange();
        }
    }

    @Test
    void stream_asAJavaStream_isLazyAndClosesWithIt() {
        try (Kit kit = Kit.slow()) {
            try (Stream<ResponseStreamEvent> events = open(kit).stream()) {
                assertThat(events.limit(2)).hasSize(2);
                assertThat(kit.server.activeExchanges()).isEqualTo(1);
            }

            kit.awaitNoExchange();
        }
    }

    @Test
    @SuppressWarnings("try") // closing is what the test is about
    void stream_stalled_givesWhatIsThereAndTheRestIsGivenUpByClose() {
        try (Kit kit = new Kit()) {
            kit.server.failNextStream(StreamFault.stallAfter(2));
            try (EventStream<ResponseStreamEvent> events = open(kit)) {
                Iterator<ResponseStreamEvent> iterator = events.iterator();
                assertThat(iterator.next()).isInstanceOf(ResponseCreatedEvent.class);
                assertThat(iterator.next()).isInstanceOf(ResponseInProgressEvent.class);
                events.close();
                assertThatIllegalStateException().isThrownBy(iterator::hasNext).withMessageContaining("closed");
            }
        }
    }

    @Test
    void stream_walkedTwice_isRefused() {
        try (Kit kit = new Kit();
                EventStream<ResponseStreamEvent> events = open(kit)) {
            events.forEach(event -> {});

            assertThatIllegalStateException().isThrownBy(events::iterator).withMessageContaining("only once");
            assertThatIllegalStateException().isThrownBy(events::stream);
        }
    }

    @Test
    void stream_endingWithDone_endsThere() {
        try (Kit kit = new Kit(ConversationsServer.builder().streamDone(true))) {
            assertThat(events(kit)).last().isInstanceOf(ResponseCompletedEvent.class);
            kit.awaitNoExchange();
        }
    }

    @Test
    @Shows(row = "responses.retrieve", check = Check.OPERATION_SEQUENCE)
    void retrieveStream_startingAfter_takesUpWhereAnotherBroke() {
        try (Kit kit = new Kit(ModelAnswer.text("One two three four"))) {
            List<ResponseStreamEvent> all = events(kit);
            String id = ((ResponseCreatedEvent) all.get(0)).response().id();

            for (int last : new int[] {0, 4, all.size() - 2}) {
                try (EventStream<ResponseStreamEvent> rest =
                        kit.responses().retrieveStream(id, r -> r.startingAfter((long) last))) {
                    assertThat(rest).containsExactlyElementsOf(all.subList(last + 1, all.size()));
                }
                assertThat(kit.lastRequest().target()).contains("stream=true").contains("starting_after=" + last);
            }
        }
    }

    @Test
    void stream_inTheBackground_saysThatItIsQueued() {
        try (Kit kit = new Kit();
                EventStream<ResponseStreamEvent> events = kit.responses().stream(
                        r -> r.model("gpt-4").background(true).input("x"))) {
            assertThat(events).hasAtLeastOneElementOfType(ResponseQueuedEvent.class);
        }
    }

    @Test
    void stream_withoutObfuscation_hasDeltasOfTheTextAlone() {
        try (Kit kit = new Kit(ModelAnswer.text("a b"), ModelAnswer.text("a b"))) {
            assertThat(deltas(events(kit))).allMatch(delta -> delta.contains("obfuscation"));
            try (EventStream<ResponseStreamEvent> plain = kit.responses().stream(r -> r.model("gpt-4")
                    .streamOptions(ResponseStreamOptions.builder()
                            .includeObfuscation(false)
                            .build())
                    .input("x"))) {
                assertThat(deltas(plain.stream().toList()))
                        .isNotEmpty()
                        .noneMatch(delta -> delta.contains("obfuscation"));
            }
        }
    }

    private static EventStream<ResponseStreamEvent> open(Kit kit) {
        return kit.responses().stream(r -> r.model("gpt-4").input("one two three four five six"));
    }

    /** All events of one stream, none of which may be unknown. */
    private static List<ResponseStreamEvent> events(Kit kit) {
        try (EventStream<ResponseStreamEvent> events = open(kit)) {
            List<ResponseStreamEvent> all = events.stream().toList();
            assertThat(all).doesNotHaveAnyElementsOfTypes(ResponseStreamEvent.Unknown.class);
            assertThat(all.stream().flatMap(event -> Records.parts((Record) event).stream()))
                    .filteredOn(Records.Part::isUnknownVariant)
                    .isEmpty();
            return all;
        }
    }

    private static List<Long> sequenceNumbers(List<ResponseStreamEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> JsonValue.parse(events.get(i).toJson()))
                .map(json -> ((JsonNumber) Trees.member(json, "sequence_number")).longValue())
                .toList();
    }

    private static List<JsonObject> deltas(List<ResponseStreamEvent> events) {
        return events.stream()
                .filter(ResponseTextDeltaEvent.class::isInstance)
                .map(event -> Trees.object(JsonValue.parse(event.toJson())))
                .toList();
    }
}
