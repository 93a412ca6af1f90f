package dev.parley.conformance.time;

import dev.parley.conformance.ItemFixture;
import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonObject;
import java.util.List;

/** Pages of a list of items, as a server answers them. */
final class Pages {

    private Pages() {}

    static JsonObject of(List<ItemFixture> fixtures) {
        return JsonObject.of(
                        "object",
                        "list",
                        "data",
                        fixtures.stream().map(ItemFixture::json).toList(),
                        "has_more",
                        false)
                .with("first_id", Trees.member(fixtures.get(0).json(), "id"))
                .with("last_id", Trees.member(fixtures.get(fixtures.size() - 1).json(), "id"));
    }
}
