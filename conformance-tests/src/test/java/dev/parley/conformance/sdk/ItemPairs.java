package dev.parley.conformance.sdk;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.models.conversations.items.ItemCreateParams;
import com.openai.models.conversations.items.ItemDeleteParams;
import com.openai.models.conversations.items.ItemListParams;
import com.openai.models.conversations.items.ItemRetrieveParams;
import com.openai.models.responses.ResponseIncludable;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.ConversationItemRetrieveRequest;
import dev.parley.openai.model.Include;
import dev.parley.runtime.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The operations on the items of a conversation with everything that can be said to them, made with both builders. */
final class ItemPairs {

    /** Every value of {@code include}, and one that neither client knows. */
    static final List<String> INCLUDE = Stream.concat(
                    Stream.of(Include.Known.values()).map(Include.Known::value), Stream.of("new.include"))
            .toList();

    private ItemPairs() {}

    static Stream<CallPair> all() {
        return Stream.of(created(), listed(), retrieved(), deleted()).flatMap(calls -> calls);
    }

    private static Stream<CallPair> created() {
        Stream<CallPair> items = IntStream.range(0, OwnItems.all().size())
                .mapToObj(i -> create(
                        "item " + i + " " + OwnItems.all().get(i).type(),
                        r -> r.addItem(OwnItems.all().get(i)),
                        b -> b.addItem(OfficialItems.all().get(i))));
        Stream<CallPair> include = INCLUDE.stream()
                .map(value -> create(
                        "include " + value,
                        r -> r.items(OwnItems.all()).addInclude(Include.of(value)),
                        b -> b.items(OfficialItems.all()).addInclude(ResponseIncludable.of(value))));
        Stream<CallPair> others = Stream.of(
                create("items", r -> r.items(OwnItems.all()), b -> b.items(OfficialItems.all())),
                create("items empty", r -> r.items(List.of()), b -> b.items(List.of())),
                create(
                        "include all",
                        r -> r.items(OwnItems.all()).include(include()),
                        b -> b.items(OfficialItems.all()).include(officialInclude())),
                create(
                        "another member",
                        r -> r.items(List.of()).additionalProperty("new_member", new JsonString("x")),
                        b -> b.items(List.of()).putAdditionalBodyProperty("new_member", JsonValue.from("x"))));
        return Stream.of(items, include, others).flatMap(calls -> calls);
    }

    private static Stream<CallPair> listed() {
        List<CallPair> calls = new ArrayList<>(List.of(
                list("plain", r -> {}, b -> {}),
                list("limit", r -> r.limit(5L), b -> b.limit(5)),
                list("limit 0", r -> r.limit(0L), b -> b.limit(0)),
                list("order asc", r -> r.order("asc"), b -> b.order(ItemListParams.Order.ASC)),
                list("order desc", r -> r.order("desc"), b -> b.order(ItemListParams.Order.DESC)),
                list("order other", r -> r.order("newest"), b -> b.order(ItemListParams.Order.of("newest"))),
                list("after", r -> r.after("msg_9"), b -> b.after("msg_9")),
                list("after odd", r -> r.after("a b&c=d+e/\u00fc%"), b -> b.after("a b&c=d+e/\u00fc%")),
                list("after empty", r -> r.after(""), b -> b.after("")),
                // The official client has no method for it.
                list("before", r -> r.before("msg_2"), b -> b.putAdditionalQueryParam("before", "msg_2")),
                list("include none", r -> r.include(List.of()), b -> b.include(List.of())),
                list("include all", r -> r.include(include()), b -> b.include(officialInclude())),
                list(
                        "everything",
                        r -> r.limit(100L).order("asc").after("msg_9").include(include()),
                        b -> b.limit(100)
                                .order(ItemListParams.Order.ASC)
                                .after("msg_9")
                                .include(officialInclude()))));
        INCLUDE.forEach(value -> calls.add(list(
                "include " + value,
                r -> r.addInclude(Include.of(value)),
                b -> b.addInclude(ResponseIncludable.of(value)))));
        return calls.stream();
    }

    private static Stream<CallPair> retrieved() {
        List<CallPair> calls = new ArrayList<>(List.of(
                retrieve("plain", "msg_1", r -> {}, b -> {}),
                retrieve("id with a slash", "msg/1 ?", r -> {}, b -> {}),
                retrieve("include all", "msg_1", r -> r.include(include()), b -> b.include(officialInclude()))));
        INCLUDE.forEach(value -> calls.add(retrieve(
                "include " + value,
                "msg_1",
                r -> r.addInclude(Include.of(value)),
                b -> b.addInclude(ResponseIncludable.of(value)))));
        return calls.stream();
    }

    private static Stream<CallPair> deleted() {
        return Stream.of(new CallPair(
                "conversations.items.delete",
                "plain",
                client -> client.conversations().items().delete("conv_1", "msg_1"),
                client -> client.conversations()
                        .items()
                        .delete(
                                "msg_1",
                                ItemDeleteParams.builder()
                                        .conversationId("conv_1")
                                        .build())));
    }

    static List<Include> include() {
        return INCLUDE.stream().map(Include::of).toList();
    }

    static List<ResponseIncludable> officialInclude() {
        return INCLUDE.stream().map(ResponseIncludable::of).toList();
    }

    private static CallPair create(
            String name,
            Consumer<ConversationItemCreateRequest.Builder> ours,
            Consumer<ItemCreateParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> {
            ItemCreateParams.Builder params = ItemCreateParams.builder();
            theirs.accept(params);
            client.conversations().items().create("conv_1", params.build());
        };
        return new CallPair(
                "conversations.items.create",
                name,
                client -> client.conversations().items().create("conv_1", ours),
                call);
    }

    private static CallPair list(
            String name, Consumer<ConversationItemListRequest.Builder> ours, Consumer<ItemListParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> {
            ItemListParams.Builder params = ItemListParams.builder();
            theirs.accept(params);
            client.conversations().items().list("conv_1", params.build());
        };
        return new CallPair(
                "conversations.items.list",
                name,
                client -> client.conversations().items().list("conv_1", ours),
                call);
    }

    private static CallPair retrieve(
            String name,
            String id,
            Consumer<ConversationItemRetrieveRequest.Builder> ours,
            Consumer<ItemRetrieveParams.Builder> theirs) {
        Consumer<OpenAIClient> call = client -> {
            ItemRetrieveParams.Builder params = ItemRetrieveParams.builder().conversationId("conv_1");
            theirs.accept(params);
            client.conversations().items().retrieve(id, params.build());
        };
        return new CallPair(
                "conversations.items.retrieve",
                name,
                client -> client.conversations().items().retrieve("conv_1", id, ours),
                call);
    }
}
