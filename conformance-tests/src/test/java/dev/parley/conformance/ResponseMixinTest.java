package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.Response;
import dev.parley.openai.model.ResponseMixin;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.openai.model.ResponseStreamEventMixin;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.testkit.ModelAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What responses and their events can do beyond their document. */
@Timeout(120)
class ResponseMixinTest {

    @Test
    void outputText_overSeveralMessagesAndOtherItems_isTheTextInOrder() {
        try (Kit kit = new Kit(ModelAnswer.text("one ")
                .and(ModelAnswer.functionCall("f", "{\"not\":\"this\"}"))
                .and(ModelAnswer.refusal("nor this"))
                .and(ModelAnswer.text("two")))) {
            Response response = kit.responses().create(r -> r.model("gpt-4").input("x"));

            assertThat(response.output()).hasSize(4);
            assertThat(response.outputText()).isEqualTo("one two");
            assertThat(response).isInstanceOf(ResponseMixin.class);
        }
    }

    @Test
    void outputText_ofSeveralPartsInAMessage_joinsTheTextsAlone() {
        JsonObject message = JsonObject.of("type", "message", "role", "assistant", "content", parts("Hel", null, "lo"));
        try (Kit kit = new Kit(ModelAnswer.items(message))) {
            assertThat(kit.responses().create(r -> r.model("gpt-4").input("x")).outputText())
                    .isEqualTo("Hello");
        }
    }

    @Test
    void outputText_ofARefusalOrNothing_isEmpty() {
        try (Kit kit = new Kit(ModelAnswer.refusal("no"), ModelAnswer.failure("server_error", "no"))) {
            assertThat(kit.responses().create(r -> r.model("gpt-4").input("x")).outputText())
                    .isEmpty();
            assertThat(kit.responses().create(r -> r.model("gpt-4").input("x")).outputText())
                    .isEmpty();
        }
    }

    @Test
    void outputText_ofAResponseWithoutOutput_isEmpty() {
        for (String output : List.of("", ",\"output\":null")) {
            Response response = Response.fromJson("{\"id\":\"resp_1\",\"object\":\"response\"" + output + "}");

            assertThat(response.output()).isNull();
            assertThat(response.outputText()).isEmpty();
        }
    }

    @Test
    void accumulator_ofAStreamWhoseEndHasNoOutput_hasTheTextOfItsDeltas() {
        ResponseStreamEvent.Accumulator sum = new ResponseStreamEvent.Accumulator();
        sum.add(ResponseStreamEvent.fromJson("{\"type\":\"response.output_text.delta\",\"delta\":\"one \"}"));
        sum.add(ResponseStreamEvent.fromJson("{\"type\":\"response.output_text.delta\",\"delta\":\"two\"}"));
        ResponseStreamEvent last = sum.add(ResponseStreamEvent.fromJson(
                "{\"type\":\"response.completed\",\"response\":{\"id\":\"resp_1\",\"object\":\"response\"}}"));

        assertThat(sum.text()).isEqualTo("one two");
        assertThat(sum.response()).isSameAs(last.result()).isNotNull();
        assertThat(Objects.requireNonNull(sum.response()).outputText()).isEmpty();
    }

    @Test
    void textDelta_ofAllEvents_isTheTextOnce() {
        try (Kit kit = new Kit(
                ModelAnswer.text("one two").and(ModelAnswer.refusal("no")).and(ModelAnswer.text("three")))) {
            List<ResponseStreamEvent> events = events(kit);

            assertThat(String.join(
                            "",
                            events.stream().map(ResponseStreamEvent::textDelta).toList()))
                    .isEqualTo("one twothree");
            assertThat(events).allMatch(event -> event instanceof ResponseStreamEventMixin);
        }
    }

    @Test
    void snapshotAndResult_areThereAtTheBeginningAndTheEnd() {
        try (Kit kit = new Kit(
                ModelAnswer.text("a b"),
                ModelAnswer.failure("server_error", "no"),
                ModelAnswer.incomplete("max_output_tokens", "a"))) {
            for (Response.Status status : List.of(
                    Response.Status.Known.COMPLETED, Response.Status.Known.FAILED, Response.Status.Known.INCOMPLETE)) {
                List<ResponseStreamEvent> events = events(kit);
                ResponseStreamEvent last = events.get(events.size() - 1);

                assertThat(Objects.requireNonNull(last.result()).status()).isEqualTo(status);
                assertThat(last.snapshot()).isSameAs(last.result());
                assertThat(events.subList(0, events.size() - 1)).allMatch(event -> event.result() == null);
                assertThat(events.stream()
                                .map(ResponseStreamEvent::snapshot)
                                .filter(Objects::nonNull)
                                .map(Response::status)
                                .toList())
                        .containsExactly(Response.Status.Known.IN_PROGRESS, Response.Status.Known.IN_PROGRESS, status);
            }
        }
    }

    @Test
    void accumulator_eventByEvent_grows() {
        try (Kit kit = new Kit(ModelAnswer.text("one two three"))) {
            ResponseStreamEvent.Accumulator sum = new ResponseStreamEvent.Accumulator();
            assertThat(sum.text()).isEmpty();
            assertThat(sum.response()).isNull();
            int length = 0;
            for (ResponseStreamEvent event : events(kit)) {
                assertThat(sum.add(event)).isSameAs(event);
                assertThat(sum.text()).hasSize(length + event.textDelta().length());
                length = sum.text().length();
            }

            assertThat(sum.text()).isEqualTo("one two three");
            assertThat(Objects.requireNonNull(sum.response()).outputText()).isEqualTo("one two three");
        }
    }

    private static List<ResponseStreamEvent> events(Kit kit) {
        try (EventStream<ResponseStreamEvent> events =
                kit.responses().stream(r -> r.model("gpt-4").input("x"))) {
            return events.stream().toList();
        }
    }

    /** Parts of a message: a text, or a refusal for null. */
    private static JsonArray parts(@Nullable String... texts) {
        List<JsonValue> parts = new ArrayList<>();
        for (String text : texts) {
            parts.add(text == null ? JsonObject.of("type", "refusal", "refusal", "no") : textPart(text));
        }
        return new JsonArray(parts);
    }

    private static JsonObject textPart(String text) {
        JsonArray none = new JsonArray(List.of());
        return JsonObject.of("type", "output_text", "text", text)
                .with("annotations", none)
                .with("logprobs", none);
    }
}
