package dev.parley.generator.evolution;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Writes types with their arguments, without the packages that every reader knows, and {@code ?} where null is allowed. */
final class TypeNotation {

    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    private final List<String> wellKnown;

    /** Writes types of {@code basePackage} by what comes after it. */
    TypeNotation(String basePackage) {
        wellKnown = List.of(basePackage + ".", "java.lang.", "java.util.function.", "java.util.");
    }

    String of(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return wellKnown.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    String of(TypeMirror type) {
        return text(type) + (isNullable(type) ? "?" : "");
    }

    /** Returns the type variables that a method declares, followed by a space; empty if there are none. */
    String variables(List<? extends TypeParameterElement> variables) {
        return variables.isEmpty()
                ? ""
                : variables.stream().map(this::declared).collect(Collectors.joining(", ", "<", "> "));
    }

    private String declared(TypeParameterElement variable) {
        String bounds = variable.getBounds().stream()
                .map(this::of)
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return variable.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
    }

    private String text(TypeMirror type) {
        if (type instanceof DeclaredType declared) {
            return of((TypeElement) declared.asElement()) + arguments(declared.getTypeArguments());
        }
        if (type instanceof ArrayType array) {
            return of(array.getComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard(wildcard);
        }
        return type instanceof TypeVariable variable
                ? variable.asElement().getSimpleName().toString()
                : type.getKind().name().toLowerCase(Locale.ROOT);
    }

    private String arguments(List<? extends TypeMirror> arguments) {
        return arguments.isEmpty() ? "" : arguments.stream().map(this::of).collect(Collectors.joining(", ", "<", ">"));
    }

    private String wildcard(WildcardType wildcard) {
        if (wildcard.getSuperBound() != null) {
            return "? super " + of(wildcard.getSuperBound());
        }
        String upper = wildcard.getExtendsBound() == null ? "Object" : of(wildcard.getExtendsBound());
        return upper.equals("Object") ? "?" : "? extends " + upper;
    }

    private static boolean isNullable(TypeMirror type) {
        return type.getAnnotationMirrors().stream()
                .flatMap(annotation ->
                        Stream.of((TypeElement) annotation.getAnnotationType().asElement()))
                .anyMatch(annotation -> annotation.getQualifiedName().contentEquals(NULLABLE));
    }
}
