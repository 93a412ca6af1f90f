package dev.parley.conformance.sdk;

/** The smallest answers that both clients take. */
final class Answers {

    static final String CONVERSATION =
            "{\"id\":\"conv_1\",\"object\":\"conversation\",\"created_at\":1,\"metadata\":{}}";
    private static final String DELETED = "{\"id\":\"conv_1\",\"object\":\"conversation.deleted\",\"deleted\":true}";
    private static final String PAGE =
            "{\"object\":\"list\",\"data\":[],\"has_more\":false,\"first_id\":null,\"last_id\":null}";
    private static final String ITEM = "{\"type\":\"compaction\",\"id\":\"cmp_1\",\"encrypted_content\":\"\"}";
    static final String RESPONSE = """
            {"id":"resp_1","object":"response","created_at":1,"status":"completed","error":null,"incomplete_details":null,\
            "instructions":null,"model":"gpt-4","output":[],"parallel_tool_calls":true,"temperature":1.0,\
            "tool_choice":"auto","tools":[],"top_p":1.0,"metadata":{}}""";
    private static final String EVENTS = "event: response.completed\ndata: "
            + "{\"type\":\"response.completed\",\"sequence_number\":0,\"response\":" + RESPONSE + "}\n\n";

    private Answers() {}

    static String of(CallPair call) {
        if (call.streams()) {
            return EVENTS;
        }
        return switch (call.operation()) {
            case "conversations.create",
                    "conversations.retrieve",
                    "conversations.update",
                    "conversations.items.delete" -> CONVERSATION;
            case "conversations.delete" -> DELETED;
            case "conversations.items.create", "conversations.items.list", "responses.input_items.list" -> PAGE;
            case "conversations.items.retrieve" -> ITEM;
            case "responses.create", "responses.retrieve", "responses.cancel" -> RESPONSE;
            case "responses.delete" -> "";
            default -> throw new IllegalArgumentException(call.toString());
        };
    }
}
