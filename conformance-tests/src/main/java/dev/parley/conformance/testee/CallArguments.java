package dev.parley.conformance.testee;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a call is made with: path and query parameters by their wire names, and a body. Each is read once by the
 * operation; {@link #requireNoOther} then refuses what no operation asked for, so that no argument is lost in silence.
 */
public final class CallArguments {

    private final JsonObject parameters;
    private final @Nullable JsonValue body;
    private final Set<String> asked = new LinkedHashSet<>();
    private boolean bodyAsked;
    private @Nullable Object bodyRead;

    /**
     * Makes the arguments of one call.
     *
     * @param parameters path and query parameters by their wire names; null counts as not given
     * @param body the request body, or null for none
     */
    public CallArguments(JsonObject parameters, @Nullable JsonValue body) {
        this.parameters = parameters;
        this.body = body;
    }

    /** Returns a parameter that must be given, a string. */
    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new BadRequestException("args has no '" + name + "'");
        }
        return text;
    }

    @Nullable
    String text(String name) {
        JsonValue value = value(name);
        return value == null ? null : string(name, value);
    }

    @Nullable
    Long integer(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        try {
            if (value instanceof JsonNumber number) {
                return number.longValue();
            }
            return Long.valueOf(string(name, value));
        } catch (ArithmeticException | NumberFormatException e) {
            throw new BadRequestException("args." + name + " is not a whole number: " + value.toJson(), e);
        }
    }

    @Nullable
    Boolean flag(String name) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        if (value instanceof JsonBoolean flag) {
            return flag.value();
        }
        String text = value instanceof JsonString string ? string.value() : "";
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new BadRequestException("args." + name + " is not true or false: " + value.toJson());
    }

    /** Returns a list of values that {@code make} makes of strings; one string counts as a list of one. */
    <T> @Nullable List<T> list(String name, Function<String, T> make) {
        JsonValue value = value(name);
        if (value == null) {
            return null;
        }
        List<JsonValue> values = value instanceof JsonArray array ? array.values() : List.of(value);
        return values.stream().map(each -> make.apply(string(name, each))).toList();
    }

    /** Returns the body as {@code read} reads it; without a body, an object without members. */
    <T> T body(Function<String, T> read) {
        bodyAsked = true;
        T made = read.apply(body == null ? "{}" : body.toJson());
        bodyRead = made;
        return made;
    }

    /** Returns what the operation has read the body as, or null if it has not, or has none. */
    public @Nullable Object bodyRead() {
        return bodyRead;
    }

    /** Refuses the call if something was given that the operation has no place for. */
    void requireNoOther(String operation) {
        for (String name : parameters.names()) {
            if (!asked.contains(name)) {
                throw new BadRequestException(operation + " has no parameter '" + name + "'; it has " + asked);
            }
        }
        if (body != null && !bodyAsked) {
            throw new BadRequestException(operation + " has no body");
        }
    }

    private @Nullable JsonValue value(String name) {
        asked.add(name);
        JsonValue value = parameters.get(name);
        return value == JsonNull.INSTANCE ? null : value;
    }

    private static String string(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.value();
        }
        throw new BadRequestException("args." + name + " is not a string: " + value.toJson());
    }
}
