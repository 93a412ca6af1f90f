package dev.parley.conformance.time;

import dev.parley.conformance.exchange.Exchange;
import dev.parley.conformance.exchange.ExchangeBody;
import dev.parley.conformance.exchange.ExchangeFile;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What servers answer in the fixtures of operations: whole bodies, and each event of a stream. */
final class AnsweredSamples {

    private static final Map<String, String> MODELS = Map.of(
            "conversations.create/", "Conversation",
            "conversations.retrieve/", "Conversation",
            "conversations.delete/", "ConversationDeleted",
            "conversations.items.list/", "ConversationItemList",
            "conversations.items.create/", "ConversationItemList",
            "responses.create/", "Response",
            "responses.retrieve/", "Response",
            "responses.cancel/", "Response",
            "responses.input_items.list/", "ResponseItemList");

    private static final String DATA = "data: ";

    private AnsweredSamples() {}

    static List<Sample> all() {
        Path fixtures = ExchangeFile.fixtures();
        List<Sample> samples = new ArrayList<>();
        for (String path : ExchangeFile.paths(fixtures)) {
            MODELS.entrySet().stream()
                    .filter(model -> path.startsWith(model.getKey()))
                    .forEach(model -> samples.addAll(of(
                            path,
                            model.getValue(),
                            ExchangeFile.read(fixtures, path).response())));
        }
        return samples;
    }

    private static List<Sample> of(String path, String model, Exchange.Response response) {
        if (response.body() instanceof ExchangeBody.Json body && body.value() instanceof JsonObject json) {
            return List.of(new Sample(model, path, json));
        }
        if (response.isEventStream() && response.body() instanceof ExchangeBody.Text text) {
            return events(text.value())
                    .map(event -> new Sample("ResponseStreamEvent", path, event))
                    .toList();
        }
        return List.of();
    }

    /** The events of one line each that are of some type; what is odd about a stream is for the tests of streams. */
    private static Stream<JsonValue> events(String text) {
        return text.lines()
                .filter(line -> line.startsWith(DATA + "{") && line.endsWith("}"))
                .map(line -> JsonValue.parse(line.substring(DATA.length())))
                .filter(event -> event instanceof JsonObject object && object.get("type") instanceof JsonString);
    }
}
