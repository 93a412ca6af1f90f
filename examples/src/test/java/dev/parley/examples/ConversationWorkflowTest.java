package dev.parley.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.json.JsonObject;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.RecordedRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConversationWorkflowTest {

    @Test
    void workflow_againstTestKit_callsEveryStepInOrder() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ConversationsServer server = ConversationsServer.start();
                OpenAiClient client = OpenAiClient.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .build()) {
            new ConversationWorkflow(client, new PrintStream(text, true, StandardCharsets.UTF_8)).run();

            assertThat(server.requests())
                    .extracting(RecordedRequest::method)
                    .containsExactly("POST", "POST", "POST", "GET", "POST", "GET", "DELETE", "DELETE");
        }
        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("user: And when should I not use one?\n  assistant: ")
                .contains("developer: Answer in one sentence.\n  user: Can you explain list comprehensions")
                .contains("Retrieved a message")
                .endsWith(": true\n");
    }

    @Test
    void itemText_unknownType_showsItWhole() {
        var item = dev.parley.openai.model.ConversationItem.fromJson(
                JsonObject.of("type", "hologram", "id", "h_1").toJson());

        assertThat(ItemText.of(item)).isEqualTo("something new, hologram: {\"type\":\"hologram\",\"id\":\"h_1\"}");
    }
}
