package dev.parley.conformance.sdk;

import com.openai.models.conversations.ConversationDeletedResource;
import com.openai.models.conversations.ConversationUpdateParams;
import com.openai.models.conversations.items.ItemCreateParams;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.inputitems.ResponseItemList;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.ConversationCreateRequest;
import dev.parley.openai.model.ConversationDeleted;
import dev.parley.openai.model.ConversationItem;
import dev.parley.openai.model.ConversationItemCreateRequest;
import dev.parley.openai.model.ConversationItemList;
import dev.parley.openai.model.ConversationUpdateRequest;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.model.Response;
import dev.parley.openai.model.ResponseCreateRequest;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.Optional;
import java.util.function.Function;

/** What a body is, with the type that each client has for it. */
enum BodyKind {
    ITEM(ConversationItem::fromJson, com.openai.models.conversations.items.ConversationItem.class),
    INPUT_ITEM(InputItem::fromJson, ResponseInputItem.class),
    CONVERSATION(Conversation::fromJson, com.openai.models.conversations.Conversation.class),
    DELETED(ConversationDeleted::fromJson, ConversationDeletedResource.class),
    ITEM_LIST(ConversationItemList::fromJson, com.openai.models.conversations.items.ConversationItemList.class),
    RESPONSE(Response::fromJson, com.openai.models.responses.Response.class),
    INPUT_ITEM_LIST(dev.parley.openai.model.ResponseItemList::fromJson, ResponseItemList.class),
    EVENT(ResponseStreamEvent::fromJson, com.openai.models.responses.ResponseStreamEvent.class),
    CREATE_CONVERSATION(
            ConversationCreateRequest::fromJson, com.openai.models.conversations.ConversationCreateParams.Body.class),
    UPDATE_CONVERSATION(ConversationUpdateRequest::fromJson, ConversationUpdateParams.Body.class),
    CREATE_ITEMS(ConversationItemCreateRequest.Body::fromJson, ItemCreateParams.Body.class),
    CREATE_RESPONSE(ResponseCreateRequest::fromJson, com.openai.models.responses.ResponseCreateParams.Body.class);

    private final Function<String, JsonWritable> ours;
    private final Class<?> theirs;

    BodyKind(Function<String, JsonWritable> ours, Class<?> theirs) {
        this.ours = ours;
        this.theirs = theirs;
    }

    /** What an operation answers with, if it is JSON. */
    static Optional<BodyKind> answeredBy(String operation) {
        return Optional.ofNullable(
                switch (operation) {
                    case "conversations.create",
                            "conversations.retrieve",
                            "conversations.update",
                            "conversations.items.delete" -> CONVERSATION;
                    case "conversations.delete" -> DELETED;
                    case "conversations.items.create", "conversations.items.list" -> ITEM_LIST;
                    case "conversations.items.retrieve" -> ITEM;
                    case "responses.create", "responses.retrieve", "responses.cancel" -> RESPONSE;
                    case "responses.input_items.list" -> INPUT_ITEM_LIST;
                    default -> null;
                });
    }

    /** What an operation sends, if it sends anything. */
    static Optional<BodyKind> sentBy(String operation) {
        return Optional.ofNullable(
                switch (operation) {
                    case "conversations.create" -> CREATE_CONVERSATION;
                    case "conversations.update" -> UPDATE_CONVERSATION;
                    case "conversations.items.create" -> CREATE_ITEMS;
                    case "responses.create" -> CREATE_RESPONSE;
                    default -> null;
                });
    }

    JsonWritable ours(JsonValue json) {
        return ours.apply(json.toJson());
    }

    Object theirs(JsonValue json) {
        return OfficialJson.read(json, theirs);
    }
}
