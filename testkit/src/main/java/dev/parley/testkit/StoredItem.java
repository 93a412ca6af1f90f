package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;

/**
 * An item as the service holds it, with everything that {@code include} governs.
 *
 * @param id its identifier, the same as the member {@code id}
 * @param json the item
 */
record StoredItem(String id, JsonObject json) {}
