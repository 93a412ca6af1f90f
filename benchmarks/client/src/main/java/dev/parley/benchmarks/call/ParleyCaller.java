package dev.parley.benchmarks.call;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.EasyInputMessage;
import dev.parley.runtime.http.UrlConnectionTransport;
import java.util.Map;

/** Parley's generated client, over both of its transports. */
final class ParleyCaller {
    private static final String CONVERSATION = "conv_68e42e26e04d8193a78700864b8fa628";
    private static final String ITEM = "msg_685c6314ec248196db736327b7e54f8b05a07c4a7e49bf63";

    private ParleyCaller() {}

    static Caller blocking(String baseUrl) {
        return blocking(client(baseUrl).build());
    }

    static Caller overUrlConnection(String baseUrl) {
        return blocking(client(baseUrl)
                .transport(UrlConnectionTransport.builder().build())
                .build());
    }

    private static OpenAiClient.Builder client(String baseUrl) {
        return OpenAiClient.builder().baseUrl(baseUrl).apiKey("sk-test");
    }

    private static Caller blocking(OpenAiClient client) {
        return new Caller() {
            @Override
            public Object retrieve() {
                return client.conversations().items().retrieve(CONVERSATION, ITEM);
            }

            @Override
            public Object create() {
                return client.conversations().create(ParleyCaller::fill);
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the caller of a Caller knows that it is one
    static Caller async(String baseUrl) {
        OpenAiClient client = client(baseUrl).build();
        return new Caller() {
            @Override
            public Object retrieve() {
                return client.async().conversations().items().retrieve(CONVERSATION, ITEM);
            }

            @Override
            public Object create() {
                return client.async().conversations().create(ParleyCaller::fill);
            }
        };
    }

    private static void fill(ConversationCreateRequest.Builder request) {
        request.metadata(Map.of("user_id", "user_123"))
                .addItem(EasyInputMessage.builder()
                        .role("user")
                        .content("Hello!")
                        .build());
    }
}
