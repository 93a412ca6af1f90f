package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.time.Clock;
import java.util.List;

/** The four operations on conversations themselves. */
final class ConversationOperations {

    private final ConversationStore store;
    private final ItemIntake intake;
    private final Ids ids;
    private final Clock clock;

    ConversationOperations(ConversationStore store, ItemIntake intake, Ids ids, Clock clock) {
        this.store = store;
        this.intake = intake;
        this.ids = ids;
        this.clock = clock;
    }

    JsonObject create(Request request) {
        Parameter body = request.json("metadata", "items");
        JsonObject metadata = MetadataRules.accept(body.member("metadata"));
        StoredConversation conversation =
                new StoredConversation(ids.conversation(), clock.instant().getEpochSecond(), metadata);
        Parameter items = body.member("items");
        List<StoredItem> accepted = items.isAbsent() ? List.of() : intake.accept(items, conversation);
        accepted.forEach(conversation::add);
        store.add(conversation);
        return conversation.toJson();
    }

    JsonObject retrieve(String conversationId) {
        return store.conversation(conversationId).toJson();
    }

    JsonObject update(String conversationId, Request request) {
        StoredConversation conversation = store.conversation(conversationId);
        Parameter metadata = request.json("metadata").member("metadata");
        if (metadata.value() == null) {
            throw ApiError.missing(metadata.path());
        }
        conversation.replaceMetadata(MetadataRules.accept(metadata));
        return conversation.toJson();
    }

    JsonObject delete(String conversationId) {
        store.conversation(conversationId).delete();
        return JsonObject.builder()
                .put("id", conversationId)
                .put("object", "conversation.deleted")
                .put("deleted", true)
                .build();
    }
}
