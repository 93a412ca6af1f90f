package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of items as the service answers it.
 *
 * @param items the items in the order of the answer
 * @param hasMore whether the list goes on in the direction of the request
 */
record ItemPage(List<StoredItem> items, boolean hasMore) {

    JsonObject toJson(IncludeFilter filter) {
        List<JsonObject> data =
                items.stream().map(item -> filter.apply(item.json())).toList();
        return JsonObject.builder()
                .put("object", "list")
                .put("data", data)
                .put("first_id", idAt(0))
                .put("has_more", hasMore)
                .put("last_id", idAt(items.size() - 1))
                .build();
    }

    private @Nullable String idAt(int index) {
        return items.isEmpty() ? null : items.get(index).id();
    }
}
