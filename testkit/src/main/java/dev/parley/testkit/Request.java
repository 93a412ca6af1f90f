package dev.parley.testkit;

import com.sun.net.httpserver.HttpExchange;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request as the operations see it: read completely, its target taken apart. */
final class Request {

    private final String method;
    private final URI target;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private Request(String method, URI target, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.headers = headers;
        this.body = body;
    }

    static Request read(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    String method() {
        return method;
    }

    /** The path as it was sent, percent-encoded. */
    String path() {
        return target.getRawPath();
    }

    /** The decoded segments of the path, without the empty one before the first slash. */
    List<String> segments() {
        String[] raw = path().substring(1).split("/", -1);
        // URLDecoder reads forms, where a plus is a space; in a path it is a plus.
        return Arrays.stream(raw)
                .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
                .toList();
    }

    QueryParameters query() {
        return new QueryParameters(target.getRawQuery());
    }

    /** The first value of the header with that lower-case name, null if it was not sent. */
    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? null : values.get(0);
    }

    /**
     * The body as a JSON object of at most these members; an empty body is an empty object.
     *
     * @throws ApiError if the body is something else
     */
    Parameter json(String... members) {
        if (body.length == 0) {
            return new Parameter("", JsonObject.EMPTY);
        }
        String contentType = header("content-type");
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw ApiError.unsupportedContentType(contentType);
        }
        JsonValue json = parsed();
        if (!(json instanceof JsonObject object)) {
            throw ApiError.invalidType("body", "an object", json);
        }
        for (String name : object.names()) {
            if (!List.of(members).contains(name)) {
                throw ApiError.unknown(name);
            }
        }
        return new Parameter("", object);
    }

    RecordedRequest recorded() {
        return new RecordedRequest(
                method, target.toString(), Credentials.masked(headers), new String(body, StandardCharsets.UTF_8));
    }

    private JsonValue parsed() {
        try {
            return JsonValue.parse(body);
        } catch (DecodingException e) {
            throw ApiError.invalidJson();
        }
    }
}
