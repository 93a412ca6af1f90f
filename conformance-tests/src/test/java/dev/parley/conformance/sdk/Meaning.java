package dev.parley.conformance.sdk;

import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.OpenEnum;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds a record of our client against an object of the official one, accessor by accessor: what both have a typed
 * accessor for, at any depth, must be the same text, number or flag. What one of them keeps as JSON is left out,
 * and a number that the official client has as a {@code float} needs to be the same as a {@code float} only.
 */
final class Meaning {

    private final List<String> differences = new ArrayList<>();
    private int facts;

    private Meaning() {}

    static Meaning of(Record ours, Object theirs) {
        Meaning meaning = new Meaning();
        meaning.compareRecord("$", ours, theirs);
        return meaning;
    }

    /** The accessors that give something else, with both values. */
    List<String> differences() {
        return differences;
    }

    /** How many texts, numbers and flags were compared. */
    int facts() {
        return facts;
    }

    private void compare(String path, @Nullable Object own, @Nullable Object official) {
        if (own instanceof JsonValue || official instanceof com.openai.core.JsonValue) {
            return;
        }
        if (own instanceof List<?> left && official instanceof List<?> right) {
            compareScalars(path + ".size", left.size(), right.size());
            for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
                compare(path + "[" + i + "]", left.get(i), right.get(i));
            }
            return;
        }
        Object left = own instanceof OpenEnum openEnum ? openEnum.value() : own;
        if (left instanceof Record inner) {
            if (official != null) {
                compareRecord(path, inner, official);
            }
        } else if (left == null || isScalar(left)) {
            @Nullable Object right = official == null ? null : text(official);
            if (left == null && right != null && !isScalar(right)) {
                differences.add(path + ": absent, theirs " + right);
            } else if (right == null || isScalar(right)) {
                compareScalars(path, left, right);
            }
        }
    }

    private void compareRecord(String path, Record own, Object official) {
        Object variant = ChosenVariant.of(official).map(ChosenVariant::value).orElse(official);
        for (RecordComponent component : own.getClass().getRecordComponents()) {
            try {
                Method accessor = variant.getClass().getMethod(component.getName());
                compare(path + "." + component.getName(), invoke(component.getAccessor(), own), get(accessor, variant));
            } catch (NoSuchMethodException e) {
                // The official client has no such accessor, or calls it something else.
                continue;
            }
        }
    }

    private void compareScalars(String path, @Nullable Object own, @Nullable Object official) {
        facts++;
        if (!isSame(own, official)) {
            differences.add(path + ": ours " + own + ", theirs " + official);
        }
    }

    private static boolean isSame(@Nullable Object own, @Nullable Object official) {
        if (own instanceof Number left && official instanceof Float right) {
            return left.floatValue() == right;
        }
        return own instanceof Number left && official instanceof Number right
                ? new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0
                : Objects.equals(own, official);
    }

    private static boolean isScalar(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** The string of an open enum of the official client, or of a union of strings; anything else as it is. */
    private static Object text(Object official) {
        Object variant = ChosenVariant.of(official).map(ChosenVariant::value).orElse(official);
        try {
            return String.valueOf(invoke(variant.getClass().getMethod("asString"), variant));
        } catch (NoSuchMethodException e) {
            return variant;
        }
    }

    /** The value of an accessor of the official client, null if it is absent, which it may say with an exception. */
    private static @Nullable Object get(Method accessor, Object owner) {
        try {
            @Nullable Object value = accessor.invoke(owner);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (InvocationTargetException e) {
            return null;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object invoke(Method accessor, Object owner) {
        try {
            return accessor.invoke(owner);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
