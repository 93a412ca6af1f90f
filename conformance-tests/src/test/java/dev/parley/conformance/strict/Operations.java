package dev.parley.conformance.strict;

import java.util.Map;

/** What the client calls the operations of the document, by their {@code operationId}. */
final class Operations {

    static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("createConversation", "conversations.create"),
            Map.entry("getConversation", "conversations.retrieve"),
            Map.entry("updateConversation", "conversations.update"),
            Map.entry("deleteConversation", "conversations.delete"),
            Map.entry("createConversationItems", "conversations.items.create"),
            Map.entry("listConversationItems", "conversations.items.list"),
            Map.entry("getConversationItem", "conversations.items.retrieve"),
            Map.entry("deleteConversationItem", "conversations.items.delete"),
            Map.entry("createResponse", "responses.create"),
            Map.entry("getResponse", "responses.retrieve"),
            Map.entry("deleteResponse", "responses.delete"),
            Map.entry("cancelResponse", "responses.cancel"),
            Map.entry("listInputItems", "responses.input_items.list"));

    private Operations() {}

    /** The name of the operation that a request is of. */
    static String of(String method, String target) {
        String id = Documents.ours().operation(method, target);
        String name = id == null ? null : NAMES.get(id);
        if (name == null) {
            throw new IllegalArgumentException("no operation is " + method + " " + target);
        }
        return name;
    }
}
