package dev.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.model.InputImageContent;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.MessageMixin;
import dev.parley.openai.model.OutputTextContent;
import dev.parley.openai.model.RefusalContent;
import dev.parley.openai.model.TextContent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The one thing that a message can do beyond its document, from {@code mixins/Message.mustache}. */
class MessageTextTest {

    @Test
    void text_ofTextParts_isThemJoinedInOrder() {
        Message message = message(
                InputTextContent.builder().text("one ").build(),
                OutputTextContent.builder()
                        .text("two ")
                        .annotations(List.of())
                        .logprobs(List.of())
                        .build(),
                TextContent.builder().text("three").build());

        assertThat(message.text()).isEqualTo("one two three");
        assertThat(message).isInstanceOf(MessageMixin.class);
    }

    @Test
    void text_ofOtherParts_leavesThemOut() {
        Message message = message(
                InputImageContent.builder().detail("auto").build(),
                RefusalContent.builder().refusal("no").build(),
                InputTextContent.builder().text("yes").build(),
                Message.Content.fromJson("{\"type\":\"scent\",\"text\":\"lavender\"}"));

        assertThat(message.text()).isEqualTo("yes");
    }

    @Test
    void text_ofNoParts_isEmpty() {
        assertThat(message().text()).isEmpty();
    }

    private static Message message(Message.Content... content) {
        return Message.builder()
                .id("msg_1")
                .status("completed")
                .role("user")
                .content(List.of(content))
                .build();
    }
}
