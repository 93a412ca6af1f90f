package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what a model answers into items as the service writes them. */
final class OutputItems {

    private final Ids ids;

    OutputItems(Ids ids) {
        this.ids = ids;
    }

    List<StoredItem> complete(ModelAnswer answer, String responseId) {
        return answer.output().stream().map(item -> complete(item, responseId)).toList();
    }

    private StoredItem complete(JsonObject item, String responseId) {
        ItemKind kind = ItemKind.of(item);
        Map<String, JsonValue> members = new LinkedHashMap<>(item.members());
        if (!(members.get("id") instanceof JsonString)) {
            members.put("id", new JsonString(ids.outputItem(kind.idPrefix(), responseId)));
        }
        if (kind.fillsStatus()) {
            members.putIfAbsent("status", new JsonString("completed"));
        }
        if (kind.required().contains("call_id") && !members.containsKey("call_id")) {
            members.put("call_id", new JsonString(ids.call()));
        }
        String id = ((JsonString) members.get("id")).value();
        return new StoredItem(id, MemberOrder.ITEM.apply(members));
    }

    /** An item as it is when the model begins with it: without what the stream is about to bring. */
    static JsonObject begun(JsonObject item) {
        JsonObject begun = item.contains("status") ? item.with("status", "in_progress") : item;
        return switch (ItemKind.of(item)) {
            case MESSAGE -> begun.with("content", new JsonArray(List.of()));
            case REASONING -> begun.with("summary", new JsonArray(List.of()));
            case FUNCTION_CALL -> begun.with("arguments", "");
            case CUSTOM_TOOL_CALL -> begun.with("input", "");
            default -> begun;
        };
    }
}
