package dev.parley.conformance;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes types with their arguments and their nullness, without the packages that every reader knows. */
final class ApiNames {

    private final String basePackage;

    /** Names types of {@code basePackage} by what comes after it. */
    ApiNames(String basePackage) {
        this.basePackage = basePackage;
    }

    String of(Class<?> type) {
        String name = type.getCanonicalName();
        return Stream.of(basePackage + ".", "java.lang.", "java.util.function.", "java.util.")
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    /** A type ends with a question mark where null is allowed, as in Kotlin: one character a signature is read by. */
    String of(AnnotatedType type) {
        return text(type) + (type.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    /** The type variables that a method or class declares, followed by a space; empty if there are none. */
    String variables(GenericDeclaration declaration) {
        return declaration.getTypeParameters().length == 0
                ? ""
                : Arrays.stream(declaration.getTypeParameters())
                        .map(this::declared)
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private String declared(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getAnnotatedBounds())
                .map(this::of)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return variable.getName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private String text(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType generic) {
            String raw = of((Class<?>) ((ParameterizedType) generic.getType()).getRawType());
            return raw + arguments(generic.getAnnotatedActualTypeArguments());
        }
        if (type instanceof AnnotatedArrayType array) {
            return of(array.getAnnotatedGenericComponentType()) + "[]";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return wildcard(wildcard);
        }
        Type plain = type.getType();
        return plain instanceof Class<?> named ? of(named) : plain.getTypeName();
    }

    private String arguments(AnnotatedType[] arguments) {
        return Arrays.stream(arguments).map(this::of).collect(Collectors.joining(", ", "<", ">"));
    }

    private String wildcard(AnnotatedWildcardType wildcard) {
        if (wildcard.getAnnotatedLowerBounds().length > 0) {
            return "? super " + of(wildcard.getAnnotatedLowerBounds()[0]);
        }
        String upper = of(wildcard.getAnnotatedUpperBounds()[0]);
        return upper.equals("Object") ? "?" : "? extends " + upper;
    }
}
