package dev.parley.examples;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.event.EventStream;
import dev.parley.testkit.ConversationsServer;
import java.io.PrintStream;

/**
 * An answer in a conversation, printed while the model writes it. As {@link ConversationWorkflow}, it talks to the test
 * kit's server unless {@code OPENAI_API_KEY} is set.
 */
public final class StreamedAnswer {

    private StreamedAnswer() {}

    /** Asks the words of the command line, or a question of its own. */
    public static void main(String[] arguments) {
        String question = arguments.length == 0 ? "Why is the sky blue?" : String.join(" ", arguments);
        if (System.getenv("OPENAI_API_KEY") != null) {
            try (OpenAiClient client = OpenAiClient.fromEnv()) {
                ask(client, question, System.out);
            }
            return;
        }
        try (ConversationsServer server = ConversationsServer.start();
                OpenAiClient client = OpenAiClient.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("test-key")
                        .build()) {
            ask(client, question, System.out);
        }
    }

    static void ask(OpenAiClient client, String question, PrintStream out) {
        Conversation conversation = client.conversations().create();
        try (EventStream<ResponseStreamEvent> events = client.responses().stream(
                r -> r.model("gpt-4o-mini").conversation(conversation.id()).input(question))) {
            for (ResponseStreamEvent event : events) {
                out.print(event.textDelta());
            }
        }
        out.println();
    }
}
