package dev.parley.conformance;

import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One call of the real API and its answer.
 *
 * @param number its place in the file
 * @param method the HTTP method
 * @param target path and query as recorded
 * @param requestBody the body sent: {@code JsonNull} if there was none or the recording lost it, a string if it was no
 *     JSON
 * @param status the status of the answer
 * @param requestId the request id of the answer, one of our own where the recording has none
 * @param responseBody the body of the answer
 */
public record RecordedExchange(
        int number,
        String method,
        String target,
        JsonValue requestBody,
        int status,
        String requestId,
        JsonObject responseBody) {

    public static List<RecordedExchange> all() {
        List<JsonValue> recorded = Trees.elements(Shared.json(Shared.file("recordings/conversations.json")));
        List<RecordedExchange> exchanges = new ArrayList<>();
        for (JsonValue exchange : recorded) {
            exchanges.add(read(exchanges.size(), exchange));
        }
        return exchanges;
    }

    private static RecordedExchange read(int number, JsonValue exchange) {
        JsonObject request = Trees.objectMember(exchange, "request");
        JsonObject response = Trees.objectMember(exchange, "response");
        String uri = Trees.text(request, "uri");
        JsonValue requestId = Trees.objectMember(response, "headers").get("X-Request-ID");
        return new RecordedExchange(
                number,
                Trees.text(request, "method"),
                uri.replaceFirst("https://[^/]+", ""),
                Trees.member(request, "body"),
                ((JsonNumber) Trees.member(response, "status")).intValue(),
                requestId instanceof JsonString id ? id.value() : "req_recorded_" + number,
                Trees.objectMember(response, "body"));
    }

    public boolean succeeded() {
        return status < 300;
    }

    /** The parts of the path behind {@code /v1}, decoded. */
    public List<String> path() {
        return Stream.of(path(target).substring("/v1/".length()).split("/"))
                .map(RecordedExchange::decoded)
                .toList();
    }

    /** The pairs of the query, decoded, in order. */
    public List<Map.Entry<String, String>> query() {
        return query(target);
    }

    public static String path(String target) {
        return target.replaceFirst("\\?.*", "");
    }

    public static List<Map.Entry<String, String>> query(String target) {
        int start = target.indexOf('?');
        return start < 0
                ? List.of()
                : Stream.of(target.substring(start + 1).split("&"))
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> Map.entry(decoded(pair[0]), decoded(pair[1])))
                        .toList();
    }

    @Override
    public String toString() {
        return number + ": " + method + " " + target + " -> " + status;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
