package dev.parley.jackson3;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a union of objects makes of a value that is no object. At the top its {@code fromJson} refuses it; inside another
 * value its codec keeps it as {@code Unknown}, and so does this.
 */
final class UnknownVariant {

    private UnknownVariant() {}

    /**
     * Returns the {@code Unknown} that the codec would make.
     *
     * @param empty reads an object without members: to the question which variant it is, a value that is no object has the
     *     same answer
     * @throws DecodingException if it was refused for another reason
     */
    static Object of(Class<?> union, JsonValue json, DecodingException refusal, Supplier<Object> empty) {
        if (!refusal.reason().startsWith("expected an object")) {
            throw refusal;
        }
        Object likeEmpty = empty.get();
        try {
            if (!likeEmpty.getClass().getSimpleName().equals("Unknown")) {
                return make(unknownOf(union), json, refusal.getMessage());
            }
            Object problem = likeEmpty.getClass().getMethod("problem").invoke(likeEmpty);
            return make(likeEmpty.getClass(), json, problem == null ? null : refusal.getMessage());
        } catch (ReflectiveOperationException otherGenerator) {
            refusal.addSuppressed(otherGenerator);
            throw refusal;
        }
    }

    private static Class<?> unknownOf(Class<?> union) throws ClassNotFoundException {
        return Arrays.stream(union.getDeclaredClasses())
                .filter(nested -> nested.getSimpleName().equals("Unknown"))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(union.getName() + "$Unknown"));
    }

    /** A union that has a tag has it before the other components; where the value is no object, it is empty. */
    private static Object make(Class<?> unknown, JsonValue json, @Nullable String problem)
            throws ReflectiveOperationException {
        Constructor<?> canonical = unknown.getConstructors()[0];
        return canonical.getParameterCount() == 2
                ? canonical.newInstance(json, problem)
                : canonical.newInstance("", json, problem);
    }
}
