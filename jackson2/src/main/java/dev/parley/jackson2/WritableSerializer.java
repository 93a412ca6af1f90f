package dev.parley.jackson2;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteCapability;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Map;

/** Writes what has a form in JSON piece by piece, so that every kind of generator takes it: text, binary, buffers, trees. */
final class WritableSerializer extends JsonSerializer<JsonWritable> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Class<JsonWritable> handledType() {
        return JsonWritable.class;
    }

    @Override
    public void serialize(JsonWritable value, JsonGenerator out, SerializerProvider context) throws IOException {
        write(tree(value), out);
    }

    /** Called where the declared type is not one of ours, such as {@code Object}, and the mapper wants a type id there. */
    @Override
    public void serializeWithType(
            JsonWritable value, JsonGenerator out, SerializerProvider context, TypeSerializer types)
            throws IOException {
        JsonValue json = tree(value);
        if (json instanceof JsonObject object) {
            WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, JsonToken.START_OBJECT));
            writeMembers(object, out);
            types.writeTypeSuffix(out, id);
        } else if (json instanceof JsonArray array) {
            WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, JsonToken.START_ARRAY));
            writeElements(array, out);
            types.writeTypeSuffix(out, id);
        } else {
            WritableTypeId id = types.writeTypePrefix(out, types.typeId(value, JsonToken.VALUE_STRING));
            write(json, out);
            types.writeTypeSuffix(out, id);
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

    private static void write(JsonValue json, JsonGenerator out) throws IOException {
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

    private static void writeMembers(JsonObject object, JsonGenerator out) throws IOException {
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.writeFieldName(member.getKey());
            write(member.getValue(), out);
        }
    }

    private static void writeElements(JsonArray array, JsonGenerator out) throws IOException {
        for (JsonValue element : array.values()) {
            write(element, out);
        }
    }

    /** Writes a number digit for digit where the format is text, and else as the smallest type that does not change it. */
    private static void writeNumber(JsonNumber number, JsonGenerator out) throws IOException {
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

    private static void writeWhole(BigInteger number, JsonGenerator out) throws IOException {
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
        return out.getWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_FORMATTED_NUMBERS)
                && !out.getWriteCapabilities().isEnabled(StreamWriteCapability.CAN_WRITE_BINARY_NATIVELY);
    }
}
