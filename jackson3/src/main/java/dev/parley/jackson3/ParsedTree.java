package dev.parley.jackson3;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.exc.MismatchedInputException;

/** Reads the value that a parser of any format stands on as a tree, numbers digit for digit. */
final class ParsedTree {
    /** The limit of our own reader. */
    private static final int MAX_DEPTH = 500;

    private final JsonParser in;
    private final DeserializationContext context;
    private int depth;

    ParsedTree(JsonParser in, DeserializationContext context) {
        this.in = in;
        this.context = context;
    }

    /** Reads the value; the parser stands on its last token then. */
    JsonValue read() {
        return switch (in.currentToken()) {
            case VALUE_STRING -> new JsonString(in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber();
            case VALUE_TRUE -> JsonBoolean.TRUE;
            case VALUE_FALSE -> JsonBoolean.FALSE;
            case VALUE_NULL -> JsonNull.INSTANCE;
            case START_ARRAY -> readArray();
            case VALUE_EMBEDDED_OBJECT -> readEmbedded();
            case START_OBJECT -> {
                in.nextToken();
                yield readMembers();
            }
            // Where the mapper has read a type id off the start of the object.
            case PROPERTY_NAME, END_OBJECT -> readMembers();
            default -> throw mismatch("expected a value, found " + in.currentToken());
        };
    }

    private JsonObject readMembers() {
        enter();
        JsonObject.Builder members = JsonObject.builder();
        while (in.currentToken() == JsonToken.PROPERTY_NAME) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, read());
            in.nextToken();
        }
        depth--;
        return members.build();
    }

    private JsonArray readArray() {
        enter();
        List<JsonValue> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read());
        }
        depth--;
        return new JsonArray(elements);
    }

    /** Other formats, and lenient parsers, have numbers that JSON writes in another way. */
    private JsonNumber readNumber() {
        String literal = in.getString();
        try {
            return JsonNumber.of(literal);
        } catch (IllegalArgumentException notJson) {
            if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                return JsonNumber.of(in.getBigIntegerValue().toString());
            }
            if (in.isNaN()) {
                throw mismatch(literal + " is no number of JSON");
            }
            return JsonNumber.of(in.getDecimalValue().toString());
        }
    }

    /** What a buffer or a binary format holds as a Java object. */
    private JsonValue readEmbedded() {
        Object embedded = in.getEmbeddedObject();
        if (embedded == null) {
            return JsonNull.INSTANCE;
        }
        if (embedded instanceof byte[] bytes) {
            return new JsonString(context.getBase64Variant().encode(bytes));
        }
        if (embedded instanceof JsonWritable writable) {
            return JsonValue.parse(writable.toJson());
        }
        throw mismatch("a " + embedded.getClass().getName() + " has no form in JSON");
    }

    private void enter() {
        if (++depth > MAX_DEPTH) {
            throw mismatch("nested more than " + MAX_DEPTH + " deep");
        }
    }

    private MismatchedInputException mismatch(String reason) {
        return MismatchedInputException.from(in, JsonValue.class, reason);
    }
}
