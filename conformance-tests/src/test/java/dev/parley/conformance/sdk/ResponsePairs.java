package dev.parley.conformance.sdk;

import com.openai.client.OpenAIClient;
import com.openai.models.responses.ResponseCancelParams;
import com.openai.models.responses.ResponseDeleteParams;
import com.openai.models.responses.ResponseIncludable;
import com.openai.models.responses.ResponseRetrieveParams;
import com.openai.models.responses.inputitems.InputItemListParams;
import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.ResponseInputItemListRequest;
import dev.parley.openai.model.ResponseRetrieveRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.event.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The operations on responses but {@code create}, made with the builders of both clients. */
final class ResponsePairs {

    private ResponsePairs() {}

    static Stream<CallPair> all() {
        return Stream.of(retrieved(), deletedAndCancelled(), listed()).flatMap(calls -> calls);
    }

    private static Stream<CallPair> retrieved() {
        List<CallPair> calls = new ArrayList<>(List.of(
                retrieve("plain", r -> {}, b -> {}),
                retrieve(
                        "include all",
                        r -> r.include(ItemPairs.include()),
                        b -> b.include(ItemPairs.officialInclude())),
                retrieve("starting_after", r -> r.startingAfter(7L), b -> b.startingAfter(7)),
                retrieve("include_obfuscation", r -> r.includeObfuscation(false), b -> b.includeObfuscation(false)),
                // The official client has no method for it: which of its methods is called says it.
                retrieve("not streamed", r -> r.stream(false), b -> b.putAdditionalQueryParam("stream", "false")),
                stream("stream", r -> {}, b -> {}),
                stream(
                        "stream starting_after, include_obfuscation",
                        r -> r.startingAfter(7L).includeObfuscation(true),
                        b -> b.startingAfter(7).includeObfuscation(true)),
                stream(
                        "stream include all",
                        r -> r.include(ItemPairs.include()),
                        b -> b.include(ItemPairs.officialInclude()))));
        ItemPairs.INCLUDE.forEach(value -> calls.add(retrieve(
                "include " + value,
                r -> r.addInclude(Include.of(value)),
                b -> b.addInclude(ResponseIncludable.of(value)))));
        return calls.stream();
    }

    private static Stream<CallPair> deletedAndCancelled() {
        return Stream.of(
                new CallPair(
                        "responses.delete",
                        "plain",
                        client -> client.responses().delete("resp_1"),
                        client -> client.responses().delete("resp_1")),
                new CallPair(
                        "responses.delete",
                        "another header and parameter",
                        client -> ConversationPairs.with(client, "x-a", "1", "q", "2")
                                .responses()
                                .delete("resp_1"),
                        client -> client.responses()
                                .delete(
                                        "resp_1",
                                        ResponseDeleteParams.builder()
                                                .putAdditionalHeader("x-a", "1")
                                                .putAdditionalQueryParam("q", "2")
                                                .build())),
                new CallPair(
                        "responses.cancel",
                        "plain",
                        client -> client.responses().cancel("resp_1"),
                        client -> client.responses().cancel("resp_1")),
                new CallPair(
                        "responses.cancel",
                        "another header and parameter",
                        client -> ConversationPairs.with(client, "x-a", "1", "q", "2")
                                .responses()
                                .cancel("resp_1"),
                        client -> client.responses()
                                .cancel(
                                        "resp_1",
                                        ResponseCancelParams.builder()
                                                .putAdditionalHeader("x-a", "1")
                                                .putAdditionalQueryParam("q", "2")
                                                .build())));
    }

    private static Stream<CallPair> listed() {
        List<CallPair> calls = new ArrayList<>(List.of(
                list("plain", r -> {}, b -> {}),
                list("limit", r -> r.limit(5L), b -> b.limit(5)),
                list("order asc", r -> r.order("asc"), b -> b.order(InputItemListParams.Order.ASC)),
                list("order desc", r -> r.order("desc"), b -> b.order(InputItemListParams.Order.DESC)),
                list("after", r -> r.after("msg_9"), b -> b.after("msg_9")),
                list("after odd", r -> r.after("a b&c=d+e/\u00fc%"), b -> b.after("a b&c=d+e/\u00fc%")),
                list(
                        "everything",
                        r -> r.limit(1L).order("desc").after("a").include(ItemPairs.include()),
                        b -> b.limit(1)
                                .order(InputItemListParams.Order.DESC)
                                .after("a")
                                .include(ItemPairs.officialInclude()))));
        ItemPairs.INCLUDE.forEach(value -> calls.add(list(
                "include " + value,
                r -> r.addInclude(Include.of(value)),
                b -> b.addInclude(ResponseIncludable.of(value)))));
        return calls.stream();
    }

    private static CallPair retrieve(
            String name,
            Consumer<ResponseRetrieveRequest.Builder> ours,
            Consumer<ResponseRetrieveParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> client.responses().retrieve("resp_1", params(theirs));
        return new CallPair(
                "responses.retrieve", name, client -> client.responses().retrieve("resp_1", ours), call);
    }

    private static CallPair stream(
            String name,
            Consumer<ResponseRetrieveRequest.Builder> ours,
            Consumer<ResponseRetrieveParams.Builder> theirs) {
        Consumer<OpenAiClient> call = client -> {
            try (EventStream<ResponseStreamEvent> events = client.responses().retrieveStream("resp_1", ours)) {
                events.forEach(event -> {});
            }
        };
        return CallPair.streaming("responses.retrieve", name, call, client -> {
            try (var events = client.responses().retrieveStreaming("resp_1", params(theirs))) {
                events.stream().forEach(event -> {});
            }
        });
    }

    private static ResponseRetrieveParams params(Consumer<ResponseRetrieveParams.Builder> change) {
        ResponseRetrieveParams.Builder params = ResponseRetrieveParams.builder();
        change.accept(params);
        return params.build();
    }

    private static CallPair list(
            String name,
            Consumer<ResponseInputItemListRequest.Builder> ours,
            Consumer<InputItemListParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> {
            InputItemListParams.Builder params = InputItemListParams.builder();
            theirs.accept(params);
            client.responses().inputItems().list("resp_1", params.build());
        };
        return new CallPair(
                "responses.input_items.list",
                name,
                client -> client.responses().inputItems().list("resp_1", ours),
                call);
    }
}
