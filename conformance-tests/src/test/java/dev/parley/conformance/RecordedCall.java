package dev.parley.conformance;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ConversationItemListRequest;
import dev.parley.openai.model.Include;
import dev.parley.openai.model.InputItem;
import dev.parley.openai.service.ConversationItemService;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the call of the client that a recorded request was, with arguments taken from it. */
final class RecordedCall {

    private final RecordedExchange exchange;
    private final OpenAiClient client;

    RecordedCall(RecordedExchange exchange, OpenAiClient client) {
        this.exchange = exchange;
        this.client = client;
    }

    JsonWritable make() {
        List<String> path = exchange.path();
        String operation = exchange.method() + " " + path.size();
        return switch (operation) {
            case "POST 1" -> create();
            case "GET 2" -> client.conversations().retrieve(path.get(1));
            case "POST 2" ->
                client.conversations().update(path.get(1), request -> request.metadata(strings(body(), "metadata")));
            case "DELETE 2" -> client.conversations().delete(path.get(1));
            case "POST 3" ->
                items().create(
                                path.get(1),
                                request -> request.items(inputs(body())).include(include()));
            case "GET 3" -> items().list(path.get(1), this::list).response();
            case "GET 4" -> items().retrieve(path.get(1), path.get(3), request -> request.include(include()));
            case "DELETE 4" -> items().delete(path.get(1), path.get(3));
            default -> throw new IllegalArgumentException(exchange.toString());
        };
    }

    private JsonWritable create() {
        if (!(exchange.requestBody() instanceof JsonObject body)) {
            return client.conversations().create();
        }
        return client.conversations().create(request -> {
            if (body.contains("metadata")) {
                request.metadata(strings(body, "metadata"));
            }
            if (body.contains("items")) {
                inputs(body).forEach(request::addItem);
            }
        });
    }

    private void list(ConversationItemListRequest.Builder request) {
        exchange.query().forEach(pair -> {
            switch (pair.getKey()) {
                case "limit" -> request.limit(Long.valueOf(pair.getValue()));
                case "order" -> request.order(pair.getValue());
                case "after" -> request.after(pair.getValue());
                case "include[]" -> request.addInclude(Include.of(pair.getValue()));
                default -> throw new IllegalArgumentException(pair.getKey());
            }
        });
    }

    private List<Include> include() {
        return exchange.query().stream()
                .map(pair -> Include.of(pair.getValue()))
                .toList();
    }

    private ConversationItemService items() {
        return client.conversations().items();
    }

    private JsonObject body() {
        return Trees.object(exchange.requestBody());
    }

    private static List<InputItem> inputs(JsonObject body) {
        return Trees.elements(Trees.member(body, "items")).stream()
                .map(JsonValue::toJson)
                .map(InputItem::fromJson)
                .toList();
    }

    private static Map<String, String> strings(JsonObject body, String name) {
        Map<String, String> strings = new LinkedHashMap<>();
        Trees.objectMember(body, name)
                .members()
                .forEach((key, value) -> strings.put(key, ((JsonString) value).value()));
        return strings;
    }
}
