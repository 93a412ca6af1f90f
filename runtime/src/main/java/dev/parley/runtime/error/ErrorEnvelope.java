package dev.parley.runtime.error;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about an error, read from {@code {"error": {...}}} and from the shapes that compatible servers and
 * gateways send instead: the error as a plain string, its members at the top, or the envelope alone in an array.
 */
record ErrorEnvelope(
        @Nullable String message,
        @Nullable String type,
        @Nullable String param,
        @Nullable String code) {

    private static final ErrorEnvelope EMPTY = new ErrorEnvelope(null, null, null, null);

    /** Reads the envelope; what is missing or of another kind is null. Never throws. */
    static ErrorEnvelope of(@Nullable JsonValue body) {
        if (body instanceof JsonArray array && array.values().size() == 1) {
            return of(array.values().get(0));
        }
        if (!(body instanceof JsonObject object)) {
            return EMPTY;
        }
        JsonValue error = object.get("error");
        if (error instanceof JsonString message) {
            return new ErrorEnvelope(
                    message.value(), text(object, "type"), text(object, "param"), text(object, "code"));
        }
        JsonObject members = error instanceof JsonObject nested ? nested : object;
        return new ErrorEnvelope(
                text(members, "message"), text(members, "type"), text(members, "param"), text(members, "code"));
    }

    private static @Nullable String text(JsonObject members, String name) {
        JsonValue value = members.get(name);
        if (value instanceof JsonString string) {
            return string.value();
        }
        return value instanceof JsonNumber number ? number.toJson() : null;
    }
}
