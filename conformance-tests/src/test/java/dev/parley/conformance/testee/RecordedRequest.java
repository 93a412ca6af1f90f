package dev.parley.conformance.testee;

import dev.parley.conformance.RecordedExchange;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** A recorded exchange in the words of the testee. */
record RecordedRequest(RecordedExchange exchange) {

    String operation() {
        boolean items = exchange.path().size() > 2;
        boolean one = exchange.path().size() % 2 == 0;
        String verb = switch (exchange.method()) {
            case "GET" -> one ? "retrieve" : "list";
            case "DELETE" -> "delete";
            default -> one ? "update" : "create";
        };
        return (items ? "conversations.items." : "conversations.") + verb;
    }

    String requestType() {
        return switch (operation()) {
            case "conversations.create" -> "CreateConversationBody";
            case "conversations.update" -> "UpdateConversationBody";
            default -> "ConversationItemCreateRequest.Body";
        };
    }

    String responseType() {
        return switch (operation()) {
            case "conversations.delete" -> "DeletedConversationResource";
            case "conversations.items.create", "conversations.items.list" -> "ConversationItemList";
            case "conversations.items.retrieve" -> "ConversationItem";
            default -> "ConversationResource";
        };
    }

    /** The line that makes the same call, of a server with that base URL. */
    String line(String baseUrl, boolean async) {
        JsonObject.Builder line = JsonObject.builder()
                .put("op", new JsonString("call"))
                .put("method", new JsonString(operation()))
                .put("baseUrl", new JsonString(baseUrl))
                .put("apiKey", new JsonString("k"))
                .put("args", arguments())
                .put("options", JsonValue.parse("{\"maxRetries\":0,\"async\":" + async + "}"));
        if (exchange.requestBody() instanceof JsonObject body) {
            line.put("body", body);
        }
        return line.build().toJson();
    }

    private JsonObject arguments() {
        JsonObject.Builder args = JsonObject.builder();
        List<JsonValue> include = new ArrayList<>();
        List<String> path = exchange.path();
        if (path.size() > 1) {
            args.put("conversation_id", new JsonString(path.get(1)));
        }
        if (path.size() > 3) {
            args.put("item_id", new JsonString(path.get(3)));
        }
        exchange.query().forEach(pair -> {
            if (pair.getKey().equals("include[]")) {
                include.add(new JsonString(pair.getValue()));
            } else {
                args.put(pair.getKey(), new JsonString(pair.getValue()));
            }
        });
        if (!include.isEmpty()) {
            args.put("include", new JsonArray(include));
        }
        return args.build();
    }
}
