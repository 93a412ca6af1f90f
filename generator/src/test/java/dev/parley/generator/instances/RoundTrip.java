package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.runtime.json.JsonWritable;
import dev.parley.runtime.json.OpenEnum;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The property: what a generated type reads it writes back, and what the document allows it understands. */
final class RoundTrip {

    private final Map<Class<?>, String> pointers = new HashMap<>();
    private final Map<Class<?>, Set<String>> words = new ConcurrentHashMap<>();
    private final Map<Class<?>, Map<String, Method>> methods = new ConcurrentHashMap<>();
    private final Set<Class<?>> excused = new HashSet<>();
    private final LongAdder excuses = new LongAdder();
    private final Validity validity;
    private final ValueWalk walk = new ValueWalk();
    private final Set<Class<?>> seen = ConcurrentHashMap.newKeySet();

    /**
     * Takes the types by the places that they come from.
     *
     * @param excused the places of unions of which a value may be read as a variant that it is not
     */
    RoundTrip(Map<String, Class<?>> types, Validity validity, Set<String> excused) {
        excused.forEach(pointer -> this.excused.add(types.get(pointer)));
        types.forEach((pointer, type) -> pointers.put(type, pointer));
        this.validity = validity;
    }

    /** Returns how many values were read as a variant that they are not, and excused. */
    long excuses() {
        return excuses.sum();
    }

    /** Returns the classes of all values read so far. */
    Set<Class<?>> seen() {
        return seen;
    }

    /**
     * Reads and writes an instance.
     *
     * @param understood whether the document allows all of the instance, so that nothing may be unknown
     * @return what does not hold, or {@code null} if all does
     */
    @Nullable
    String problem(Class<?> type, JsonNode instance, boolean understood) {
        if (OpenEnum.class.isAssignableFrom(type)) {
            return enumProblem(type, instance);
        }
        try {
            return problem(type, JsonEquality.text(instance), instance, understood);
        } catch (RuntimeException e) {
            return "throws " + e;
        }
    }

    private @Nullable String problem(Class<?> type, String text, JsonNode instance, boolean understood) {
        JsonWritable value = read(type, text);
        String written = value.toJson();
        if (!JsonEquality.equal(instance, JsonEquality.parse(written))) {
            return "is written as " + written;
        }
        JsonWritable again = read(type, written);
        if (!value.equals(again) || value.hashCode() != again.hashCode()) {
            return "is another value when what was written is read: " + value + " and " + again;
        }
        String rebuilt = rebuildProblem(value);
        if (rebuilt != null) {
            return rebuilt;
        }
        List<String> problems = new ArrayList<>();
        walk.walk(value, inner -> {
            seen.add(inner.getClass());
            String problem = understood && problems.isEmpty() ? innerProblem(inner) : null;
            if (problem != null && Stream.of(inner.getClass().getInterfaces()).anyMatch(excused::contains)) {
                excuses.increment();
                return false;
            }
            if (problem != null) {
                problems.add(problem);
            }
            return true;
        });
        return problems.isEmpty() ? null : problems.get(0);
    }

    private JsonWritable read(Class<?> type, String json) {
        return (JsonWritable) Objects.requireNonNull(ValueWalk.invoke(method(type, "fromJson"), null, json));
    }

    private @Nullable String rebuildProblem(JsonWritable value) {
        Method toBuilder = methods(value.getClass()).get("toBuilder");
        if (toBuilder == null) {
            return null;
        }
        Object builder = Objects.requireNonNull(ValueWalk.invoke(toBuilder, value));
        Object rebuilt = ValueWalk.invoke(method(builder.getClass(), "build"), builder);
        boolean same = value.equals(rebuilt) && value.hashCode() == rebuilt.hashCode();
        return same ? null : "toBuilder().build() gives another value: " + value + " and " + rebuilt;
    }

    private @Nullable String innerProblem(Object value) {
        Class<?> type = value.getClass();
        if (value instanceof OpenEnum word) {
            boolean missed = !(value instanceof Enum<?>) && known(type).contains(word.value());
            return missed ? "a known value is read as " + value : null;
        }
        if (type.getSimpleName().equals("Unknown") && type.getDeclaringClass() != null && !pointers.containsKey(type)) {
            return "is not known to " + type.getDeclaringClass().getSimpleName() + ": " + value;
        }
        String pointer = pointers.get(type);
        if (pointer == null
                || !isVariant(type)
                || !(value instanceof JsonWritable writable)
                || !validity.knows(pointer)) {
            return null;
        }
        String problem = validity.problem(pointer, JsonEquality.parse(writable.toJson()));
        return problem == null ? null : "is read as " + type.getSimpleName() + ", which it is not: " + problem;
    }

    /** What stands behind no choice cannot have been chosen wrongly, and was valid with what is around it. */
    private static boolean isVariant(Class<?> type) {
        return type.isRecord() && Stream.of(type.getInterfaces()).anyMatch(Class::isSealed);
    }

    private Set<String> known(Class<?> unknown) {
        return words.computeIfAbsent(unknown, type -> {
            Set<String> values = new HashSet<>();
            for (Class<?> nested : type.getDeclaringClass().getDeclaredClasses()) {
                if (nested.isEnum()) {
                    for (Object constant : nested.getEnumConstants()) {
                        values.add(((OpenEnum) constant).value());
                    }
                }
            }
            return values;
        });
    }

    private @Nullable String enumProblem(Class<?> type, JsonNode instance) {
        OpenEnum value =
                (OpenEnum) Objects.requireNonNull(ValueWalk.invoke(method(type, "of"), null, instance.textValue()));
        seen.add(value.getClass());
        if (!value.value().equals(instance.textValue())
                || !value.equals(ValueWalk.invoke(method(type, "of"), null, instance.textValue()))) {
            return "is read as " + value;
        }
        return innerProblem(value);
    }

    private Method method(Class<?> type, String name) {
        return Objects.requireNonNull(methods(type).get(name), () -> type + " has no " + name);
    }

    private Map<String, Method> methods(Class<?> type) {
        return methods.computeIfAbsent(type, RoundTrip::methodsOf);
    }

    /** A member may be called as one of them, too, so that the builder has a setter of its name. */
    private static Map<String, Method> methodsOf(Class<?> type) {
        Map<String, List<Class<?>>> wanted = Map.of(
                "fromJson", List.of(String.class),
                "of", List.of(String.class),
                "toBuilder", List.of(),
                "build", List.of());
        Map<String, Method> found = new HashMap<>();
        for (Method method : type.getMethods()) {
            if (List.of(method.getParameterTypes()).equals(wanted.get(method.getName()))) {
                method.setAccessible(true);
                found.put(method.getName(), method);
            }
        }
        return found;
    }
}
