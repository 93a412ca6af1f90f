package dev.parley.testkit;

import dev.parley.runtime.json.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that a {@link ConversationsServer} received, for assertions on what a client put on the wire.
 *
 * @param method the HTTP method, such as {@code POST}
 * @param target the request target exactly as it was sent, path and query, percent-encoding included
 * @param headers every header by its lower-case name, in alphabetical order; of a header that carries a credential only
 *     the scheme is kept, as in {@code Bearer ***}
 * @param body the body read as UTF-8, empty if there was none
 */
public record RecordedRequest(String method, String target, Map<String, List<String>> headers, String body) {

    /**
     * Copies the headers.
     *
     * @param method the HTTP method
     * @param target the request target as it was sent
     * @param headers the headers by their lower-case names
     * @param body the body, empty if there was none
     */
    public RecordedRequest {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /**
     * Returns the first value of a header.
     *
     * @param name the header's name in any case
     * @return its first value, null if the header was not sent
     */
    public @Nullable String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * Reads the body as JSON.
     *
     * @return the parsed body
     * @throws dev.parley.runtime.error.DecodingException if the body is empty or not JSON
     */
    public JsonValue json() {
        return JsonValue.parse(body);
    }
}
