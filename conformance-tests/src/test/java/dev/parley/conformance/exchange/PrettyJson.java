package dev.parley.conformance.exchange;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * JSON for people: indented by two spaces, members in the order that they have. The two outermost levels have a line for
 * each member, which keeps the parts of an exchange apart; further inside, what is short and nested no more than twice
 * stands on one line. The same value always gives the same text.
 */
public final class PrettyJson {

    private static final int LONGEST_LINE = 100;
    private static final int OUTERMOST = 2;
    private static final int NESTED_IN_A_LINE = 2;

    private final StringBuilder out = new StringBuilder();

    private PrettyJson() {}

    /** Returns the text, with a line break at its end. */
    public static String print(JsonValue json) {
        PrettyJson printer = new PrettyJson();
        printer.value(json, 0, 0);
        return printer.out.append('\n').toString();
    }

    private void value(JsonValue json, int depth, int column) {
        List<Part> parts = parts(json);
        if (parts.isEmpty() || depth >= OUTERMOST && nesting(json) <= NESTED_IN_A_LINE) {
            String line = line(json);
            if (parts.isEmpty() || column + line.length() <= LONGEST_LINE) {
                out.append(line);
                return;
            }
        }
        out.append(json instanceof JsonObject ? '{' : '[');
        for (Iterator<Part> each = parts.iterator(); each.hasNext(); ) {
            Part part = each.next();
            String start = "  ".repeat(depth + 1) + part.name;
            out.append('\n').append(start);
            value(part.value, depth + 1, start.length() + 1);
            out.append(each.hasNext() ? "," : "");
        }
        out.append('\n').append("  ".repeat(depth)).append(json instanceof JsonObject ? '}' : ']');
    }

    private static String line(JsonValue json) {
        List<Part> parts = parts(json);
        if (parts.isEmpty()) {
            return json.toJson();
        }
        String inside = parts.stream().map(part -> part.name + line(part.value)).collect(Collectors.joining(", "));
        return json instanceof JsonObject ? "{" + inside + "}" : "[" + inside + "]";
    }

    private static int nesting(JsonValue json) {
        List<Part> parts = parts(json);
        return parts.isEmpty()
                ? 0
                : 1 + parts.stream().mapToInt(part -> nesting(part.value)).max().orElse(0);
    }

    /** A member with its name, or an element without one. */
    private record Part(String name, JsonValue value) {}

    private static List<Part> parts(JsonValue json) {
        List<Part> parts = new ArrayList<>();
        if (json instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                parts.add(new Part(new JsonString(member.getKey()).toJson() + ": ", member.getValue()));
            }
        } else if (json instanceof JsonArray array) {
            array.values().forEach(element -> parts.add(new Part("", element)));
        }
        return parts;
    }
}
