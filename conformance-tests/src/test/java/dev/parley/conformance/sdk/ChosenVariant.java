package dev.parley.conformance.sdk;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a union of the official client turned out to be, as its visitor is told.
 *
 * @param name the name of the visitor's method without {@code visit}: {@code McpCall}; {@code unknown} if the client knows
 *     no such variant
 * @param value the variant
 */
record ChosenVariant(String name, Object value) {

    private static final Pattern WORD_START = Pattern.compile("(^|[._])([a-z])");

    /** Returns the variant of a value, nothing if the value is no union. */
    static Optional<ChosenVariant> of(Object union) {
        return Stream.of(union.getClass().getMethods())
                .filter(method -> method.getName().equals("accept") && method.getParameterCount() == 1)
                .findFirst()
                .map(accept -> visit(union, accept));
    }

    /** The name that the variant with this wire value has in a visitor: {@code mcp_call} is {@code McpCall}. */
    static String nameOf(String wireValue) {
        return WORD_START.matcher(wireValue).replaceAll(start -> start.group(2).toUpperCase(Locale.ROOT));
    }

    private static ChosenVariant visit(Object union, Method accept) {
        Class<?> visitor = accept.getParameterTypes()[0];
        Object proxy = Proxy.newProxyInstance(
                visitor.getClassLoader(),
                new Class<?>[] {visitor},
                (self, method, arguments) -> new ChosenVariant(
                        method.getName().replaceFirst("^visit", ""),
                        arguments == null ? method.getName() : arguments[0]));
        try {
            return (ChosenVariant) accept.invoke(union, proxy);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
