package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Gives what a server makes up anew each time a name that stays: the n-th identifier with a prefix becomes {@code
 * conv_0001}, the same one in every exchange of a session, and every moment becomes the same one. Moments that a server
 * counts in seconds fall together or apart by chance, so that numbering them would not be stable.
 *
 * <p>An identifier is a prefix of letters, {@code _}, and 16 or more letters and digits with a digit among them; shorter
 * ones, such as {@code conv_missing}, were chosen by a person. A moment is a number of at least nine digits whose member
 * ends in {@code _at}.
 */
final class StableNames {

    private static final Pattern IDENTIFIER =
            Pattern.compile("(?<![A-Za-z0-9_])([a-z]{2,10})_(?=[a-zA-Z]*[0-9])[0-9A-Za-z]{16,}(?![A-Za-z0-9_])");
    private static final Pattern UUID =
            Pattern.compile("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    private static final Pattern MOMENT_IN_TEXT = Pattern.compile("(\"\\w+_at\"\\s*:\\s*)[0-9]{9,}(\\.[0-9]+)?");
    private static final String BASE_SECOND = "1750000000";

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    Exchange apply(Exchange exchange) {
        Exchange named = new Rewriting(this::apply).apply(exchange);
        Exchange.Request request = named.request();
        Exchange.Response response = named.response();
        return new Exchange(
                named.note(),
                named.source(),
                new Exchange.Request(request.method(), request.target(), request.headers(), moments(request.body())),
                new Exchange.Response(response.status(), response.headers(), moments(response.body())));
    }

    private String apply(String text) {
        String named = IDENTIFIER.matcher(text).replaceAll(found -> name(found.group(1), found.group()));
        named = UUID.matcher(named).replaceAll(found -> name("uuid", found.group()));
        return MOMENT_IN_TEXT.matcher(named).replaceAll("$1" + BASE_SECOND);
    }

    private String name(String prefix, String identifier) {
        return names.computeIfAbsent(
                identifier, unnamed -> prefix + "_" + "%04d".formatted(counts.merge(prefix, 1, Integer::sum)));
    }

    private static ExchangeBody moments(ExchangeBody body) {
        return body instanceof ExchangeBody.Json json ? new ExchangeBody.Json(moments(json.value())) : body;
    }

    private static JsonValue moments(JsonValue json) {
        if (json instanceof JsonArray array) {
            return new JsonArray(
                    array.values().stream().map(StableNames::moments).toList());
        }
        if (json instanceof JsonObject object) {
            JsonObject.Builder members = JsonObject.builder();
            object.members()
                    .forEach((name, value) -> members.put(name, isMoment(name, value) ? base() : moments(value)));
            return members.build();
        }
        return json;
    }

    private static boolean isMoment(String name, JsonValue value) {
        return name.endsWith("_at")
                && value instanceof JsonNumber number
                && number.literal().matches("[0-9]{9,}(\\.[0-9]+)?");
    }

    private static JsonNumber base() {
        return JsonNumber.of(BASE_SECOND);
    }
}
