package dev.parley.testkit;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every stored response of one server. Guarded by the monitor of its {@link ConversationStore}. */
final class ResponseStore {

    private final Map<String, StoredResponse> responses = new HashMap<>();

    void add(StoredResponse response) {
        responses.put(response.id(), response);
    }

    @Nullable
    StoredResponse find(String id) {
        return responses.get(id);
    }

    /**
     * Returns a response.
     *
     * @throws ApiError if there is none of that identifier
     */
    StoredResponse response(String id) {
        StoredResponse response = responses.get(id);
        if (response == null) {
            throw ResponseErrors.notFound(id);
        }
        return response;
    }

    void remove(String id) {
        responses.remove(id);
    }

    /** Returns an item that some response was given or made, null if none has it. */
    @Nullable
    StoredItem findItemAnywhere(String itemId) {
        return responses.values().stream()
                .flatMap(response -> response.turn().stream())
                .filter(item -> item.id().equals(itemId))
                .findFirst()
                .orElse(null);
    }
}
