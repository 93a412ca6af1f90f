package dev.parley.runtime.error;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about an error, read from {@code {"error": {...}}} and from the shapes that compatible servers and
 * gateways send instead: the error as a plain string, its members at the top, the envelope alone in an array, the
 * {@code detail} and {@code title} of a problem (RFC 9457), and the first of several errors, a list {@code detail} or
 * {@code errors}.
 *
 * @param place where in the request the first of several errors is, as the server puts it
 */
record ErrorEnvelope(
        @Nullable String message,
        @Nullable String type,
        @Nullable String param,
        @Nullable String code,
        @Nullable String place) {

    private static final ErrorEnvelope EMPTY = new ErrorEnvelope(null, null, null, null, null);

    /** Returns the envelope of a message in plain words. */
    static ErrorEnvelope ofText(String message) {
        return new ErrorEnvelope(message, null, null, null, null);
    }

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
            return read(message.value(), object);
        }
        JsonObject members = error instanceof JsonObject nested ? nested : object;
        for (String message : new @Nullable String[] {
            text(members, "message"), text(object, "message"), text(object, "detail"), text(object, "title")
        }) {
            if (message != null) {
                return read(message, members);
            }
        }
        ErrorEnvelope first = firstOf(object.get("detail"));
        if (first == null) {
            first = firstOf(object.get("errors"));
        }
        return first == null ? read(null, members) : first;
    }

    /** Reads the envelope of a body that something else was expected of: there, only {@code error} makes an error. */
    static ErrorEnvelope inPlaceOfValue(@Nullable JsonValue body) {
        JsonValue error = body instanceof JsonObject object ? object.get("error") : null;
        return error instanceof JsonObject || error instanceof JsonString ? of(body) : EMPTY;
    }

    /** Returns the message as a part of a log line, cut at 500 characters, or null if there is none. */
    @Nullable
    String words() {
        if (message == null) {
            return null;
        }
        String words = LogText.of(message, 500);
        return place == null ? words : words + " (at " + LogText.of(place, 100) + ")";
    }

    private static ErrorEnvelope read(@Nullable String message, JsonObject members) {
        return new ErrorEnvelope(message, text(members, "type"), text(members, "param"), text(members, "code"), null);
    }

    /** Returns the first of the errors that has a message, or null if there is none. */
    private static @Nullable ErrorEnvelope firstOf(@Nullable JsonValue errors) {
        if (!(errors instanceof JsonArray array)) {
            return null;
        }
        for (JsonValue each : array.values()) {
            if (each instanceof JsonObject error) {
                String msg = text(error, "msg");
                String message = msg == null ? text(error, "message") : msg;
                if (message != null) {
                    String place = place(error.get("loc"));
                    String param = text(error, "param");
                    return new ErrorEnvelope(
                            message, text(error, "type"), param == null ? place : param, text(error, "code"), place);
                }
            }
        }
        return null;
    }

    /** Returns the steps of a list such as {@code ["body", "input", 0]}, joined by dots, or null if it is none. */
    private static @Nullable String place(@Nullable JsonValue location) {
        if (!(location instanceof JsonArray steps) || steps.values().isEmpty()) {
            return null;
        }
        StringJoiner place = new StringJoiner(".");
        for (JsonValue step : steps.values()) {
            String text = text(step);
            if (text == null) {
                return null;
            }
            place.add(text);
        }
        return place.toString();
    }

    private static @Nullable String text(JsonObject members, String name) {
        return text(members.get(name));
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        return value instanceof JsonNumber number ? number.toJson() : null;
    }
}
