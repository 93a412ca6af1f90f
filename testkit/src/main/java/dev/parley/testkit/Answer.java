package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes back to the client.
 *
 * @param status the HTTP status
 * @param body the text of the body, empty for none
 * @param headers its headers; names in lower case
 */
record Answer(int status, String body, Map<String, String> headers) {

    static Answer json(int status, JsonObject body) {
        return new Answer(status, body.toJson(), Map.of());
    }

    static Answer ok(JsonObject body) {
        return json(200, body);
    }

    /** The same answer with a header, unless it has one of that name. */
    Answer withDefaultHeader(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putIfAbsent(name, value);
        return new Answer(status, body, all);
    }
}
