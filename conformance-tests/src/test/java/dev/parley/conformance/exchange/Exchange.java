package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request and its answer, as the files of {@code fixtures} hold them; {@code fixtures/README.md} describes the format.
 *
 * @param note what this shows, in one line
 * @param source where it comes from: {@code written}, or {@code recorded} with the day and the host
 * @param request what goes out
 * @param response what comes back
 */
public record Exchange(String note, String source, Request request, Response response) {

    /**
     * What goes out.
     *
     * @param method the HTTP method, in upper case
     * @param target path and query, percent-encoded
     * @param headers the headers that carry meaning, by their names in lower case
     * @param body the body
     */
    public record Request(String method, String target, Map<String, String> headers, ExchangeBody body) {
        public Request {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }
    }

    /**
     * What comes back.
     *
     * @param status the status code, 200 to 599
     * @param headers the headers that carry meaning, by their names in lower case
     * @param body the body
     */
    public record Response(int status, Map<String, String> headers, ExchangeBody body) {
        public Response {
            headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        }

        /** Returns whether the status is a success. */
        public boolean succeeded() {
            return status >= 200 && status < 300;
        }

        /** Returns whether the answer says that it is a stream of server-sent events. */
        public boolean isEventStream() {
            return headers.getOrDefault("content-type", "").startsWith("text/event-stream");
        }
    }

    /**
     * Reads an exchange.
     *
     * @param file the name of the file, for messages
     * @throws ExchangeFormatException if the JSON is no exchange; its message names the file and the place
     */
    public static Exchange of(String file, JsonValue json) {
        return new ExchangeReader(file).read(json);
    }

    /** Returns the exchange in the format of the files. */
    public JsonObject json() {
        return JsonObject.builder()
                .put("note", note)
                .put("source", source)
                .put(
                        "request",
                        withBody(
                                JsonObject.builder()
                                        .put("method", request.method)
                                        .put("target", request.target)
                                        .put("headers", request.headers),
                                request.body))
                .put(
                        "response",
                        withBody(
                                JsonObject.builder()
                                        .put("status", JsonNumber.of(response.status))
                                        .put("headers", response.headers),
                                response.body))
                .build();
    }

    private static JsonObject withBody(JsonObject.Builder part, ExchangeBody body) {
        if (body instanceof ExchangeBody.Json json) {
            part.put("body", json.value());
        } else if (body instanceof ExchangeBody.Text text) {
            part.put("text", text.value());
        }
        return part.build();
    }
}
