package dev.parley.runtime.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object: members in the order they came in, each name once. Two objects with equal members are equal in any order.
 *
 * <p>Where a method takes the value of a member, it takes whatever {@link JsonValue#from(Object)} takes.
 */
public final class JsonObject implements JsonValue {

    /** The object without members. */
    public static final JsonObject EMPTY = new JsonObject(new FewMembers());

    private final Map<String, JsonValue> members;

    private JsonObject(Map<String, JsonValue> members) {
        this.members = members;
    }

    /** Returns {@link #EMPTY}. */
    public static JsonObject of() {
        return EMPTY;
    }

    /** Returns an object of one member. */
    public static JsonObject of(String name, @Nullable Object value) {
        return builder().put(name, value).build();
    }

    /** Returns an object of two members; of two with the same name the last one counts. */
    public static JsonObject of(String name1, @Nullable Object value1, String name2, @Nullable Object value2) {
        return builder().put(name1, value1).put(name2, value2).build();
    }

    /** Returns an object of three members; of those with the same name the last one counts. */
    public static JsonObject of(
            String name1,
            @Nullable Object value1,
            String name2,
            @Nullable Object value2,
            String name3,
            @Nullable Object value3) {
        return builder()
                .put(name1, value1)
                .put(name2, value2)
                .put(name3, value3)
                .build();
    }

    /** Returns a builder with no member. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns the members in order, unmodifiable. */
    public Map<String, JsonValue> members() {
        return Collections.unmodifiableMap(members);
    }

    /** Returns the names of the members in order, unmodifiable. */
    public Set<String> names() {
        return Collections.unmodifiableSet(members.keySet());
    }

    /** Returns the value of a member, or null if there is no such member; {@link JsonNull} if its value is null. */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    /** Returns whether there is such a member, be its value null or not. */
    public boolean contains(String name) {
        return members.containsKey(name);
    }

    /** Returns whether there is no member. */
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** Returns the number of members. */
    public int size() {
        return members.size();
    }

    /** Does something with each member, in order. */
    public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
        members.forEach(action);
    }

    /** Returns this object with the member added at the end, or replaced where it stands. */
    public JsonObject with(String name, @Nullable Object value) {
        return new Builder(members).put(name, value).build();
    }

    /** Returns this object without the member; this object itself if there is none. */
    public JsonObject without(String name) {
        return contains(name) ? new Builder(members).remove(name).build() : this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || other instanceof JsonObject object && members.equals(object.members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return toJson();
    }

    /** Collects members; of those with the same name the last one counts. Not for use by several threads at once. */
    public static final class Builder {
        private Map<String, JsonValue> members;
        private boolean shared;

        private Builder() {
            this(EMPTY.members); // most builders of additional members stay empty
        }

        private Builder(Map<String, JsonValue> members) {
            this.members = members;
            shared = true;
        }

        /**
         * Adds a member at the end, or replaces it where it stands.
         *
         * @throws IllegalArgumentException if {@link JsonValue#from(Object)} refuses the value
         */
        public Builder put(String name, @Nullable Object value) {
            Objects.requireNonNull(name, "name");
            JsonValue json = value instanceof JsonValue ready ? ready : JsonValue.from(value);
            Map<String, JsonValue> own = own();
            if (own instanceof FewMembers few && few.isFull() && !few.containsKey(name)) {
                own = new LinkedHashMap<>(few);
                members = own;
            }
            own.put(name, json);
            return this;
        }

        /** Removes a member, if there is one of this name. */
        public Builder remove(String name) {
            own().remove(name);
            return this;
        }

        /** Returns the number of members put so far, each name counted once. */
        public int size() {
            return members.size();
        }

        /** Returns an object of the members put so far. The builder may be used further. */
        public JsonObject build() {
            if (members.isEmpty()) {
                return EMPTY;
            }
            shared = true;
            return new JsonObject(members);
        }

        /** What {@link #build()} has given away is copied before it is changed. */
        private Map<String, JsonValue> own() {
            if (shared) {
                members = members instanceof FewMembers few ? new FewMembers(few) : new LinkedHashMap<>(members);
                shared = false;
            }
            return members;
        }
    }
}
