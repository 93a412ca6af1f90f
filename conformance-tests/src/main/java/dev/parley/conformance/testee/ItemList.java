package dev.parley.conformance.testee;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.ResponseInputItemListRequest;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.page.AsyncPage;
import dev.parley.runtime.page.Page;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lists of the client, walked over page by page as a user would do it. */
enum ItemList {
    CONVERSATION_ITEMS("conversations.items.list") {
        @Override
        Walk walk(OpenAiClient client, CallArguments args) {
            String id = args.required("conversation_id");
            ConversationItemListRequest query = ClientOperation.list(args);
            return new Walk(
                    () -> client.conversations().items().list(id, query),
                    () -> client.async().conversations().items().list(id, query));
        }
    },

    INPUT_ITEMS("responses.input_items.list") {
        @Override
        Walk walk(OpenAiClient client, CallArguments args) {
            String id = args.required("response_id");
            ResponseInputItemListRequest query = ClientOperation.inputItems(args);
            return new Walk(
                    () -> client.responses().inputItems().list(id, query),
                    () -> client.async().responses().inputItems().list(id, query));
        }
    };

    private final String operation;

    ItemList(String operation) {
        this.operation = operation;
    }

    /** The two ways to the first page. */
    private record Walk(First first, AsyncFirst asyncFirst) {}

    private interface First {
        Page<? extends JsonWritable> page();
    }

    private interface AsyncFirst {
        CompletableFuture<? extends AsyncPage<? extends JsonWritable>> page();
    }

    /**
     * Returns the list that an operation fetches a page of.
     *
     * @throws BadRequestException if it fetches none
     */
    static ItemList of(ClientOperation operation) {
        return Stream.of(values())
                .filter(list -> list.operation.equals(operation.name()))
                .findFirst()
                .orElseThrow(() -> new BadRequestException(operation + " has no pages; listAll takes "
                        + Stream.of(values()).map(list -> list.operation).collect(Collectors.joining(" and "))));
    }

    /**
     * Hands over the items of all pages, in order, but no more than so many.
     *
     * @throws BadRequestException if an argument is not what it should be
     */
    void walk(OpenAiClient client, boolean async, CallArguments args, long limit, Consumer<JsonWritable> item) {
        Walk walk = walk(client, args);
        args.requireNoOther(operation);
        if (async) {
            Futures.await(Futures.await(walk.asyncFirst.page()).forEach(limit, item));
        } else {
            walk.first.page().all(limit).forEach(item);
        }
    }

    abstract Walk walk(OpenAiClient client, CallArguments args);
}
