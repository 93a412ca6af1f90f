package dev.parley.runtime.codec;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON in UTF-8 without blanks, for generated codecs.
 *
 * <p>Surrogates that are not part of a pair are written as escapes, so that no string is refused or changed. Values nested
 * more than 500 deep, which {@link JsonReader} could not read back, are refused with an {@link IllegalArgumentException}.
 */
public final class JsonWriter {
    private final Utf8Buffer out = new Utf8Buffer();

    /** By depth: the members of an open object that {@link #endObject} adds, none or null if there are none. */
    private @Nullable AdditionalMembers[] levels = new AdditionalMembers[8];

    private final @Nullable Attachments attachments;
    private int depth;
    private String lastName = "";

    private JsonWriter(@Nullable Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Returns a value as JSON text in UTF-8.
     *
     * @param value what {@link #value} takes
     * @throws IllegalArgumentException if it has no form in JSON, or is nested more than 500 deep
     */
    public static byte[] encode(@Nullable Object value) {
        return encode(value, null);
    }

    /**
     * Returns a value as JSON text in UTF-8, in which strings stand for what has no form in JSON.
     *
     * @param value what {@link #value} takes
     * @param attachments makes the strings, or null if there is no place for such values
     * @throws IllegalArgumentException as {@link #encode(Object)}
     */
    public static byte[] encode(@Nullable Object value, @Nullable Attachments attachments) {
        JsonWriter writer = new JsonWriter(attachments);
        try {
            writer.value(value);
            return writer.out.toByteArray();
        } finally {
            writer.out.release();
        }
    }

    /**
     * Returns a value as JSON text.
     *
     * @param value what {@link #value} takes
     * @throws IllegalArgumentException as {@link #encode}
     */
    public static String toJson(@Nullable Object value) {
        return new String(encode(value), StandardCharsets.UTF_8);
    }

    /**
     * Starts an object.
     *
     * @param additional members that {@link #endObject} adds, save those of a name that is written before
     */
    public void startObject(JsonObject additional) {
        open('{', additional);
    }

    /** Writes the additional members that are left, and ends the object. */
    public void endObject() {
        AdditionalMembers additional = levels[depth];
        if (additional != null) {
            additional.writeRest();
        }
        close('}');
    }

    /** Writes the name of a member, whose value has to follow. */
    public void name(String name) {
        AdditionalMembers additional = levels[depth];
        if (additional != null) {
            additional.replace(name);
        }
        separate();
        out.string(name);
        out.symbol(':');
        lastName = name;
    }

    /** Writes a string. */
    public void string(String value) {
        separate();
        out.string(value);
    }

    /** Writes a whole number. */
    public void number(long value) {
        separate();
        out.number(value);
    }

    /**
     * Writes a number as the shortest literal that reads back as the same.
     *
     * @throws IllegalArgumentException if it is infinite or not a number
     */
    public void number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("member '" + lastName + "': JSON has no " + value);
        }
        separate();
        out.number(value);
    }

    /** Writes a boolean. */
    public void bool(boolean value) {
        separate();
        out.symbols(value ? "true" : "false");
    }

    /** Writes null. */
    public void nullValue() {
        separate();
        out.symbols("null");
    }

    /**
     * Writes the string that stands for a value without a form in JSON, a file.
     *
     * @param value the value
     * @param text the string that the value was read from, written where nothing takes attachments; null if there is none
     * @throws IllegalArgumentException if nothing takes attachments, and there is no such string
     */
    public void attachment(Object value, @Nullable String text) {
        if (attachments != null) {
            string(attachments.reference(value));
        } else if (text != null) {
            string(text);
        } else {
            throw new IllegalArgumentException("member '" + lastName
                    + "': a file has no form in JSON; call the method that sends multipart/form-data");
        }
    }

    /** Writes any JSON. */
    public void jsonValue(JsonValue value) {
        if (value instanceof JsonString string) {
            string(string.value());
        } else if (value instanceof JsonObject object) {
            startObject(object); // its members are written as additional ones are: that makes no object for each object
            endObject();
        } else if (value instanceof JsonArray array) {
            list(array.values());
        } else if (value instanceof JsonNumber number) {
            separate();
            out.symbols(number.literal());
        } else if (value instanceof JsonBoolean bool) {
            bool(bool.value());
        } else {
            nullValue();
        }
    }

    /**
     * Writes a value of one of the Java types that components have.
     *
     * @param value a string, a number, a boolean, what writes itself, a list or map of these, or null
     * @throws IllegalArgumentException if it is of another type, or a number that is not finite
     */
    public void value(@Nullable Object value) {
        if (value instanceof String string) {
            string(string);
        } else if (value instanceof JsonWritable writable) {
            writable.writeTo(this);
        } else if (value instanceof List<?> elements) {
            list(elements);
        } else if (value instanceof Map<?, ?> entries) {
            map(entries);
        } else if (value instanceof Boolean bool) {
            bool(bool);
        } else if (value instanceof Long || value instanceof Integer) {
            number(((Number) value).longValue());
        } else if (value instanceof Double number) {
            number(number.doubleValue());
        } else if (value == null) {
            nullValue();
        } else {
            throw new IllegalArgumentException(
                    "member '" + lastName + "': " + value.getClass().getName() + " has no form in JSON");
        }
    }

    private void list(List<?> elements) {
        open('[', JsonObject.EMPTY);
        if (elements instanceof RandomAccess) { // every list of a generated type; makes no iterator
            for (int i = 0; i < elements.size(); i++) {
                value(elements.get(i));
            }
        } else {
            elements.forEach(this::value);
        }
        close(']');
    }

    private void map(Map<?, ?> entries) {
        open('{', JsonObject.EMPTY);
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            name((String) entry.getKey());
            value(entry.getValue());
        }
        close('}');
    }

    /** Writes a member. */
    public void member(String name, String value) {
        name(name);
        string(value);
    }

    /** Writes a member. */
    public void member(String name, long value) {
        name(name);
        number(value);
    }

    /** Writes a member. */
    public void member(String name, int value) {
        name(name);
        number(value);
    }

    /**
     * Writes a member.
     *
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public void member(String name, double value) {
        name(name);
        number(value);
    }

    /** Writes a member. */
    public void member(String name, boolean value) {
        name(name);
        bool(value);
    }

    /** Writes a member. */
    public void member(String name, JsonWritable value) {
        name(name);
        value.writeTo(this);
    }

    /** Writes a member whose value is an array; {@link #value} says which elements there can be. */
    public void member(String name, List<?> value) {
        name(name);
        list(value);
    }

    /** Writes a member whose value is an object with a member for each entry. */
    public void member(String name, Map<String, ?> value) {
        name(name);
        map(value);
    }

    /** Writes a member, with the value null if there is none. */
    public void nullable(String name, @Nullable Object value) {
        name(name);
        value(value);
    }

    /** Writes a member if there is a value. */
    public void optional(String name, @Nullable Object value) {
        if (value != null) {
            name(name);
            value(value);
        }
    }

    /** Writes a member that always has this value, unless the additional members have another. */
    public void constant(String name, String value) {
        if (!hasOther(name)) {
            member(name, value);
        }
    }

    /** Writes a member that always has this value, unless the additional members have another. */
    public void constant(String name, boolean value) {
        if (!hasOther(name)) {
            member(name, value);
        }
    }

    /** Writes a member that always has this value, unless the additional members have another. */
    public void constant(String name, long value) {
        if (!hasOther(name)) {
            member(name, value);
        }
    }

    /** Writes a member that always has this value, unless the additional members have another. */
    public void constant(String name, double value) {
        if (!hasOther(name)) {
            member(name, value);
        }
    }

    /** If the additional members have this name, writes theirs here, in the place of the constant, and returns true. */
    private boolean hasOther(String name) {
        AdditionalMembers additional = levels[depth];
        JsonValue other = additional == null ? null : additional.get(name);
        if (other == null) {
            return false;
        }
        member(name, other);
        return true;
    }

    private void open(char bracket, JsonObject additional) {
        if (depth == Limits.DEPTH) {
            throw new IllegalArgumentException("member '" + lastName + "': nested more than " + depth + " deep");
        }
        separate();
        out.symbol(bracket);
        if (++depth == levels.length) {
            levels = Arrays.copyOf(levels, depth * 2);
        }
        AdditionalMembers level = levels[depth];
        if (level != null) {
            level.open(additional);
        } else if (!additional.isEmpty()) {
            level = new AdditionalMembers(this);
            level.open(additional);
            levels[depth] = level;
        }
    }

    private void close(char bracket) {
        depth--;
        out.symbol(bracket);
    }

    /** Writes a comma, unless the value or name that follows is the first in its place. */
    private void separate() {
        switch (out.last()) {
            case 0, '{', '[', ':' -> {}
            default -> out.symbol(',');
        }
    }
}
