package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/** The order in which the service writes members: some lead, the others follow in alphabetical order. */
enum MemberOrder {
    ITEM("id", "type", "status"),
    CONTENT_PART("type");

    private final String[] leading;

    MemberOrder(String... leading) {
        this.leading = leading;
    }

    JsonObject apply(Map<String, JsonValue> members) {
        Map<String, JsonValue> rest = new TreeMap<>(members);
        JsonObject.Builder ordered = JsonObject.builder();
        for (String name : leading) {
            JsonValue value = rest.remove(name);
            if (value != null) {
                ordered.put(name, value);
            }
        }
        rest.forEach(ordered::put);
        return ordered.build();
    }
}
