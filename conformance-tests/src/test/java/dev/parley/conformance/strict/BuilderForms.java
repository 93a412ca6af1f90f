package dev.parley.conformance.strict;

import dev.parley.conformance.Records;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values as users make them, with builders, of any type of the client: with the required members only, null where a
 * required one may be null, and with all members. What may be one of several, an enum or a union, takes its turns: the
 * form of number <i>n</i> has the <i>n</i>-th of each.
 */
final class BuilderForms {

    /** Two letters fit every limit that the document has for strings: countries have two, names a pattern. */
    private static final String TEXT = "de";

    private static final Map<String, String> TEXTS = Map.of("tunnelId", "tunnel_" + "a".repeat(32));
    private static final int MOST_ELEMENTS = 20;

    private static final Map<String, Long> NUMBERS = Map.of("maxOutputTokens", 16L, "compactThreshold", 1000L);

    private final Fill fill;
    private final int turn;
    private final Deque<Class<?>> making = new ArrayDeque<>();
    private int turns = 1;

    /** Which members get values. */
    enum Fill {
        REQUIRED,
        ALL
    }

    private BuilderForms(Fill fill, int turn) {
        this.fill = fill;
        this.turn = turn;
    }

    /**
     * A value.
     *
     * @param name its form, such as {@code all 3}
     * @param value what was built
     */
    record Form(String name, Object value) {}

    /** Every form of a record. */
    static List<Form> of(Class<?> type) {
        List<Form> forms = new ArrayList<>();
        for (Fill fill : Fill.values()) {
            int turns = 1;
            for (int turn = 0; turn < turns; turn++) {
                BuilderForms maker = new BuilderForms(fill, turn);
                Object value = maker.value(type, "");
                turns = Math.max(turns, maker.turns);
                forms.add(new Form(fill.name().toLowerCase(Locale.ROOT) + " " + turn, value));
            }
        }
        return forms;
    }

    /** The records that a union may be, those of unions inside included, except what is unknown. */
    static List<Class<?>> variants(Class<?> union) {
        List<Class<?>> variants = new ArrayList<>();
        for (Class<?> variant : union.getPermittedSubclasses()) {
            if (variant.isSealed() && !variant.isEnum()) {
                variants.addAll(variants(variant));
            } else if (!Records.isUnknown(variant)) {
                variants.add(variant);
            }
        }
        return variants;
    }

    private Object value(Type type, String member) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == Map.class
                    ? Map.of(TEXT, value(arguments[1], member))
                    : elements((Class<?>) rawType(arguments[0]), arguments[0], member);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return TEXTS.getOrDefault(member, TEXT);
        } else if (plain == Long.class || plain == long.class) {
            return NUMBERS.getOrDefault(member, 1L);
        } else if (plain == Double.class || plain == double.class) {
            return 0.5;
        } else if (plain == Boolean.class || plain == boolean.class) {
            return turn % 2 == 0;
        } else if (plain == JsonObject.class) {
            return JsonObject.of(TEXT, new JsonString(TEXT));
        } else if (plain == JsonValue.class) {
            return new JsonString(TEXT);
        } else if (plain.isEnum()) {
            return one(Arrays.asList(plain.getEnumConstants()));
        } else if (plain.isSealed()) {
            return value(one(usable(plain)), member);
        } else if (plain.isRecord()) {
            return record(plain, member);
        }
        throw new IllegalStateException("no value of " + plain + " for " + member);
    }

    private List<Object> elements(Class<?> element, Type type, String member) {
        List<Object> elements = new ArrayList<>();
        if (element.isSealed() && !hasEnum(element)) {
            List<Class<?>> variants = usable(element);
            turns = Math.max(turns, variants.size() > MOST_ELEMENTS ? variants.size() : 1);
            for (int i = 0; i < Math.min(variants.size(), MOST_ELEMENTS); i++) {
                elements.add(value(variants.get((turn + i) % variants.size()), member));
            }
        } else {
            elements.add(value(type, member));
        }
        return elements;
    }

    /** Of a union that is being made, the variants that are not, so that there is an end. */
    private List<Class<?>> usable(Class<?> union) {
        List<Class<?>> usable = new ArrayList<>(variants(union));
        usable.removeIf(making::contains);
        return usable;
    }

    private static boolean hasEnum(Class<?> union) {
        return Arrays.stream(union.getPermittedSubclasses()).anyMatch(Class::isEnum);
    }

    private <T> T one(List<T> choices) {
        turns = Math.max(turns, choices.size());
        return choices.get(turn % choices.size());
    }

    private static Type rawType(Type type) {
        return type instanceof ParameterizedType generic ? generic.getRawType() : type;
    }

    private Object record(Class<?> type, String member) {
        making.push(type);
        try {
            Method builder = method(type, "builder");
            return builder == null ? constructed(type, member) : built(type, builder.invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + ": " + e.getCause(), e);
        } finally {
            making.pop();
        }
    }

    /** A variant that wraps a value: its constructor is what users call. */
    private Object constructed(Class<?> type, String member) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            types.add(component.getType());
            values.add(
                    component.getName().equals("additionalProperties")
                            ? JsonObject.builder().build()
                            : value(component.getGenericType(), member));
        }
        return type.getConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
    }

    private Object built(Class<?> type, Object builder) throws ReflectiveOperationException {
        Method build = builder.getClass().getMethod("build");
        for (RecordComponent component : type.getRecordComponents()) {
            Method setter = method(builder.getClass(), component.getName(), component.getType());
            if (setter == null || isPreset(builder, component.getName())) {
                continue;
            }
            boolean required = isRequired(setter);
            if (required || fill == Fill.ALL && !isEndless(component)) {
                setter.invoke(builder, value(component.getGenericType(), component.getName()));
            }
        }
        try {
            return build.invoke(builder);
        } catch (InvocationTargetException e) {
            setMissingToNull(type, builder, String.valueOf(e.getCause().getMessage()));
            return build.invoke(builder);
        }
    }

    /** What is required and may be null, the message of the builder names. */
    private static void setMissingToNull(Class<?> type, Object builder, String message)
            throws ReflectiveOperationException {
        List<String> missing =
                List.of(message.replaceFirst(".* lacks required members: ", "").split(", "));
        for (RecordComponent component : type.getRecordComponents()) {
            if (missing.contains(wireName(component.getName()))) {
                builder.getClass()
                        .getMethod(component.getName(), component.getType())
                        .invoke(builder, (Object) null);
            }
        }
    }

    private static String wireName(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static boolean isRequired(Method setter) {
        return !setter.getAnnotatedParameterTypes()[0].isAnnotationPresent(Nullable.class);
    }

    /** Whether an optional member holds, directly, what is being made. */
    private boolean isEndless(RecordComponent component) {
        Type type = component.getGenericType();
        Type inner = type instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1]
                : type;
        return inner instanceof Class<?> plain
                && (making.contains(plain)
                        || plain.isSealed() && !hasEnum(plain) && usable(plain).isEmpty());
    }

    /** Whether a builder has a value of its own, as it has of the constant that names the type. */
    private static boolean isPreset(Object builder, String member) throws ReflectiveOperationException {
        try {
            var field = builder.getClass().getDeclaredField(member);
            field.setAccessible(true);
            return field.get(builder) != null;
        } catch (NoSuchFieldException e) {
            return false;
        }
    }

    private static @Nullable Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }
}
