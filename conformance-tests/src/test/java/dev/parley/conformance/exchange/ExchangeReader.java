package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file, and refuses whatever the format does not name. */
final class ExchangeReader {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> UNWANTED = Set.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "set-cookie",
            "api-key",
            "x-api-key",
            "user-agent",
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "date",
            "idempotency-key");

    private static final Set<Integer> STATUSES_WITHOUT_BODY = Set.of(204, 304);

    private final String file;

    ExchangeReader(String file) {
        this.file = file;
    }

    Exchange read(JsonValue json) {
        JsonObject exchange = object("", json, "note", "source", "request", "response");
        return new Exchange(
                line("/note", exchange.get("note")),
                source(line("/source", exchange.get("source"))),
                request(object("/request", exchange.get("request"), "method", "target", "headers", "body", "text")),
                response(object("/response", exchange.get("response"), "status", "headers", "body", "text")));
    }

    private Exchange.Request request(JsonObject json) {
        String method = line("/request/method", json.get("method"));
        if (!METHODS.contains(method)) {
            throw wrong(
                    "/request/method",
                    "'" + method + "' is none of " + METHODS.stream().sorted().toList());
        }
        String target = line("/request/target", json.get("target"));
        if (!target.startsWith("/") || !target.matches("[!-~&&[^\"<>\\\\^`{|}#]]*")) {
            throw wrong("/request/target", "expected a path with percent-encoding, found '" + target + "'");
        }
        return new Exchange.Request(method, target, headers("/request", json), body("/request", json));
    }

    private Exchange.Response response(JsonObject json) {
        JsonValue status = json.get("status");
        if (!(status instanceof JsonNumber number) || !number.literal().matches("[2-5][0-9][0-9]")) {
            throw wrong("/response/status", "expected a whole number from 200 to 599, found " + shown(status));
        }
        ExchangeBody body = body("/response", json);
        if (STATUSES_WITHOUT_BODY.contains(number.intValue()) && body != ExchangeBody.NONE) {
            throw wrong("/response/status", "an answer with " + number + " has no body");
        }
        return new Exchange.Response(number.intValue(), headers("/response", json), body);
    }

    private Map<String, String> headers(String part, JsonObject json) {
        Map<String, String> headers = new LinkedHashMap<>();
        JsonObject named = object(part + "/headers", json.get("headers"));
        for (Map.Entry<String, JsonValue> header : named.members().entrySet()) {
            String name = header.getKey();
            String pointer = part + "/headers/" + name;
            if (!name.equals(name.toLowerCase(Locale.ROOT)) || !name.matches("[!#$%&'*+.^_`|~0-9a-z-]+")) {
                throw wrong(pointer, "a header's name is a token in lower case");
            }
            if (UNWANTED.contains(name)) {
                throw wrong(pointer, "this header is never kept: it is a secret or carries no meaning");
            }
            headers.put(name, line(pointer, header.getValue()));
        }
        return headers;
    }

    private ExchangeBody body(String part, JsonObject json) {
        JsonValue body = json.get("body");
        JsonValue text = json.get("text");
        if (body != null && text != null) {
            throw wrong(part + "/text", "there is a 'body', too: keep 'body' for JSON, or 'text' for anything else");
        }
        if (body != null) {
            return new ExchangeBody.Json(body);
        }
        if (text instanceof JsonString string) {
            return new ExchangeBody.Text(string.value());
        }
        if (text != null) {
            throw wrong(part + "/text", "expected a string, found " + shown(text));
        }
        return ExchangeBody.NONE;
    }

    private String source(String source) {
        if (!source.equals("written") && !source.matches("recorded \\d{4}-\\d{2}-\\d{2}, .+")) {
            throw wrong("/source", "expected 'written' or 'recorded YYYY-MM-DD, HOST', found '" + source + "'");
        }
        return source;
    }

    /** An object; if names are given, it has no other members. */
    private JsonObject object(String pointer, @Nullable JsonValue json, String... names) {
        if (!(json instanceof JsonObject object)) {
            throw wrong(pointer, "expected an object, found " + shown(json));
        }
        for (String name : object.names()) {
            if (names.length > 0 && !List.of(names).contains(name)) {
                throw wrong(pointer + "/" + name, "no such member in the format; it has " + List.of(names));
            }
        }
        return object;
    }

    private String line(String pointer, @Nullable JsonValue json) {
        if (!(json instanceof JsonString string) || string.value().matches("\\s*|(?s).*\\p{Cntrl}.*")) {
            throw wrong(pointer, "expected a string of one line, found " + shown(json));
        }
        return string.value();
    }

    private ExchangeFormatException wrong(String pointer, String problem) {
        return new ExchangeFormatException(file, pointer, problem);
    }

    private static String shown(@Nullable JsonValue json) {
        if (json == null) {
            return "nothing";
        }
        String text = json.toJson();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
