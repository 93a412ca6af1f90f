package dev.parley.conformance;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Variations of JSON values: the same in another order, with more members, with other strings. */
public final class Trees {

    private Trees() {}

    /** Reads JSON whose quotation marks are written as apostrophes. */
    public static JsonValue parse(String json) {
        return JsonValue.parse(json.replace('\'', '"'));
    }

    public static JsonObject object(JsonValue json) {
        return (JsonObject) json;
    }

    /** The member of that name, which must be there. */
    public static JsonValue member(JsonValue json, String name) {
        return Objects.requireNonNull(object(json).get(name), () -> "no member '" + name + "' in " + json);
    }

    public static JsonObject objectMember(JsonValue json, String name) {
        return object(member(json, name));
    }

    public static String text(JsonValue json, String name) {
        return ((JsonString) member(json, name)).value();
    }

    public static List<JsonValue> elements(JsonValue json) {
        return ((JsonArray) json).values();
    }

    /** Moves one member to a place among the others. */
    public static JsonObject moved(JsonObject object, String name, int index) {
        List<Map.Entry<String, JsonValue>> members =
                new ArrayList<>(object.without(name).members().entrySet());
        members.add(index, Map.entry(name, member(object, name)));
        return objectOf(members);
    }

    /** Puts the members of every object inside into another order. */
    public static JsonValue shuffled(JsonValue json, Random random) {
        return everyObject(json, object -> {
            List<Map.Entry<String, JsonValue>> members =
                    new ArrayList<>(object.members().entrySet());
            Collections.shuffle(members, random);
            return objectOf(members);
        });
    }

    /** Rewrites every object inside, the innermost first. */
    public static JsonValue everyObject(JsonValue json, UnaryOperator<JsonObject> rewrite) {
        if (json instanceof JsonArray array) {
            return new JsonArray(array.values().stream()
                    .map(element -> everyObject(element, rewrite))
                    .toList());
        }
        if (json instanceof JsonObject object) {
            JsonObject.Builder members = JsonObject.builder();
            object.members().forEach((name, value) -> members.put(name, everyObject(value, rewrite)));
            return rewrite.apply(members.build());
        }
        return json;
    }

    /** Replaces every string inside, except the values of members of that name. */
    public static JsonValue everyString(JsonValue json, String exceptMember, String replacement) {
        if (json instanceof JsonString) {
            return new JsonString(replacement);
        }
        if (json instanceof JsonArray array) {
            return new JsonArray(array.values().stream()
                    .map(element -> everyString(element, exceptMember, replacement))
                    .toList());
        }
        if (json instanceof JsonObject object) {
            JsonObject.Builder members = JsonObject.builder();
            object.members()
                    .forEach((name, value) -> members.put(
                            name, name.equals(exceptMember) ? value : everyString(value, exceptMember, replacement)));
            return members.build();
        }
        return json;
    }

    /** The number of explicit nulls inside. */
    public static int nulls(JsonValue json) {
        if (json instanceof JsonArray array) {
            return array.values().stream().mapToInt(Trees::nulls).sum();
        }
        if (json instanceof JsonObject object) {
            return object.members().values().stream().mapToInt(Trees::nulls).sum();
        }
        return json == JsonNull.INSTANCE ? 1 : 0;
    }

    /** The number of members of all objects inside. */
    public static int members(JsonValue json) {
        if (json instanceof JsonArray array) {
            return array.values().stream().mapToInt(Trees::members).sum();
        }
        if (json instanceof JsonObject object) {
            return object.size()
                    + object.members().values().stream()
                            .mapToInt(Trees::members)
                            .sum();
        }
        return 0;
    }

    private static JsonObject objectOf(List<Map.Entry<String, JsonValue>> members) {
        JsonObject.Builder object = JsonObject.builder();
        members.forEach(member -> object.put(member.getKey(), member.getValue()));
        return object.build();
    }
}
