package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param body the text of the body, empty for none and for a stream
 * @param events the events of a stream, empty if it is none
 * @param headers its headers; names in lower case
 */
record Answer(int status, String body, List<JsonObject> events, Map<String, String> headers) {

    static Answer text(int status, String body, Map<String, String> headers) {
        return new Answer(status, body, List.of(), headers);
    }

    static Answer json(int status, JsonObject body) {
        return text(status, body.toJson(), Map.of());
    }

    static Answer ok(JsonObject body) {
        return json(200, body);
    }

    static Answer stream(List<JsonObject> events) {
        return new Answer(200, "", events, Map.of("content-type", "text/event-stream; charset=utf-8"));
    }

    boolean isStream() {
        return !events.isEmpty();
    }

    /** The same answer with a header, unless it has one of that name. */
    Answer withDefaultHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putIfAbsent(name, value);
        return new Answer(status, body, events, all);
    }
}
