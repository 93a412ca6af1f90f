package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the items that a client sends into items as the service stores them. */
final class ItemIntake {

    private static final int MAX_ITEMS = 20;
    private static final String REFERENCE = "item_reference";

    private final ConversationStore store;
    private final ResponseStore responses;
    private final Ids ids;

    ItemIntake(ConversationStore store, ResponseStore responses, Ids ids) {
        this.store = store;
        this.responses = responses;
        this.ids = ids;
    }

    /**
     * Checks and completes the items of one request; the conversation is not changed.
     *
     * @throws ApiError if one of them is not acceptable: then none is
     */
    List<StoredItem> accept(Parameter items, StoredConversation conversation) {
        List<Parameter> elements = items.elements();
        if (elements.size() > MAX_ITEMS) {
            throw ApiError.arrayTooLong(items.path(), MAX_ITEMS, elements.size());
        }
        return accept(elements, conversation, conversation.id());
    }

    /**
     * Checks and completes the input of a response, a string or items, of which there may be any number; the conversation
     * is not changed.
     *
     * @param conversation the response's conversation, null if it is in none
     * @throws ApiError if one of the items is not acceptable
     */
    List<StoredItem> acceptInput(Parameter input, @Nullable StoredConversation conversation, String responseId) {
        String owner = conversation == null ? responseId : conversation.id();
        if (input.isAbsent()) {
            return List.of();
        } else if (input.present() instanceof JsonString text) {
            JsonObject message = JsonObject.of("role", "user", "content", text);
            return accept(List.of(new Parameter(input.path(), message)), conversation, owner);
        } else if (input.present() instanceof JsonArray) {
            return accept(input.elements(), conversation, owner);
        }
        throw ApiError.invalidType(input.path(), "one of a string or array of objects", input.present());
    }

    private List<StoredItem> accept(List<Parameter> elements, @Nullable StoredConversation conversation, String owner) {
        List<StoredItem> accepted = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Parameter element : elements) {
            StoredItem item = accept(element, owner);
            boolean known = conversation != null && conversation.findItem(item.id()) != null;
            if (known || !taken.add(item.id())) {
                throw ApiError.duplicateItem(item.id(), element.path());
            }
            accepted.add(item);
        }
        return accepted;
    }

    /**
     * Takes an item as it is, except that one without an identifier gets one; the conversation is not changed.
     *
     * @throws IllegalArgumentException if it has no type, or an identifier that is no string or is taken
     */
    StoredItem seed(JsonObject item, StoredConversation conversation) {
        if (!(item.get("type") instanceof JsonString)) {
            throw new IllegalArgumentException(
                    "item.type: expected a string such as \"message\"; the item has " + item.names());
        }
        if (!item.contains("id")) {
            String id = ids.responseItem(ItemKind.of(item).idPrefix(), conversation.id());
            JsonObject.Builder members = JsonObject.builder().put("id", id);
            item.members().forEach(members::put);
            return new StoredItem(id, members.build());
        }
        if (!(item.get("id") instanceof JsonString id)) {
            throw new IllegalArgumentException(
                    "item.id: expected a string or no such member, but got " + item.get("id"));
        }
        if (conversation.findItem(id.value()) != null) {
            throw new IllegalArgumentException(
                    "item.id: '" + id.value() + "' is in the conversation already; leave 'id' out to get a new one");
        }
        return new StoredItem(id.value(), item);
    }

    private StoredItem accept(Parameter item, String owner) {
        String type = type(item);
        if (type.equals(REFERENCE)) {
            return copy(item.member("id"), owner);
        }
        ItemKind kind = ItemKind.of(type);
        for (String name : kind.required()) {
            item.member(name).present();
        }
        return complete(item, type, kind, owner);
    }

    /** An input without a type is a message if it has a role, and a reference if it has nothing but an identifier. */
    private static String type(Parameter item) {
        Parameter type = item.member("type");
        if (!type.isAbsent()) {
            return type.string();
        }
        if (item.object().contains("role")) {
            return "message";
        }
        Set<String> names = new HashSet<>(item.object().names());
        names.remove("type");
        if (names.equals(Set.of("id"))) {
            return REFERENCE;
        }
        throw ApiError.missing(type.path());
    }

    private StoredItem complete(Parameter item, String type, ItemKind kind, String owner) {
        Parameter sentId = item.member("id");
        String id = sentId.isAbsent() ? ids.addedItem(kind.idPrefix(), owner) : sentId.string();
        Map<String, JsonValue> members = new LinkedHashMap<>(item.object().members());
        members.put("id", new JsonString(id));
        members.put("type", new JsonString(type));
        if (kind.fillsStatus() && item.member("status").isAbsent()) {
            members.put("status", new JsonString("completed"));
        }
        for (String name : kind.nullByDefault()) {
            members.putIfAbsent(name, JsonNull.INSTANCE);
        }
        if (kind == ItemKind.MESSAGE) {
            members.put("content", MessageContent.accept(item));
        }
        return new StoredItem(id, MemberOrder.ITEM.apply(members));
    }

    private StoredItem copy(Parameter reference, String owner) {
        StoredItem original = store.findItemAnywhere(reference.string());
        if (original == null) {
            original = responses.findItemAnywhere(reference.string());
        }
        if (original == null) {
            throw ApiError.referenceNotFound(reference.string(), reference.path());
        }
        String id = ids.addedItem(ItemKind.of(original.json()).idPrefix(), owner);
        return new StoredItem(id, original.json().with("id", id));
    }
}
