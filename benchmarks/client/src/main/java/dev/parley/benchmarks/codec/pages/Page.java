package dev.parley.benchmarks.codec.pages;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of items.
 *
 * @param name what is special about it, the scenario of its measurements
 * @param json its JSON
 * @param types the tags of its items, in order
 */
public record Page(String name, ObjectNode json, List<String> types) {

    /** Makes a page of a list of items. */
    static Page of(String name, List<ObjectNode> items) {
        ObjectNode json = ItemTexts.JSON.createObjectNode();
        json.put("object", "list");
        json.putArray("data").addAll(items);
        json.put("first_id", id(items.get(0)));
        json.put("has_more", false);
        json.put("last_id", id(items.get(items.size() - 1)));
        return new Page(
                name,
                json,
                items.stream().map(item -> item.get("type").asString()).toList());
    }

    private static String id(ObjectNode item) {
        return item.get("id").asString();
    }

    /** Returns the JSON text without blanks, in UTF-8. */
    public byte[] bytes() {
        return ItemTexts.JSON.writeValueAsBytes(json);
    }
}
