package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The additional members of one object that is being written, and which of them a declared member has replaced. */
final class AdditionalMembers {
    private final JsonObject members;
    private @Nullable Set<String> replaced;

    AdditionalMembers(JsonObject members) {
        this.members = members;
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
    void writeRest(JsonWriter out) {
        for (var member : members.members().entrySet()) {
            if (replaced == null || !replaced.contains(member.getKey())) {
                out.name(member.getKey());
                out.jsonValue(member.getValue());
            }
        }
    }
}
