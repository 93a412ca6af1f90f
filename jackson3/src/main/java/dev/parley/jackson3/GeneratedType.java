package dev.parley.jackson3;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.io.Serializable;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A Java type that values are read as: by its public static method, or that of the union or open enum it is nested in. */
final class GeneratedType implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final MethodType FROM_STRING = MethodType.methodType(Object.class, String.class);

    private final Class<?> javaType;

    /** The type whose method it is; that of a variant without one is its union. */
    private final transient Class<?> owner;

    /** Takes a JSON text, or the string of an open enum; null for the JSON tree, which needs none. */
    private final transient @Nullable MethodHandle factory;

    private GeneratedType(Class<?> javaType, Class<?> owner, @Nullable MethodHandle factory) {
        this.javaType = javaType;
        this.owner = owner;
        this.factory = factory;
    }

    /**
     * Returns how values of a type are read, or null if it is neither generated nor of the JSON tree.
     *
     * @throws IllegalArgumentException if the type is not public, or its package not exported
     */
    static @Nullable GeneratedType of(Class<?> type) {
        if (JsonValue.class.isAssignableFrom(type)) {
            return new GeneratedType(type, type, null);
        }
        if (!JsonWritable.class.isAssignableFrom(type)) {
            return null;
        }
        String name = OpenEnum.class.isAssignableFrom(type) ? "of" : "fromJson";
        for (Class<?> owner = type; owner != null && owner.isAssignableFrom(type); owner = owner.getDeclaringClass()) {
            MethodHandle factory = factory(owner, name);
            if (factory != null) {
                return new GeneratedType(type, owner, factory);
            }
        }
        return null;
    }

    private static @Nullable MethodHandle factory(Class<?> owner, String name) {
        try {
            return MethodHandles.publicLookup()
                    .findStatic(owner, name, MethodType.methodType(owner, String.class))
                    .asType(FROM_STRING);
        } catch (NoSuchMethodException none) {
            return null;
        } catch (IllegalAccessException hidden) {
            throw new IllegalArgumentException(
                    owner.getName() + " cannot be read: it has to be public, and its package exported to everyone",
                    hidden);
        }
    }

    Class<?> javaType() {
        return javaType;
    }

    /**
     * Returns the value as the codec of the type reads it inside another value.
     *
     * @throws DecodingException if it does not fit
     */
    Object read(JsonValue json) {
        Object value = factory == null ? json : decode(factory, json);
        if (javaType.isInstance(value)) {
            return value;
        }
        String reason = "expected a " + javaType.getTypeName() + ", found a "
                + value.getClass().getTypeName();
        throw new DecodingException("$", reason, json.toJson().getBytes(StandardCharsets.UTF_8), null);
    }

    private Object decode(MethodHandle factory, JsonValue json) {
        if (OpenEnum.class.isAssignableFrom(owner)) {
            return call(factory, JsonReader.decode(json.toJson(), JsonReader::readString));
        }
        if (json instanceof JsonObject || !owner.isSealed()) {
            return call(factory, json.toJson());
        }
        try {
            return call(factory, json.toJson());
        } catch (DecodingException noObject) {
            return UnknownVariant.of(owner, json, noObject, () -> call(factory, "{}"));
        }
    }

    /** Finds the method again: it is not part of the serialized form, which mappers have. */
    private @Nullable Object readResolve() {
        return of(javaType);
    }

    private static Object call(MethodHandle factory, String text) {
        try {
            return factory.invokeExact(text);
        } catch (RuntimeException | Error thrown) {
            throw thrown;
        } catch (Throwable checked) {
            throw new IllegalStateException(checked);
        }
    }
}
