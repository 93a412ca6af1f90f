package dev.parley.benchmarks.coldstart;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.runtime.http.UrlConnectionTransport;
import java.io.IOException;

/** The generated client with the transport for short-lived processes. */
final class ParleyUrl {
    private ParleyUrl() {}

    /** Takes the base URL, the conversation, and {@code build} if nothing is to be fetched. */
    public static void main(String[] arguments) throws IOException {
        try (OpenAiClient client = OpenAiClient.builder()
                .baseUrl(arguments[0])
                .apiKey("key")
                .transport(UrlConnectionTransport.create())
                .build()) {
            if (arguments.length > 2) {
                Finish.with(client.getClass().getSimpleName());
                return;
            }
            ConversationItemListRequest request =
                    ConversationItemListRequest.builder().limit(100L).build();
            Finish.with(Integer.toString(client.conversations()
                    .items()
                    .list(arguments[1], request)
                    .items()
                    .size()));
        }
    }
}
