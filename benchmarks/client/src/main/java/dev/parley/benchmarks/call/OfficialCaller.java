package dev.parley.benchmarks.call;

import com.openai.client.OpenAIClient;
import com.openai.client.OpenAIClientAsync;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.client.okhttp.OpenAIOkHttpClientAsync;
import com.openai.core.JsonValue;
import com.openai.models.conversations.ConversationCreateParams;
import com.openai.models.conversations.items.ItemRetrieveParams;
import com.openai.models.responses.EasyInputMessage;
import com.openai.models.responses.ResponseInputItem;

/** The official client, over OkHttp, as it is made by default. */
final class OfficialCaller {
    private static final String CONVERSATION = "conv_68e42e26e04d8193a78700864b8fa628";
    private static final String ITEM = "msg_685c6314ec248196db736327b7e54f8b05a07c4a7e49bf63";

    private OfficialCaller() {}

    static Caller blocking(String baseUrl) {
        OpenAIClient client =
                OpenAIOkHttpClient.builder().baseUrl(baseUrl).apiKey("sk-test").build();
        return new Caller() {
            @Override
            public Object retrieve() {
                return client.conversations().items().retrieve(item());
            }

            @Override
            public Object create() {
                return client.conversations().create(conversation());
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the caller of a Caller knows that it is one
    static Caller async(String baseUrl) {
        OpenAIClientAsync client = OpenAIOkHttpClientAsync.builder()
                .baseUrl(baseUrl)
                .apiKey("sk-test")
                .build();
        return new Caller() {
            @Override
            public Object retrieve() {
                return client.conversations().items().retrieve(item());
            }

            @Override
            public Object create() {
                return client.conversations().create(conversation());
            }
        };
    }

    private static ItemRetrieveParams item() {
        return ItemRetrieveParams.builder()
                .conversationId(CONVERSATION)
                .itemId(ITEM)
                .build();
    }

    private static ConversationCreateParams conversation() {
        return ConversationCreateParams.builder()
                .metadata(ConversationCreateParams.Metadata.builder()
                        .putAdditionalProperty("user_id", JsonValue.from("user_123"))
                        .build())
                .addItem(ResponseInputItem.ofEasyInputMessage(EasyInputMessage.builder()
                        .role(EasyInputMessage.Role.USER)
                        .content("Hello!")
                        .build()))
                .build();
    }
}
