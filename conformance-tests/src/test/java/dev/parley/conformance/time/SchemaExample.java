package dev.parley.conformance.time;

import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes values of components of the document with every member that it names. Where there is a choice, each is made in
 * turn, so that many examples show all of it; deep inside, only what is required is there.
 */
final class SchemaExample {

    private static final int DEEP = 7;

    private final DocumentTree document = DocumentTree.get();
    private int turn;

    /** Returns a value of a component; the next call yields another one where there is a choice. */
    JsonValue of(String component) {
        return of(document.schema(component), 0);
    }

    private JsonValue of(JsonObject schema, int depth) {
        JsonObject followed = document.followed(schema);
        for (String keyword : List.of("oneOf", "anyOf")) {
            List<JsonValue> branches = DocumentTree.list(followed, keyword);
            if (!branches.isEmpty()) {
                return of(Trees.object(branches.get(depth > DEEP ? 0 : turn++ % branches.size())), depth + 1);
            }
        }
        List<JsonValue> values = DocumentTree.list(followed, "enum");
        if (!values.isEmpty()) {
            return values.get(turn++ % values.size());
        }
        return switch (type(followed)) {
            case "string" -> new JsonString("text " + turn++);
            case "integer" -> JsonNumber.of(turn++);
            case "number" -> JsonNumber.of(0.5);
            case "boolean" -> JsonBoolean.of(turn++ % 2 == 0);
            case "null" -> JsonNull.INSTANCE;
            case "array" ->
                new JsonArray(depth > DEEP ? List.of() : List.of(of(Trees.objectMember(followed, "items"), depth + 1)));
            default -> object(followed, depth);
        };
    }

    private JsonObject object(JsonObject schema, int depth) {
        JsonObject made = JsonObject.of();
        for (JsonValue part : DocumentTree.list(schema, "allOf")) {
            for (Map.Entry<String, JsonValue> member : object(document.followed(Trees.object(part)), depth)
                    .members()
                    .entrySet()) {
                made = made.with(member.getKey(), member.getValue());
            }
        }
        List<JsonValue> required = DocumentTree.list(schema, "required");
        if (schema.get("properties") instanceof JsonObject properties) {
            for (Map.Entry<String, JsonValue> member : properties.members().entrySet()) {
                if (depth <= DEEP || required.contains(new JsonString(member.getKey()))) {
                    made = made.with(member.getKey(), of(Trees.object(member.getValue()), depth + 1));
                }
            }
        }
        return made;
    }

    private static String type(JsonObject schema) {
        List<JsonValue> types = new ArrayList<>(DocumentTree.list(schema, "type"));
        if (schema.get("type") instanceof JsonString only) {
            types.add(only);
        }
        return types.isEmpty() ? "object" : ((JsonString) types.get(0)).value();
    }
}
