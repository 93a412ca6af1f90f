package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.List;

/** Reads values of any form as trees. */
final class TreeReader {
    private final InputParser in;
    private final ElementStack elements = new ElementStack();
    private boolean duplicates;

    TreeReader(InputParser in) {
        this.in = in;
    }

    /** Returns whether any object read so far had two members of one name. */
    boolean sawDuplicates() {
        return duplicates;
    }

    /** Reads the value that the parser stands on. */
    JsonValue read() {
        return switch (in.currentToken()) {
            case START_OBJECT -> readObject();
            case START_ARRAY -> readArray();
            case VALUE_STRING -> new JsonString(in.text());
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.INSTANCE;
            default -> in.number();
        };
    }

    /** Reads the object that the parser stands on. */
    JsonObject readObject() {
        JsonObject.Builder members = JsonObject.builder();
        int count = 0;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            members.put(name, read());
            count++;
        }
        if (count != members.size()) {
            duplicates = true;
        }
        return members.build();
    }

    private JsonArray readArray() {
        int height = elements.size();
        while (in.nextElement()) {
            elements.push(read());
        }
        @SuppressWarnings("unchecked") // only values of JSON are pushed
        List<JsonValue> values = (List<JsonValue>) elements.popList(height);
        return new JsonArray(values);
    }
}
