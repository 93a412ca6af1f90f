package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rewrites every text of an exchange: target, values of headers, strings and names of members in JSON, other bodies. */
final class Rewriting {

    private final UnaryOperator<String> change;

    Rewriting(UnaryOperator<String> change) {
        this.change = change;
    }

    Exchange apply(Exchange exchange) {
        Exchange.Request request = exchange.request();
        Exchange.Response response = exchange.response();
        return new Exchange(
                exchange.note(),
                exchange.source(),
                new Exchange.Request(
                        request.method(),
                        change.apply(request.target()),
                        headers(request.headers()),
                        body(request.body())),
                new Exchange.Response(response.status(), headers(response.headers()), body(response.body())));
    }

    private Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> changed = new LinkedHashMap<>();
        headers.forEach((name, value) -> changed.put(name, change.apply(value)));
        return changed;
    }

    private ExchangeBody body(ExchangeBody body) {
        if (body instanceof ExchangeBody.Json json) {
            return new ExchangeBody.Json(json(json.value()));
        }
        return body instanceof ExchangeBody.Text text ? new ExchangeBody.Text(change.apply(text.value())) : body;
    }

    private JsonValue json(JsonValue json) {
        if (json instanceof JsonString string) {
            return new JsonString(change.apply(string.value()));
        }
        if (json instanceof JsonArray array) {
            return new JsonArray(array.values().stream().map(this::json).toList());
        }
        if (json instanceof JsonObject object) {
            JsonObject.Builder members = JsonObject.builder();
            object.members().forEach((name, value) -> members.put(change.apply(name), json(value)));
            return members.build();
        }
        return json;
    }
}
