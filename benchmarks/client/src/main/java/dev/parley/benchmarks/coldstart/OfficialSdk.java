package dev.parley.benchmarks.coldstart;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.conversations.items.ItemListParams;
import java.io.IOException;

/** openai-java, as it comes: over OkHttp. */
final class OfficialSdk {
    private OfficialSdk() {}

    /** Takes the base URL, the conversation, and {@code build} if nothing is to be fetched. */
    public static void main(String[] arguments) throws IOException {
        OpenAIClient client =
                OpenAIOkHttpClient.builder().baseUrl(arguments[0]).apiKey("key").build();
        try {
            if (arguments.length > 2) {
                Finish.with(client.getClass().getSimpleName());
                return;
            }
            ItemListParams request = ItemListParams.builder().limit(100L).build();
            Finish.with(Integer.toString(client.conversations()
                    .items()
                    .list(arguments[1], request)
                    .items()
                    .size()));
        } finally {
            client.close();
        }
    }
}
