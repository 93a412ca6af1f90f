package dev.parley.conformance.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Looks at a stream of events: each one's data, and that the event is called what its data says. */
final class EventChecks {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private EventChecks() {}

    static void check(SchemaChecks schemas, String schema, String text, List<Violation> violations) {
        int number = 0;
        String[] blocks = text.replace("\r\n", "\n").split("\n\n", -1);
        for (int i = 0; i < blocks.length - 1; i++) {
            String event = field(blocks[i], "event");
            String data = field(blocks[i], "data");
            if (!data.isEmpty()) {
                check(schemas, schema, event, data, "event " + number++ + " ", violations);
            }
        }
        if (number == 0) {
            violations.add(Violation.error("events", "there is none"));
        }
    }

    private static void check(
            SchemaChecks schemas, String schema, String event, String data, String place, List<Violation> violations) {
        try {
            JsonNode instance = MAPPER.readTree(data);
            violations.addAll(schemas.check(schema, instance, place));
            String type = instance.path("type").asText();
            if (!type.equals(event)) {
                violations.add(Violation.error(place, "it is called '" + event + "', and its data '" + type + "'"));
            }
        } catch (JsonProcessingException e) {
            violations.add(Violation.error(place, "no JSON: " + data));
        }
    }

    private static String field(String block, String name) {
        StringBuilder value = new StringBuilder();
        for (String line : block.split("\n")) {
            if (line.startsWith(name + ":")) {
                value.append(value.isEmpty() ? "" : "\n")
                        .append(line.substring(name.length() + 1).replaceFirst("^ ", ""));
            }
        }
        return value.toString();
    }
}
