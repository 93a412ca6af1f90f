package dev.parley.generator.cases;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of generated code, whose types no test can know. What the code throws comes out as it is. */
final class Reflection {

    private Reflection() {}

    /** Calls a static method. */
    static Object callStatic(Class<?> type, String method, Object... arguments) {
        return invoke(method(type, method, types(arguments)), null, arguments);
    }

    /** Calls a method of an object. */
    static @Nullable Object call(Object target, String method, Object... arguments) {
        return invoke(method(target.getClass(), method, types(arguments)), target, arguments);
    }

    static @Nullable Object invoke(Method method, @Nullable Object target, Object... arguments) {
        try {
            method.setAccessible(true);
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

    static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?>[] types(Object... arguments) {
        return Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
    }
}
