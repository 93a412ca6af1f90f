package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation with its items, oldest first. Guarded by the lock of its {@link ConversationStore}. */
final class StoredConversation {

    private final String id;
    private final long createdAt;
    private final Map<String, StoredItem> items = new LinkedHashMap<>();
    private JsonObject metadata;
    private boolean deleted;

    StoredConversation(String id, long createdAt, JsonObject metadata) {
        this.id = id;
        this.createdAt = createdAt;
        this.metadata = metadata;
    }

    String id() {
        return id;
    }

    void replaceMetadata(JsonObject newMetadata) {
        metadata = newMetadata;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** Hides the conversation from every operation; its items stay, as the service promises. */
    void delete() {
        deleted = true;
    }

    List<StoredItem> items() {
        return List.copyOf(items.values());
    }

    @Nullable
    StoredItem findItem(String itemId) {
        return items.get(itemId);
    }

    /**
     * Returns an item.
     *
     * @throws ApiError if the conversation does not have it
     */
    StoredItem item(String itemId) {
        StoredItem item = items.get(itemId);
        if (item == null) {
            throw ApiError.itemNotFound(itemId);
        }
        return item;
    }

    void add(StoredItem item) {
        items.put(item.id(), item);
    }

    /**
     * Forgets an item.
     *
     * @throws ApiError if the conversation does not have it
     */
    void removeItem(String itemId) {
        items.remove(item(itemId).id());
    }

    JsonObject toJson() {
        return JsonObject.builder()
                .put("id", id)
                .put("object", "conversation")
                .put("created_at", createdAt)
                .put("metadata", metadata)
                .build();
    }
}
