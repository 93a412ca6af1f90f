package dev.parley.generator.cases;

import dev.parley.runtime.body.FileContent;
import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON as what a parameter of generated code takes. */
final class Arguments {

    private Arguments() {}

    /** Returns JSON, a scalar, a list or map of these, an open enum, a union, or what a builder builds. */
    static Object of(Class<?> type, JsonValue json) {
        if (JsonValue.class.isAssignableFrom(type)) {
            return json;
        }
        if (json instanceof JsonObject object && hasMethod(type, "builder")) {
            return built(type, object);
        }
        if (json instanceof JsonString string && hasMethod(type, "of")) {
            return Reflection.callStatic(type, "of", string.value());
        }
        return hasMethod(type, "fromJson") ? Reflection.callStatic(type, "fromJson", json.toJson()) : plain(type, json);
    }

    private static Object plain(Class<?> type, JsonValue json) {
        if (json instanceof JsonNumber number) {
            if (type == int.class || type == Integer.class) {
                return number.intValue();
            }
            return type == double.class || type == Double.class ? (Object) number.doubleValue() : number.longValue();
        }
        if (json instanceof JsonArray array) {
            return array.values().stream()
                    .map(element -> of(Object.class, element))
                    .toList();
        }
        if (json instanceof JsonObject object) {
            Map<String, Object> map = new LinkedHashMap<>();
            object.members().forEach((name, value) -> map.put(name, of(Object.class, value)));
            return map;
        }
        return json instanceof JsonBoolean flag ? flag.value() : ((JsonString) json).value();
    }

    /** Calls a builder's methods by their names; of several of a name, the first declared takes the value. */
    private static Object built(Class<?> type, JsonObject values) {
        Object builder = Reflection.callStatic(type, "builder");
        values.members().forEach((name, value) -> {
            Method setter = Stream.of(builder.getClass().getMethods())
                    .filter(method -> method.getName().equals(name) && method.getParameterCount() == 1)
                    .filter(method -> canTake(method.getParameterTypes()[0], value))
                    .min(Comparator.comparing(Arguments::isString).thenComparing(method -> !isList(method)))
                    .orElseThrow(() -> new AssertionError("no setter " + name + " in " + type));
            Reflection.invoke(setter, builder, value(setter.getGenericParameterTypes()[0], value));
        });
        return Reflection.call(builder, "build");
    }

    private static Object value(Type type, JsonValue json) {
        if (type instanceof ParameterizedType generic) {
            return json instanceof JsonArray array && generic.getActualTypeArguments()[0] == FileContent.class
                    ? array.values().stream()
                            .map(element -> of(FileContent.class, element))
                            .toList()
                    : of((Class<?>) generic.getRawType(), json);
        }
        return of((Class<?>) type, json);
    }

    /** A file is made of a string, a list of an array. */
    private static boolean canTake(Class<?> type, JsonValue value) {
        return (type != FileContent.class || value instanceof JsonString)
                && (type != List.class || value instanceof JsonArray);
    }

    private static boolean isList(Method setter) {
        return setter.getParameterTypes()[0] == List.class;
    }

    private static boolean isString(Method setter) {
        return setter.getParameterTypes()[0] == String.class;
    }

    private static boolean hasMethod(Class<?> type, String name) {
        return !type.getName().startsWith("java.")
                && Stream.of(type.getMethods())
                        .anyMatch(method -> method.getName().equals(name));
    }
}
