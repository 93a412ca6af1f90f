package dev.parley.runtime.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One conversion of plain Java values to JSON; remembers where it stands, so that a refusal can name the place. */
final class Conversion {
    private static final int MAX_DEPTH = 500;
    private static final int EXCERPT = 40;

    private final Deque<String> place = new ArrayDeque<>();

    JsonValue json(@Nullable Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof CharSequence text) {
            return new JsonString(text.toString());
        }
        if (value instanceof Boolean bool) {
            return JsonBoolean.of(bool);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        if (value instanceof Iterable<?> elements) {
            return array(elements);
        }
        throw refused("a " + value.getClass().getName() + " has no JSON form; convert it to a Map, a List, a String,"
                + " a Number, a Boolean or a JsonValue first");
    }

    private JsonNumber number(Number number) {
        String literal = number.toString();
        if (!NumberLiteral.isValid(literal)) {
            throw refused(excerpt(literal) + " is not a JSON number");
        }
        return JsonNumber.of(literal);
    }

    private JsonObject object(Map<?, ?> map) {
        JsonObject.Builder members = JsonObject.builder();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw refused("the name of a member must be a String, not " + member.getKey());
            }
            enter("." + name);
            members.put(name, json(member.getValue()));
            place.removeLast();
        }
        return members.build();
    }

    private JsonArray array(Iterable<?> elements) {
        List<JsonValue> values = new ArrayList<>();
        for (Object element : elements) {
            enter("[" + values.size() + "]");
            values.add(json(element));
            place.removeLast();
        }
        return new JsonArray(values);
    }

    private void enter(String step) {
        place.addLast(step);
        if (place.size() > MAX_DEPTH) {
            place.clear();
            throw refused("nested more than " + MAX_DEPTH + " deep, or inside itself");
        }
    }

    private IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("$" + String.join("", place) + ": " + reason);
    }

    /** Returns the start of a text that may be long. */
    static String excerpt(String text) {
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + '…';
    }
}
