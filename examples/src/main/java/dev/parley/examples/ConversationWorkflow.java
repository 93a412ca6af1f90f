package dev.parley.examples;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationDeleted;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputTextContent;
import dev.parley.openai.model.Message;
import dev.parley.openai.model.Order;
import dev.parley.openai.model.Response;
import dev.parley.testkit.ConversationsServer;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * A conversation from start to end: create it, add a message, get a response in it, list what is in it, update it, look
 * at one item, clean up.
 *
 * <p>Needs nothing: it starts the test kit's server. With {@code OPENAI_API_KEY} set it talks to the real one, or to
 * the one that {@code OPENAI_BASE_URL} names.
 */
public final class ConversationWorkflow {

    private static final String MODEL = "gpt-4o-mini";

    private final OpenAiClient client;
    private final PrintStream out;

    ConversationWorkflow(OpenAiClient client, PrintStream out) {
        this.client = client;
        this.out = out;
    }

    /** Runs the workflow against the server that the environment names, or against the test kit's. */
    public static void main(String[] arguments) {
        if (System.getenv("OPENAI_API_KEY") != null) {
            try (OpenAiClient client = OpenAiClient.fromEnv()) {
                new ConversationWorkflow(client, System.out).run();
            }
            return;
        }
        try (ConversationsServer server = ConversationsServer.start();
                OpenAiClient client = OpenAiClient.builder()
                        .baseUrl(server.baseUrl())
                        .apiKey("test-key")
                        .build()) {
            new ConversationWorkflow(client, System.out).run();
        }
    }

    void run() {
        // 1. Start a conversation.
        Conversation conversation = client.conversations()
                .create(c -> c.metadata(Map.of("user_id", "user_789", "topic", "python_help", "priority", "high")));
        String id = conversation.id();
        out.println("Started " + id + ", metadata " + conversation.metadata());

        // 2. Add messages: the short form with plain text, and the long one with parts.
        ConversationItemList added = client.conversations()
                .items()
                .create(
                        id,
                        items -> items.addItem(EasyInputMessage.builder()
                                        .role("developer")
                                        .content("Answer in one sentence.")
                                        .build())
                                .addItem(EasyInputMessage.builder()
                                        .role("user")
                                        .content(List.of(InputTextContent.builder()
                                                .text("Can you explain list comprehensions in Python?")
                                                .build()))
                                        .build()));
        out.println("Added " + added.data().size() + " items");

        // 3. Let a model answer within the conversation; question and answer become items of it.
        Response response =
                client.responses().create(r -> r.model(MODEL).conversation(id).input("And when should I not use one?"));
        out.println("Answered: " + response.outputText());

        // 4. List everything, oldest first; further pages are fetched as the loop asks for them.
        out.println("History:");
        for (ConversationItem item : client.conversations()
                .items()
                .list(id, q -> q.order(Order.Known.ASC))
                .all()) {
            out.println("  " + ItemText.of(item));
        }

        // 5. Replace the metadata.
        Conversation updated = client.conversations()
                .update(id, u -> u.metadata(Map.of("user_id", "user_789", "topic", "python_help", "resolved", "true")));
        out.println("Updated, metadata " + updated.metadata());

        // 6. Look at one item again, with more detail.
        Message first = (Message) added.data().get(0);
        ConversationItem again = client.conversations()
                .items()
                .retrieve(id, first.id(), q -> q.addInclude(Include.Known.MESSAGE_OUTPUT_TEXT_LOGPROBS));
        out.println("Retrieved a " + again.type() + ": " + ItemText.of(again));

        // 7. Clean up: one item, then the conversation.
        Conversation without = client.conversations().items().delete(id, first.id());
        out.println("Deleted " + first.id() + " from " + without.id());
        ConversationDeleted deleted = client.conversations().delete(id);
        out.println("Deleted " + deleted.id() + ": " + deleted.deleted());
    }
}
