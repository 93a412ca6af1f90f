package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.util.List;

/** The four operations on the items of a conversation. */
final class ItemOperations {

    private final ConversationStore store;
    private final ItemIntake intake;

    ItemOperations(ConversationStore store, ItemIntake intake) {
        this.store = store;
        this.intake = intake;
    }

    JsonObject create(String conversationId, Request request) {
        StoredConversation conversation = store.conversation(conversationId);
        IncludeFilter filter = IncludeFilter.of(request.query());
        List<StoredItem> items = intake.accept(request.json("items").member("items"), conversation);
        items.forEach(conversation::add);
        return new ItemPage(items, false).toJson(filter);
    }

    JsonObject list(String conversationId, Request request) {
        StoredConversation conversation = store.conversation(conversationId);
        IncludeFilter filter = IncludeFilter.of(request.query());
        return ListQuery.of(request.query()).page(conversation.items()).toJson(filter);
    }

    JsonObject retrieve(String conversationId, String itemId, Request request) {
        StoredConversation conversation = store.conversation(conversationId);
        return IncludeFilter.of(request.query()).apply(conversation.item(itemId).json());
    }

    JsonObject delete(String conversationId, String itemId) {
        StoredConversation conversation = store.conversation(conversationId);
        conversation.removeItem(itemId);
        return conversation.toJson();
    }
}
