package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a builder collects beside the components: members that the document does not name, and explicit nulls. */
public final class AdditionalProperties {

    private final JsonObject.Builder members = JsonObject.builder();

    /** Starts with nothing. */
    public AdditionalProperties() {}

    /** Sets a member; an earlier one of the name is replaced. */
    public void put(String name, JsonValue value) {
        members.put(name, Objects.requireNonNull(value, "value"));
    }

    /** Sets every member of an object. */
    public void putAll(JsonObject object) {
        object.forEach(members::put);
    }

    /** Drops what was kept under a name. */
    public void remove(String name) {
        members.remove(name);
    }

    /** Keeps an explicit null for a component that is set to null, and drops what was kept for one that has a value. */
    public void keepNull(String name, @Nullable Object component) {
        if (component == null) {
            members.put(name, JsonNull.INSTANCE);
        } else {
            members.remove(name);
        }
    }

    /** Returns what was collected. */
    public JsonObject toJsonObject() {
        return members.build();
    }
}
