package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The additional members of one object that is being written, and which of them a declared member has replaced. Used again
 * and again.
 */
final class AdditionalMembers implements BiConsumer<String, JsonValue> {
    private final JsonWriter out;
    private JsonObject members = JsonObject.EMPTY;
    private @Nullable Set<String> replaced;

    AdditionalMembers(JsonWriter out) {
        this.out = out;
    }

    void open(JsonObject additional) {
        members = additional;
        replaced = null;
    }

    /** Notes that a member of this name is written. */
    void replace(String name) {
        if (members.contains(name)) {
            if (replaced == null) {
                replaced = new HashSet<>();
            }
            replaced.add(name);
        }
    }

    @Nullable
    JsonValue get(String name) {
        return members.get(name);
    }

    /** Writes the members that no other has replaced. */
    void writeRest() {
        JsonObject rest = members;
        if (!rest.isEmpty()) {
            members = JsonObject.EMPTY; // their own names do not replace them
            rest.members().forEach(this);
        }
    }

    /** Writes one of the members, unless another has replaced it. */
    @Override
    public void accept(String name, JsonValue value) {
        if (replaced == null || !replaced.contains(name)) {
            out.name(name);
            out.jsonValue(value);
        }
    }
}
