package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;

/** The folder that an exchange of an operation belongs to; {@code fixtures/README.md} describes the folders. */
final class ExchangeFolder {

    private ExchangeFolder() {}

    static String of(String operation, Exchange exchange) {
        if (!exchange.response().succeeded()) {
            return "errors/" + operation;
        }
        if (operation.equals("conversations.items.retrieve")
                && exchange.response().body() instanceof ExchangeBody.Json json
                && json.value() instanceof JsonObject item
                && item.get("type") instanceof JsonString tag) {
            return "items/" + tag.value();
        }
        if (operation.equals("conversations.items.create")
                && exchange.request().body() instanceof ExchangeBody.Json json
                && json.value() instanceof JsonObject body
                && body.get("items") instanceof JsonArray items
                && items.values().size() == 1
                && items.values().get(0) instanceof JsonObject item) {
            JsonValue tag = item.get("type");
            return "input/" + (tag instanceof JsonString type ? type.value() : "message");
        }
        return operation;
    }
}
