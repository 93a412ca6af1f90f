package dev.parley.conformance.testee;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.ConversationItemRetrieveRequest;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.Order;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseInputItemListRequest;
import dev.parley.openai.model.ResponseRetrieveRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.call.ApiCall;
import dev.parley.runtime.call.StreamCall;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of the client by its name, {@code conversations.items.list}, called as a user would call it. */
public final class ClientOperation {

    private static final List<ClientOperation> ALL = List.of(
            new ClientOperation(
                    "conversations.create",
                    "POST",
                    "/conversations",
                    (client, args) ->
                            client.calls().conversations().create(args.body(ConversationCreateRequest::fromJson))),
            new ClientOperation(
                    "conversations.retrieve",
                    "GET",
                    "/conversations/{conversation_id}",
                    (client, args) -> client.calls().conversations().retrieve(args.required("conversation_id"))),
            new ClientOperation(
                    "conversations.update",
                    "POST",
                    "/conversations/{conversation_id}",
                    (client, args) -> client.calls()
                            .conversations()
                            .update(args.required("conversation_id"), args.body(ConversationUpdateRequest::fromJson))),
            new ClientOperation(
                    "conversations.delete",
                    "DELETE",
                    "/conversations/{conversation_id}",
                    (client, args) -> client.calls().conversations().delete(args.required("conversation_id"))),
            new ClientOperation(
                    "conversations.items.create",
                    "POST",
                    "/conversations/{conversation_id}/items",
                    (client, args) -> client.calls()
                            .conversations()
                            .items()
                            .create(
                                    args.required("conversation_id"),
                                    r -> r.include(include(args))
                                            .body(args.body(ConversationItemCreateRequest.Body::fromJson)))),
            new ClientOperation(
                    "conversations.items.list",
                    "GET",
                    "/conversations/{conversation_id}/items",
                    (client, args) ->
                            client.calls().conversations().items().list(args.required("conversation_id"), list(args))),
            new ClientOperation(
                    "conversations.items.retrieve",
                    "GET",
                    "/conversations/{conversation_id}/items/{item_id}",
                    (client, args) -> client.calls()
                            .conversations()
                            .items()
                            .retrieve(
                                    args.required("conversation_id"),
                                    args.required("item_id"),
                                    new ConversationItemRetrieveRequest(include(args)))),
            new ClientOperation(
                    "conversations.items.delete",
                    "DELETE",
                    "/conversations/{conversation_id}/items/{item_id}",
                    (client, args) -> client.calls()
                            .conversations()
                            .items()
                            .delete(args.required("conversation_id"), args.required("item_id"))),
            new ClientOperation(
                    "responses.create",
                    "POST",
                    "/responses",
                    (client, args) -> client.calls().responses().create(args.body(ResponseCreateRequest::fromJson)),
                    (client, args) -> client.calls().responses().stream(args.body(ResponseCreateRequest::fromJson))),
            new ClientOperation(
                    "responses.retrieve",
                    "GET",
                    "/responses/{response_id}",
                    (client, args) -> client.calls().responses().retrieve(args.required("response_id"), retrieve(args)),
                    (client, args) ->
                            client.calls().responses().retrieveStream(args.required("response_id"), retrieve(args))),
            new ClientOperation(
                    "responses.delete",
                    "DELETE",
                    "/responses/{response_id}",
                    (client, args) -> client.calls().responses().delete(args.required("response_id"))),
            new ClientOperation(
                    "responses.cancel",
                    "POST",
                    "/responses/{response_id}/cancel",
                    (client, args) -> client.calls().responses().cancel(args.required("response_id"))),
            new ClientOperation(
                    "responses.input_items.list",
                    "GET",
                    "/responses/{response_id}/input_items",
                    (client, args) -> client.calls()
                            .responses()
                            .inputItems()
                            .list(args.required("response_id"), inputItems(args))));

    private final String name;
    private final String method;
    private final String path;
    private final Maker<ApiCall<?>> call;
    private final @Nullable Maker<StreamCall<ResponseStreamEvent>> stream;

    /** Makes a call of a client, not yet sent. */
    private interface Maker<C> {
        C make(OpenAiClient client, CallArguments arguments);
    }

    private ClientOperation(String name, String method, String path, Maker<ApiCall<?>> call) {
        this(name, method, path, call, null);
    }

    private ClientOperation(
            String name,
            String method,
            String path,
            Maker<ApiCall<?>> call,
            @Nullable Maker<StreamCall<ResponseStreamEvent>> stream) {
        this.name = name;
        this.method = method;
        this.path = path;
        this.call = call;
        this.stream = stream;
    }

    /** Returns every operation of the client, in the document's order. */
    public static List<ClientOperation> all() {
        return ALL;
    }

    /** Returns the operation of that name, if there is one. */
    public static Optional<ClientOperation> named(String name) {
        return ALL.stream().filter(operation -> operation.name.equals(name)).findFirst();
    }

    /** Returns the resource and the verb, {@code conversations.items.list}. */
    public String name() {
        return name;
    }

    /** Returns the HTTP method, in upper case. */
    public String method() {
        return method;
    }

    /** Returns the path template, without the prefix of the base URL, {@code /conversations/{conversation_id}}. */
    public String path() {
        return path;
    }

    /** Returns whether the answer can be a stream of events, so that {@link #stream} may be called. */
    public boolean streams() {
        return stream != null;
    }

    /**
     * Makes a call, not yet sent.
     *
     * @throws BadRequestException if an argument is missing, is not what it should be, or has no place in the operation
     * @throws dev.parley.runtime.error.DecodingException if the body is not what it should be
     */
    public ApiCall<?> call(OpenAiClient client, CallArguments arguments) {
        ApiCall<?> made = call.make(client, arguments);
        arguments.requireNoOther(name);
        return made;
    }

    /**
     * Makes a call whose answer is a stream of events, not yet sent; throws like {@link #call}.
     *
     * @throws BadRequestException also if the operation has no such answer
     */
    public StreamCall<ResponseStreamEvent> stream(OpenAiClient client, CallArguments arguments) {
        if (stream == null) {
            throw new BadRequestException(name + " has no stream of events");
        }
        StreamCall<ResponseStreamEvent> made = stream.make(client, arguments);
        arguments.requireNoOther(name);
        return made;
    }

    @Override
    public String toString() {
        return name;
    }

    private static @Nullable List<Include> include(CallArguments args) {
        return args.list("include", Include::of);
    }

    /** The query of a list of items; that of the pages, too. */
    static ConversationItemListRequest list(CallArguments args) {
        return new ConversationItemListRequest(
                args.integer("limit"), order(args), args.text("after"), include(args), args.text("before"));
    }

    /** The query of a list of input items; that of the pages, too. */
    static ResponseInputItemListRequest inputItems(CallArguments args) {
        return new ResponseInputItemListRequest(args.integer("limit"), order(args), args.text("after"), include(args));
    }

    private static ResponseRetrieveRequest retrieve(CallArguments args) {
        return new ResponseRetrieveRequest(
                include(args), args.flag("stream"), args.integer("starting_after"), args.flag("include_obfuscation"));
    }

    private static @Nullable Order order(CallArguments args) {
        String order = args.text("order");
        return order == null ? null : Order.of(order);
    }
}
