package dev.parley.conformance.sdk;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One place where a JSON value is not what another one is. Numbers are compared by value, the order of members counts
 * for nothing.
 *
 * @param path the place, {@code $.content[0].text}
 * @param kind how the two differ there
 */
record JsonDifference(String path, Kind kind) {

    /** How two values differ at a place. */
    enum Kind {
        /** The place is missing from the second. */
        LOST,
        /** Only the second has it. */
        ADDED,
        /** Both have something else there. */
        CHANGED
    }

    /** Returns the places where the second is not what the first is, in the order of the first. */
    static List<JsonDifference> between(JsonValue first, JsonValue second) {
        List<JsonDifference> differences = new ArrayList<>();
        compare("$", first, second, differences);
        return differences;
    }

    private static void compare(String path, JsonValue first, JsonValue second, List<JsonDifference> differences) {
        if (first instanceof JsonObject left && second instanceof JsonObject right) {
            left.members().forEach((name, value) -> {
                JsonValue other = right.get(name);
                if (other == null) {
                    differences.add(new JsonDifference(path + "." + name, Kind.LOST));
                } else {
                    compare(path + "." + name, value, other, differences);
                }
            });
            right.names().stream()
                    .filter(name -> !left.contains(name))
                    .forEach(name -> differences.add(new JsonDifference(path + "." + name, Kind.ADDED)));
        } else if (first instanceof JsonArray left
                && second instanceof JsonArray right
                && left.values().size() == right.values().size()) {
            for (int i = 0; i < left.values().size(); i++) {
                compare(
                        path + "[" + i + "]",
                        left.values().get(i),
                        right.values().get(i),
                        differences);
            }
        } else if (!first.equals(second)) {
            differences.add(new JsonDifference(path, Kind.CHANGED));
        }
    }

    @Override
    public String toString() {
        return switch (kind) {
            case LOST -> "loses " + path;
            case ADDED -> "adds " + path;
            case CHANGED -> "changes " + path;
        };
    }
}
