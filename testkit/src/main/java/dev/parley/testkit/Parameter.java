package dev.parley.testkit;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a request body and what stands there, so that a refusal can name the place.
 *
 * @param path the place as the service writes it, such as {@code items[0].role}; empty for the whole body
 * @param value what stands there, null if nothing does
 */
record Parameter(String path, @Nullable JsonValue value) {

    /** Whether nothing, or an explicit null, stands here. */
    boolean isAbsent() {
        return value == null || value == JsonNull.INSTANCE;
    }

    Parameter member(String name) {
        return new Parameter(path.isEmpty() ? name : path + "." + name, object().get(name));
    }

    JsonObject object() {
        if (present() instanceof JsonObject object) {
            return object;
        }
        throw ApiError.invalidType(path, "an object", present());
    }

    List<Parameter> elements() {
        if (!(present() instanceof JsonArray array)) {
            throw ApiError.invalidType(path, "an array", present());
        }
        List<Parameter> elements = new ArrayList<>();
        for (JsonValue element : array.values()) {
            elements.add(new Parameter(path + "[" + elements.size() + "]", element));
        }
        return elements;
    }

    String string() {
        if (present() instanceof JsonString string) {
            return string.value();
        }
        throw ApiError.invalidType(path, "a string", present());
    }

    /** The value as a string, null if it is absent. */
    @Nullable
    String stringOrNull() {
        return isAbsent() ? null : string();
    }

    /** The value as a boolean, or the default if it is absent. */
    boolean flag(boolean byDefault) {
        if (isAbsent()) {
            return byDefault;
        } else if (present() instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw ApiError.invalidType(path, "a boolean", present());
    }

    /** The value, or the default if it is absent. */
    JsonValue or(JsonValue byDefault) {
        return value == null || value == JsonNull.INSTANCE ? byDefault : value;
    }

    /** The value, an explicit null included. */
    JsonValue present() {
        if (value == null) {
            throw ApiError.missing(path);
        }
        return value;
    }
}
