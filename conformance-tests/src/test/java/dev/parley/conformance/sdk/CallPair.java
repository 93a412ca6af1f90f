package dev.parley.conformance.sdk;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.openai.OpenAiClient;
import java.util.function.Consumer;

/**
 * A call as a user of each client would make it.
 *
 * @param operation the name of the operation, {@code conversations.items.list}
 * @param name what is special of the call, unique within the operation
 * @param ours makes it with our client
 * @param theirs makes it with the official one
 * @param streams whether the answer is a stream of events
 * @param options settings of both clients
 */
record CallPair(
        String operation,
        String name,
        Consumer<OpenAiClient> ours,
        Consumer<OpenAIClient> theirs,
        boolean streams,
        Options options) {

    /** Settings that mean the same to both clients. */
    record Options(Consumer<OpenAiClient.Builder> ours, Consumer<OpenAIOkHttpClient.Builder> theirs) {
        static final Options NONE = new Options(builder -> {}, builder -> {});
    }

    CallPair(String operation, String name, Consumer<OpenAiClient> ours, Consumer<OpenAIClient> theirs) {
        this(operation, name, ours, theirs, false, Options.NONE);
    }

    static CallPair streaming(
            String operation, String name, Consumer<OpenAiClient> ours, Consumer<OpenAIClient> theirs) {
        return new CallPair(operation, name, ours, theirs, true, Options.NONE);
    }

    @Override
    public String toString() {
        return operation + ": " + name;
    }
}
