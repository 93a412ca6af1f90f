package dev.parley.jackson3;

import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamWriteCapability;
import tools.jackson.core.type.WritableTypeId;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;

/** Writes what has a form in JSON piece by piece, so that every kind of generator takes it: text, binary, buffers, trees. */
final class WritableSerializer extends ValueSerializer<JsonWritable> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<JsonWritable> handledType() {
        return JsonWritable.class;
    }

    @Override
    public void serialize(JsonWritable value, JsonGenerator out, SerializationContext context) {
        write(tree(value), out);
    }

    /** Called where the declared type is not one of ours, such as {@code Object}, and the mapper wants a type id there. */
    @Override
    public void serializeWithType(
            JsonWritable value, JsonGenerator out, SerializationContext context, TypeSerializer types) {
        JsonValue json = tree(value);
        if (json instanceof JsonObject object) {
            WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(value, JsonToken.START_OBJECT));
            writeMembers(object, out);
            types.writeTypeSuffix(out, context, id);
        } else if (json instanceof JsonArray array) {
            WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(value, JsonToken.START_ARRAY));
            writeElements(array, out);
            types.writeTypeSuffix(out, context, id);
        } else {
            WritableTypeId id = types.writeTypePrefix(out, context, types.typeId(value, JsonToken.VALUE_STRING));
            write(json, out);
            types.writeTypeSuffix(out, context, id);
        }
    }

    private static JsonValue tree(JsonWritable value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        return value instanceof OpenEnum string
                ? new JsonString(string.value())
                : JsonValue.parse(JsonWriter.encode(value));
    }

    private static void write(JsonValue json, JsonGenerator out) {
        if (json instanceof JsonString string) {
            out.writeString(string.value());
        } else if (json instanceof JsonObject object) {
            out.writeStartObject();
            writeMembers(object, out);
            out.writeEndObject();
        } else if (json instanceof JsonArray array) {
            out.writeStartArray();
            writeElements(array, out);
            out.writeEndArray();
        } else if (json instanceof JsonNumber number) {
            writeNumber(number, out);
        } else if (json instanceof JsonBoolean bool) {
            out.writeBoolean(bool.value());
        } else {
            out.writeNull();
        }
    }

    private static void writeMembers(JsonObject object, JsonGenerator out) {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.writeName(member.getKey());
            write(member.getValue(), out);
        }
    }

    private static void writeElements(JsonArray array, JsonGenerator out) {
        for (JsonValue element : array.values()) {
            write(element, out);
        }
    }

    /** Writes a number digit for digit where the format is text, and else as the smallest type that does not change it. */
    private static void writeNumber(JsonNumber number, JsonGenerator out) {
        String literal = number.literal();
        if (isText(out)) {
            out.writeNumber(literal);
        } else if (literal.chars().allMatch(next -> next == '-' || Character.isDigit(next))) {
            writeWhole(new BigInteger(literal), out);
        } else {
            double nearest = number.doubleValue();
            if (Double.isFinite(nearest) && JsonNumber.of(nearest).equals(number)) {
                out.writeNumber(nearest);
            } else {
                out.writeNumber(number.bigDecimalValue());
            }
        }
    }

    private static void writeWhole(BigInteger number, JsonGenerator out) {
        if (number.bitLength() < Integer.SIZE) {
            out.writeNumber(number.intValue());
        } else if (number.bitLength() < Long.SIZE) {
            out.writeNumber(number.longValue());
        } else {
            out.writeNumber(number);
        }
    }

    /** Buffers that claim to take numbers as text, and do not, claim to take bytes, too. */
    private static boolean isText(JsonGenerator out) {
        return out.has(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)
                && !out.has(StreamWriteCapability.CAN_WRITE_BINARY_NATIVELY);
    }
}
