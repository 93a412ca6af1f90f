package dev.parley.conformance.sdk;

import com.openai.core.JsonValue;
import com.openai.models.ChatModel;
import com.openai.models.responses.ResponseConversationParam;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponsePrompt;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ContextManagementParam;
import dev.parley.openai.model.ConversationParam;
import dev.parley.openai.model.ConversationReference;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.ModerationParam;
import dev.parley.openai.model.Prompt;
import dev.parley.openai.model.PromptCacheOptionsParam;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.openai.model.ResponseStreamOptions;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code responses.create} with each member of its body, made with the builders of both clients. */
final class ResponseCreatePairs {

    private ResponseCreatePairs() {}

    static Stream<CallPair> all() {
        return Stream.of(inputs(), scalars(), objects(), cleared(), includes(), streams(), ResponseToolPairs.all())
                .flatMap(calls -> calls);
    }

    private static Stream<CallPair> inputs() {
        return Stream.of(
                new CallPair(
                        "responses.create",
                        "nothing",
                        client -> client.responses().create(),
                        client -> client.responses().create()),
                create("model", r -> r.model("gpt-4.1"), b -> b.model(ChatModel.of("gpt-4.1"))),
                create("model other", r -> r.model("new-model"), b -> b.model("new-model")),
                create("input string", r -> r.input("Hello"), b -> b.input("Hello")),
                create("input items", r -> r.input(OwnItems.all()), b -> b.inputOfResponse(OfficialItems.all())),
                create("input no items", r -> r.input(List.of()), b -> b.inputOfResponse(List.of())),
                create("conversation id", r -> r.conversation("conv_1"), b -> b.conversation("conv_1")),
                create(
                        "conversation object",
                        r -> r.conversation(
                                ConversationReference.builder().id("conv_1").build()),
                        b -> b.conversation(
                                ResponseConversationParam.builder().id("conv_1").build())),
                create(
                        "previous_response_id",
                        r -> r.previousResponseId("resp_0"),
                        b -> b.previousResponseId("resp_0")));
    }

    // Deprecated members are still members.
    @SuppressWarnings("deprecation")
    private static Stream<CallPair> scalars() {
        return Stream.of(
                create("background", r -> r.background(true), b -> b.background(true)),
                create("instructions", r -> r.instructions("Be \u00fc."), b -> b.instructions("Be \u00fc.")),
                create("max_output_tokens", r -> r.maxOutputTokens(16L), b -> b.maxOutputTokens(16)),
                create("max_tool_calls", r -> r.maxToolCalls(3L), b -> b.maxToolCalls(3)),
                create("parallel_tool_calls", r -> r.parallelToolCalls(false), b -> b.parallelToolCalls(false)),
                create("prompt_cache_key", r -> r.promptCacheKey("k"), b -> b.promptCacheKey("k")),
                create(
                        "prompt_cache_retention",
                        r -> r.promptCacheRetention("24h"),
                        b -> b.promptCacheRetention(ResponseCreateParams.PromptCacheRetention.of("24h"))),
                create("safety_identifier", r -> r.safetyIdentifier("s"), b -> b.safetyIdentifier("s")),
                create(
                        "service_tier",
                        r -> r.serviceTier("flex"),
                        b -> b.serviceTier(ResponseCreateParams.ServiceTier.FLEX)),
                create("store", r -> r.store(false), b -> b.store(false)),
                create("temperature", r -> r.temperature(0.5), b -> b.temperature(0.5)),
                create("temperature whole", r -> r.temperature(1.0), b -> b.temperature(1.0)),
                create("top_logprobs", r -> r.topLogprobs(20L), b -> b.topLogprobs(20)),
                create("top_p", r -> r.topP(0.1), b -> b.topP(0.1)),
                create(
                        "truncation",
                        r -> r.truncation("auto"),
                        b -> b.truncation(ResponseCreateParams.Truncation.AUTO)),
                create("user", r -> r.user("u"), b -> b.user("u")),
                // The official client has no method for it: which of its methods is called says it.
                create(
                        "not streamed",
                        r -> r.stream(false),
                        b -> b.putAdditionalBodyProperty("stream", JsonValue.from(false))),
                create(
                        "another member",
                        r -> r.additionalProperty("new_member", new JsonString("x")),
                        b -> b.putAdditionalBodyProperty("new_member", JsonValue.from("x"))));
    }

    private static Stream<CallPair> objects() {
        return Stream.of(
                create("metadata", r -> r.metadata(Map.of("a", "b")), b -> b.metadata(metadata())),
                create(
                        "prompt",
                        r -> r.prompt(Prompt.builder().id("pmpt_1").version("2").build()),
                        b -> b.prompt(ResponsePrompt.builder()
                                .id("pmpt_1")
                                .version("2")
                                .build())),
                create(
                        "prompt_cache_options",
                        r -> r.promptCacheOptions(PromptCacheOptionsParam.builder()
                                .mode("explicit")
                                .build()),
                        b -> b.promptCacheOptions(ResponseCreateParams.PromptCacheOptions.builder()
                                .mode(ResponseCreateParams.PromptCacheOptions.Mode.of("explicit"))
                                .build())),
                create(
                        "context_management",
                        r -> r.addContextManagement(ContextManagementParam.builder()
                                .type("compaction")
                                .compactThreshold(1000L)
                                .build()),
                        b -> b.addContextManagement(ResponseCreateParams.ContextManagement.builder()
                                .type("compaction")
                                .compactThreshold(1000)
                                .build())),
                create(
                        "moderation",
                        r -> r.moderation(ModerationParam.builder()
                                .model("omni-moderation-latest")
                                .build()),
                        b -> b.moderation(ResponseCreateParams.Moderation.builder()
                                .model("omni-moderation-latest")
                                .build())),
                create(
                        "stream_options",
                        r -> r.streamOptions(ResponseStreamOptions.builder()
                                .includeObfuscation(false)
                                .build()),
                        b -> b.streamOptions(ResponseCreateParams.StreamOptions.builder()
                                .includeObfuscation(false)
                                .build())));
    }

    /** Members set to null. */
    private static Stream<CallPair> cleared() {
        return Stream.of(
                create("metadata null", r -> r.metadata(null), b -> b.metadata(Optional.empty())),
                create(
                        "conversation null",
                        r -> r.conversation((ConversationParam) null),
                        b -> b.conversation(Optional.empty())),
                create("instructions null", r -> r.instructions(null), b -> b.instructions(Optional.empty())),
                create("temperature null", r -> r.temperature(null), b -> b.temperature(Optional.empty())),
                create("reasoning null", r -> r.reasoning(null), b -> b.reasoning(Optional.empty())),
                create("store null", r -> r.store(null), b -> b.store(Optional.empty())),
                create(
                        "max_output_tokens null",
                        r -> r.maxOutputTokens(null),
                        b -> b.maxOutputTokens(Optional.empty())));
    }

    private static Stream<CallPair> includes() {
        List<CallPair> calls = new ArrayList<>(List.of(
                create("include none", r -> r.include(List.of()), b -> b.include(List.of())),
                create(
                        "include all",
                        r -> r.include(ItemPairs.include()),
                        b -> b.include(ItemPairs.officialInclude()))));
        ItemPairs.INCLUDE.forEach(value -> calls.add(create(
                "include " + value,
                r -> r.addInclude(Include.of(value)),
                b -> b.addInclude(ResponseIncludable.of(value)))));
        return calls.stream();
    }

    private static Stream<CallPair> streams() {
        return Stream.of(
                stream(
                        "stream",
                        r -> r.model("gpt-4").input("Hi"),
                        b -> b.model("gpt-4").input("Hi")),
                stream(
                        "stream with options",
                        r -> r.model("gpt-4")
                                .streamOptions(ResponseStreamOptions.builder()
                                        .includeObfuscation(true)
                                        .build()),
                        b -> b.model("gpt-4")
                                .streamOptions(ResponseCreateParams.StreamOptions.builder()
                                        .includeObfuscation(true)
                                        .build())));
    }

    static CallPair create(
            String name, Consumer<ResponseCreateRequest.Builder> ours, Consumer<ResponseCreateParams.Builder> theirs) {
        return new CallPair(
                "responses.create",
                name,
                client -> client.responses().create(ours),
                client -> client.responses().create(params(theirs)));
    }

    private static CallPair stream(
            String name, Consumer<ResponseCreateRequest.Builder> ours, Consumer<ResponseCreateParams.Builder> theirs) {
        Consumer<OpenAiClient> call = client -> {
            try (EventStream<ResponseStreamEvent> events = client.responses().stream(ours)) {
                events.forEach(event -> {});
            }
        };
        return CallPair.streaming("responses.create", name, call, client -> {
            try (var events = client.responses().createStreaming(params(theirs))) {
                events.stream().forEach(event -> {});
            }
        });
    }

    private static ResponseCreateParams params(Consumer<ResponseCreateParams.Builder> change) {
        ResponseCreateParams.Builder params = ResponseCreateParams.builder();
        change.accept(params);
        return params.build();
    }

    private static ResponseCreateParams.Metadata metadata() {
        return ResponseCreateParams.Metadata.builder()
                .putAdditionalProperty("a", JsonValue.from("b"))
                .build();
    }
}
