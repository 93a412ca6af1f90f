package dev.parley.conformance.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conformance.ItemFixture;
import dev.parley.openai.model.AdditionalTools;
import dev.parley.openai.model.CompactionBody;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageRole;
import dev.parley.openai.model.Program;
import dev.parley.openai.model.ProgramOutput;
import dev.parley.openai.model.ResponseOutputItemDoneEvent;
import dev.parley.openai.model.ResponseStreamEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Takes values of each variant through the switches, whose compilation is the greater part of the test. */
class EveryVariantTest {

    private static final Set<Class<?>> TAKEN_APART =
            Set.of(Message.class, Program.class, ProgramOutput.class, CompactionBody.class, AdditionalTools.class);

    static Stream<Sample> events() {
        return Sample.all().stream().filter(sample -> sample.model().equals("ResponseStreamEvent"));
    }

    @ParameterizedTest
    @MethodSource("dev.parley.conformance.ItemFixture#all")
    void switch_item_takesItsOwnCase(ItemFixture fixture) {
        ConversationItem item = fixture.decode();

        String described = EveryItem.described(item);

        if (TAKEN_APART.contains(item.getClass())) {
            assertThat(described).isEqualTo(takenApart(item));
        } else {
            assertThat(described).isEqualTo(fixture.type());
        }
    }

    @Test
    void switch_unknownItem_takesItsOwnCase() {
        assertThat(EveryItem.described(ConversationItem.fromJson("{\"type\": \"newer\"}"))).isEqualTo("not known: newer");
    }

    @Test
    void switch_contentsOfMessages_takeTheirOwnCases() {
        List<Message.Content> contents = ItemFixture.all()
                .map(ItemFixture::decode)
                .filter(Message.class::isInstance)
                .flatMap(item -> ((Message) item).content().stream())
                .toList();

        assertThat(contents).hasSizeGreaterThan(8);
        assertThat(contents).allSatisfy(content -> assertThat(EveryVariant.described(content))
                .doesNotStartWith("unknown"));
        assertThat(EveryVariant.described(Message.Content.fromJson("{\"type\": \"newer\"}"))).isEqualTo("unknown newer");
    }

    @ParameterizedTest
    @MethodSource("events")
    void switch_event_takesItsOwnCase(Sample sample) {
        ResponseStreamEvent event = ResponseStreamEvent.fromJson(sample.json().toJson());

        assertThat(EveryVariant.described(event)).isEqualTo(expected(event));
    }

    private static String expected(ResponseStreamEvent event) {
        if (event instanceof ResponseStreamEvent.Unknown) {
            return "unknown " + event.type();
        }
        boolean message = event instanceof ResponseOutputItemDoneEvent done && done.item().type().equals("message");
        return message ? "message" : event.type();
    }

    @Test
    void switch_openEnum_knownAndUnknownTakeTheirOwnCases() {
        assertThat(EveryVariant.described(MessageRole.of("developer"))).isEqualTo("instructions");
        assertThat(EveryVariant.described(MessageRole.of("newer"))).isEqualTo("unknown newer");
    }

    private static String takenApart(ConversationItem item) {
        if (item instanceof Message message) {
            return message.role().value() + " says " + message.content().size() + " things";
        }
        if (item instanceof Program program) {
            return "program of " + program.code().length();
        }
        if (item instanceof ProgramOutput output) {
            return "result of " + output.result().length();
        }
        if (item instanceof CompactionBody body) {
            return "compacted to " + body.encryptedContent().length();
        }
        return ((AdditionalTools) item).tools().size() + " tools";
    }
}
