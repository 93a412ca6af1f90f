package dev.parley.conformance.testee;

import dev.parley.runtime.codec.JsonReader;
import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A public type of the model that JSON is read as: a record, a union, a variant of a union, an open enum. */
final class ModelType {

    private static final String UNKNOWN = "Unknown";

    private final Class<?> type;
    private final Function<String, Object> reader;

    private ModelType(Class<?> type, Function<String, Object> reader) {
        this.type = type;
        this.reader = reader;
    }

    /** Returns the class as a type that JSON is read as, if it is one. */
    static Optional<ModelType> of(Class<?> type) {
        return reader(type).map(reader -> new ModelType(type, reader));
    }

    /**
     * Reads a value.
     *
     * @throws DecodingException if the text is not JSON, or not of this type
     */
    JsonWritable read(String json) {
        return (JsonWritable) reader.apply(json);
    }

    /** Returns whether this is a sealed interface of variants; an open enum is none. */
    boolean isUnion() {
        return type.isSealed() && !OpenEnum.class.isAssignableFrom(type);
    }

    /** Returns the simple names of a union's records, in the document's order, without the unknown one. */
    List<String> variants() {
        List<String> names = new ArrayList<>();
        addVariants(type, names);
        return names;
    }

    /** Returns whether a value of the model holds what this client does not know. */
    static boolean isUnknown(JsonWritable value) {
        return value.getClass().getSimpleName().equals(UNKNOWN);
    }

    /** Returns what did not fit, if the value is the unknown variant of a union and its tag is known. */
    static @Nullable String problem(JsonWritable value) {
        if (!isUnknown(value) || value instanceof OpenEnum) {
            return null;
        }
        return (String) invoke(method(value.getClass(), "problem").orElseThrow(), value);
    }

    private static void addVariants(Class<?> union, List<String> names) {
        for (Class<?> variant : union.getPermittedSubclasses()) {
            if (variant.isSealed()) {
                addVariants(variant, names);
            } else if (!variant.getSimpleName().equals(UNKNOWN)) {
                names.add(variant.getSimpleName());
            }
        }
    }

    private static Optional<Function<String, Object>> reader(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers()) || !JsonWritable.class.isAssignableFrom(type)) {
            return Optional.empty();
        }
        Optional<Method> fromJson = method(type, "fromJson", String.class);
        if (fromJson.isPresent()) {
            return fromJson.map(method -> json -> invoke(method, null, json));
        }
        if (type.isInterface() && OpenEnum.class.isAssignableFrom(type)) {
            return method(type, "of", String.class)
                    .map(method -> json -> invoke(method, null, JsonReader.decode(json, JsonReader::readString)));
        }
        return variantReader(type);
    }

    /** A variant that is no object, such as a string or a list, is read as the union that it belongs to. */
    private static Optional<Function<String, Object>> variantReader(Class<?> type) {
        if (!type.isRecord() || type.getSimpleName().equals(UNKNOWN)) {
            return Optional.empty();
        }
        return Stream.of(type.getInterfaces())
                .filter(Class::isSealed)
                .flatMap(union -> method(union, "fromJson", String.class).stream())
                .findFirst()
                .map(method -> json -> variant(type, invoke(method, null, json), json));
    }

    private static Object variant(Class<?> type, Object read, String json) {
        if (type.isInstance(read)) {
            return read;
        }
        throw new DecodingException(
                "$",
                "expected a " + type.getSimpleName() + ", found a "
                        + read.getClass().getSimpleName(),
                json.getBytes(StandardCharsets.UTF_8),
                null);
    }

    private static Optional<Method> method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return Optional.of(type.getMethod(name, parameters));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static Object invoke(Method method, @Nullable Object receiver, Object... arguments) {
        try {
            return method.invoke(receiver, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
