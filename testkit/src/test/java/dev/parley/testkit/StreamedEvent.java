package dev.parley.testkit;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** An event of a stream that is written in exactly the two lines of the service. */
record StreamedEvent(String name, JsonObject data) {

    static List<StreamedEvent> read(String body) {
        List<StreamedEvent> events = new ArrayList<>();
        for (String block : body.split("\n\n")) {
            String[] lines = block.split("\n", -1);
            if (lines.length != 2 || !lines[0].startsWith("event: ") || !lines[1].startsWith("data: ")) {
                throw new AssertionError("not an event: " + block);
            }
            events.add(new StreamedEvent(lines[0].substring("event: ".length()), (JsonObject)
                    JsonValue.parse(lines[1].substring("data: ".length()))));
        }
        return events;
    }

    static List<String> names(List<StreamedEvent> events) {
        return events.stream().map(StreamedEvent::name).toList();
    }

    String text(String member) {
        return data.get(member) instanceof JsonString text ? text.value() : String.valueOf(data.get(member));
    }

    JsonObject response() {
        return (JsonObject) data.members().get("response");
    }
}
