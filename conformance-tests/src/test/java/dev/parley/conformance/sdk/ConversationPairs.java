package dev.parley.conformance.sdk;

import static java.util.Map.entry;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.models.conversations.ConversationCreateParams;
import com.openai.models.conversations.ConversationDeleteParams;
import com.openai.models.conversations.ConversationRetrieveParams;
import com.openai.models.conversations.ConversationUpdateParams;
import dev.parley.conformance.Kit;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.runtime.json.JsonString;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The operations on conversations with everything that can be said to them, made with the builders of both clients. */
final class ConversationPairs {

    /** Identifiers that mean something else in an address unless they are encoded. */
    private static final List<String> IDS = List.of(
            "conv_1",
            "conv 1",
            "conv/1",
            "a?b#c",
            "\u00fcn\u00ef",
            "a%2Fb",
            "a+b&c=d;e,f:g@h",
            "quote'\"",
            "a/../b",
            "\ud83d\ude00",
            "~!$*()-_.",
            "..",
            ".",
            "");

    private ConversationPairs() {}

    static Stream<CallPair> all() {
        return Stream.of(created(), retrieved(), updated(), deleted()).flatMap(calls -> calls);
    }

    private static Stream<CallPair> created() {
        return Stream.of(
                new CallPair(
                        "conversations.create",
                        "nothing",
                        client -> client.conversations().create(),
                        client -> client.conversations().create()),
                create("empty", r -> {}, b -> {}),
                create("metadata", r -> r.metadata(Map.of("user_id", "user_123")), b -> b.metadata(metadata())),
                create(
                        "metadata empty",
                        r -> r.metadata(Map.of()),
                        b -> b.metadata(
                                ConversationCreateParams.Metadata.builder().build())),
                create("metadata null", r -> r.metadata(null), b -> b.metadata(Optional.empty())),
                create("items", r -> r.addItem(Kit.user("Hi")), b -> b.addItem(OfficialItems.user("Hi"))),
                create("items empty", r -> r.items(List.of()), b -> b.items(List.of())),
                create("items null", r -> r.items(null), b -> b.items(Optional.empty())),
                create(
                        "items and metadata",
                        r -> r.addItem(Kit.user("1")).addItem(Kit.user("2")).metadata(Map.of("user_id", "user_123")),
                        b -> b.addItem(OfficialItems.user("1"))
                                .addItem(OfficialItems.user("2"))
                                .metadata(metadata())),
                create(
                        "another member",
                        r -> r.additionalProperty("new_member", new JsonString("x")),
                        b -> b.putAdditionalBodyProperty("new_member", JsonValue.from("x"))),
                new CallPair(
                        "conversations.create",
                        "another header and parameter",
                        client -> ConversationPairs.with(client, "x-a", "1", "q", "a b&c")
                                .conversations()
                                .create(),
                        client -> client.conversations()
                                .create(ConversationCreateParams.builder()
                                        .putAdditionalHeader("x-a", "1")
                                        .putAdditionalQueryParam("q", "a b&c")
                                        .build())));
    }

    private static Stream<CallPair> retrieved() {
        Stream<CallPair> ids = IDS.stream()
                .map(id -> new CallPair(
                        "conversations.retrieve",
                        "id " + new JsonString(id).toJson(),
                        client -> client.conversations().retrieve(id),
                        client -> client.conversations().retrieve(id)));
        return Stream.concat(
                ids,
                Stream.of(new CallPair(
                        "conversations.retrieve",
                        "another header and parameter",
                        client -> with(client, "x-a", "1", "q", "\u00fc/+%")
                                .conversations()
                                .retrieve("conv_1"),
                        client -> client.conversations()
                                .retrieve(
                                        "conv_1",
                                        ConversationRetrieveParams.builder()
                                                .putAdditionalHeader("x-a", "1")
                                                .putAdditionalQueryParam("q", "\u00fc/+%")
                                                .build()))));
    }

    private static Stream<CallPair> updated() {
        return Stream.of(
                update(
                        "metadata",
                        r -> r.metadata(Map.of("a", "b")),
                        b -> b.metadata(ConversationUpdateParams.Metadata.builder()
                                .putAdditionalProperty("a", JsonValue.from("b"))
                                .build())),
                update(
                        "metadata empty",
                        r -> r.metadata(Map.of()),
                        b -> b.metadata(
                                ConversationUpdateParams.Metadata.builder().build())),
                update("metadata null", r -> r.metadata(null), b -> b.metadata(Optional.empty())),
                update(
                        "another member",
                        r -> r.metadata(null).additionalProperty("new_member", new JsonString("x")),
                        b -> b.metadata(Optional.empty())
                                .putAdditionalBodyProperty("new_member", JsonValue.from("x"))));
    }

    private static Stream<CallPair> deleted() {
        return Stream.of(
                new CallPair(
                        "conversations.delete",
                        "plain",
                        client -> client.conversations().delete("conv_1"),
                        client -> client.conversations().delete("conv_1")),
                new CallPair(
                        "conversations.delete",
                        "another header and parameter",
                        client -> with(client, "x-a", "1", "q", "2")
                                .conversations()
                                .delete("conv_1"),
                        client -> client.conversations()
                                .delete(
                                        "conv_1",
                                        ConversationDeleteParams.builder()
                                                .putAdditionalHeader("x-a", "1")
                                                .putAdditionalQueryParam("q", "2")
                                                .build())));
    }

    /** What is said per request to the official client is said per derived client to ours. */
    static OpenAiClient with(OpenAiClient client, String header, String value, String parameter, String text) {
        return client.withOptions(options -> options.header(header, value).query(parameter, text));
    }

    private static CallPair create(
            String name,
            Consumer<ConversationCreateRequest.Builder> ours,
            Consumer<ConversationCreateParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> {
            ConversationCreateParams.Builder params = ConversationCreateParams.builder();
            theirs.accept(params);
            client.conversations().create(params.build());
        };
        return new CallPair(
                "conversations.create", name, client -> client.conversations().create(ours), call);
    }

    private static CallPair update(
            String name,
            Consumer<ConversationUpdateRequest.Builder> ours,
            Consumer<ConversationUpdateParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> {
            ConversationUpdateParams.Builder params = ConversationUpdateParams.builder();
            theirs.accept(params);
            client.conversations().update("conv_1", params.build());
        };
        return new CallPair(
                "conversations.update", name, client -> client.conversations().update("conv_1", ours), call);
    }

    private static ConversationCreateParams.Metadata metadata() {
        return ConversationCreateParams.Metadata.builder()
                .additionalProperties(Map.ofEntries(entry("user_id", JsonValue.from("user_123"))))
                .build();
    }
}
