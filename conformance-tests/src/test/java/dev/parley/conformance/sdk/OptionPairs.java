package dev.parley.conformance.sdk;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.parley.openai.OpenAiClient;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Settings of the clients that show in requests: each with a call that has a body and one that has none. */
final class OptionPairs {

    private OptionPairs() {}

    static Stream<CallPair> all() {
        return Stream.of(
                        with("organization", b -> b.organization("org-1"), b -> b.organization("org-1")),
                        with("project", b -> b.project("proj-1"), b -> b.project("proj-1")),
                        with(
                                "organization and project",
                                b -> b.organization("org-1").project("proj-1"),
                                b -> b.organization("org-1").project("proj-1")),
                        with("another key", b -> b.apiKey("sk-other"), b -> b.apiKey("sk-other")),
                        with("header", b -> b.header("x-a", "1"), b -> b.putHeader("x-a", "1")),
                        with(
                                "header of the client's own",
                                b -> b.header("openai-beta", "a=b").header("accept", "application/vnd.a+json"),
                                b -> b.putHeader("openai-beta", "a=b")
                                        .replaceHeaders("accept", "application/vnd.a+json")),
                        with(
                                "parameter",
                                b -> b.query("api-version", "2 3"),
                                b -> b.putQueryParam("api-version", "2 3")),
                        with("timeout", b -> b.timeout(Duration.ofSeconds(30)), b -> b.timeout(Duration.ofSeconds(30))),
                        with("retries", b -> b.maxRetries(0), b -> b.maxRetries(0)))
                .flatMap(calls -> calls);
    }

    private static Stream<CallPair> with(
            String name, Consumer<OpenAiClient.Builder> ours, Consumer<OpenAIOkHttpClient.Builder> theirs) {
        CallPair.Options options = new CallPair.Options(ours, theirs);
        return Stream.of(
                new CallPair(
                        "conversations.create",
                        "option " + name,
                        client -> client.conversations().create(),
                        client -> client.conversations().create(),
                        false,
                        options),
                new CallPair(
                        "conversations.items.list",
                        "option " + name,
                        client -> client.conversations().items().list("conv_1"),
                        client -> client.conversations().items().list("conv_1"),
                        false,
                        options));
    }
}
