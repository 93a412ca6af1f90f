package dev.parley.testkit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every conversation of one server. Its users hold its monitor while they work on it. */
final class ConversationStore {

    private final Map<String, StoredConversation> conversations = new HashMap<>();

    void add(StoredConversation conversation) {
        conversations.put(conversation.id(), conversation);
    }

    /**
     * Returns a conversation that has not been deleted.
     *
     * @throws ApiError if there is none of that identifier
     */
    StoredConversation conversation(String id) {
        StoredConversation conversation = conversations.get(id);
        if (conversation == null || conversation.isDeleted()) {
            throw ApiError.conversationNotFound(id);
        }
        return conversation;
    }

    /** Returns a conversation, deleted or not, null if there never was one of that identifier. */
    @Nullable
    StoredConversation findEvenDeleted(String id) {
        return conversations.get(id);
    }

    /** Returns an item of any conversation, null if none has it. */
    @Nullable
    StoredItem findItemAnywhere(String itemId) {
        for (StoredConversation conversation : conversations.values()) {
            StoredItem item = conversation.findItem(itemId);
            if (item != null) {
                return item;
            }
        }
        return null;
    }
}
