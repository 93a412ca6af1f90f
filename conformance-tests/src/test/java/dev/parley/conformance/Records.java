package dev.parley.conformance;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at the records of the client as data: what is in a value, and what types a type may hold. */
public final class Records {

    private static final String MODEL = "dev.parley.openai.model.";

    private Records() {}

    /**
     * A value inside another one.
     *
     * @param owner the innermost record that it is in
     * @param component the component of that record that is it, or holds it in a list or a map
     * @param value the value, null for an empty component
     */
    public record Part(
            Record owner, String component, @Nullable Object value) {

        public boolean isUnknownVariant() {
            return value != null && isUnknown(value.getClass());
        }

        /** Of an unknown variant or enum value, what it is and what did not fit. */
        public String describedUnknown() {
            Map<String, @Nullable Object> components = new LinkedHashMap<>();
            if (value instanceof Record unknown) {
                for (RecordComponent each : unknown.getClass().getRecordComponents()) {
                    components.put(each.getName(), read(unknown, each));
                }
            }
            return components.get("type") + ": " + components.get("problem");
        }

        @Override
        public String toString() {
            return owner.getClass().getSimpleName() + "." + component + " = " + value;
        }
    }

    /** Everything inside a value, at any depth; JSON that the client keeps as it is counts as one value. */
    public static List<Part> parts(Record value) {
        List<Part> parts = new ArrayList<>();
        addParts(value, parts);
        return parts;
    }

    /** Every record inside a value, itself first. */
    public static List<Record> records(Record value) {
        List<Record> records = new ArrayList<>(List.of(value));
        parts(value).stream()
                .filter(part -> part.value() instanceof Record && !(part.value() instanceof JsonValue))
                .forEach(part -> records.add((Record) part.value()));
        return records;
    }

    /** The members that records inside a value keep although the document does not name them, and explicit nulls. */
    public static int additionalMembers(Record value) {
        return records(value).stream()
                .flatMap(item -> Arrays.stream(item.getClass().getRecordComponents())
                        .filter(component -> component.getName().equals("additionalProperties"))
                        .map(component -> (JsonObject) read(item, component)))
                .mapToInt(JsonObject::size)
                .sum();
    }

    /** Every record type that a value of the type may hold at any depth, except the variants for what is unknown. */
    public static Set<Class<?>> reachable(Class<?> type) {
        Set<Class<?>> seen = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(List.of(type));
        while (!open.isEmpty()) {
            Class<?> next = open.removeFirst();
            if (next.getName().startsWith(MODEL) && !isUnknown(next) && seen.add(next)) {
                open.addAll(next.isSealed() ? List.of(next.getPermittedSubclasses()) : heldBy(next));
            }
        }
        seen.removeIf(each -> !each.isRecord());
        return seen;
    }

    public static boolean isUnknown(Class<?> type) {
        return type.getSimpleName().equals("Unknown");
    }

    public static @Nullable Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addParts(Record owner, List<Part> parts) {
        for (RecordComponent component : owner.getClass().getRecordComponents()) {
            addParts(owner, component.getName(), read(owner, component), parts);
        }
    }

    private static void addParts(Record owner, String component, @Nullable Object value, List<Part> parts) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(element -> addParts(owner, component, element, parts));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(element -> addParts(owner, component, element, parts));
        } else {
            parts.add(new Part(owner, component, value));
            if (value instanceof Record inner && !(value instanceof JsonValue)) {
                addParts(inner, parts);
            }
        }
    }

    private static List<Class<?>> heldBy(Class<?> record) {
        List<Class<?>> held = new ArrayList<>();
        if (record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                addClasses(component.getGenericType(), held);
            }
        }
        return held;
    }

    private static void addClasses(Type type, List<Class<?>> classes) {
        if (type instanceof Class<?> plain) {
            classes.add(plain);
        } else if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                addClasses(argument, classes);
            }
        }
    }
}
