package dev.parley.generator.instances;

import dev.parley.runtime.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks over a value of a generated type and all values inside that are of generated types, too. */
final class ValueWalk {

    private final Map<Class<?>, Method[]> accessors = new ConcurrentHashMap<>();

    /** Asks {@code visitor} about each generated value, from the outside inwards, whether to go on inside of it. */
    void walk(@Nullable Object value, Predicate<Object> visitor) {
        if (value instanceof Iterable<?> list) {
            list.forEach(element -> walk(element, visitor));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> walk(element, visitor));
        } else if (value instanceof Record || value instanceof Enum<?>) {
            if (!(value instanceof JsonValue) && visitor.test(value)) {
                for (Method accessor : accessors.computeIfAbsent(value.getClass(), ValueWalk::accessorsOf)) {
                    walk(invoke(accessor, value), visitor);
                }
            }
        }
    }

    private static Method[] accessorsOf(Class<?> type) {
        RecordComponent[] components = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
        return Stream.of(components)
                .map(RecordComponent::getAccessor)
                .peek(accessor -> accessor.setAccessible(true))
                .toArray(Method[]::new);
    }

    static @Nullable Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
