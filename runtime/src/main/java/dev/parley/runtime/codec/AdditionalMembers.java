package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The additional members of one object that is being written, all of them if it is a tree, and which of them a declared
 * member has replaced. Used again and again.
 */
final class AdditionalMembers implements BiConsumer<String, JsonValue> {
    private final JsonWriter out;

    /** Null if there are none, as in most objects: a search in an empty object for each name that is written would cost. */
    private @Nullable JsonObject members;

    private @Nullable Set<String> replaced;

    AdditionalMembers(JsonWriter out) {
        this.out = out;
    }

    void open(JsonObject additional) {
        members = additional.isEmpty() ? null : additional;
        replaced = null;
    }

    /** Notes that a member of this name is written. */
    void replace(String name) {
        if (members != null && members.contains(name)) {
            if (replaced == null) {
                replaced = new HashSet<>();
            }
            replaced.add(name);
        }
    }

    @Nullable
    JsonValue get(String name) {
        return members == null ? null : members.get(name);
    }

    /** Writes the members that no other has replaced. */
    void writeRest() {
        JsonObject rest = members;
        if (rest != null) {
            members = null; // their own names do not replace them
            rest.forEach(this);
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
