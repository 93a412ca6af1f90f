package dev.parley.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.openai.OpenAiClient;
import dev.parley.testkit.ConversationsServer;
import dev.parley.testkit.ScriptedModel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StreamedAnswerTest {

    @Test
    void answer_whileItIsWritten_isPrintedWhole() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (ConversationsServer server = ConversationsServer.builder()
                        .model(ScriptedModel.of("Because of Rayleigh."))
                        .start();
                OpenAiClient client = OpenAiClient.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("key")
                        .build()) {
            StreamedAnswer.ask(client, "Why?", new PrintStream(text, true, StandardCharsets.UTF_8));
        }

        assertThat(text.toString(StandardCharsets.UTF_8)).isEqualTo("Because of Rayleigh." + System.lineSeparator());
    }
}
