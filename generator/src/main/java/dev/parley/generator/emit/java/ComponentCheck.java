package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;

/** Statements of a compact constructor: nothing {@code null} that must be there, no list or map that somebody else can change. */
final class ComponentCheck {

    private ComponentCheck() {}

    static CodeBlock of(TypeRef type, Presence presence, String name) {
        boolean required = presence == Presence.REQUIRED;
        if (type instanceof TypeRef.ListOf list) {
            CodeBlock copy = list.nullableElements()
                    ? CodeBlock.of("$T.ofNullable($N)", Library.COPIES, name)
                    : CodeBlock.of("$T.copyOf($N)", Library.LIST, name);
            return assignment(name, copy, required);
        }
        if (type instanceof TypeRef.MapOf map) {
            String method = map.nullableValues() ? "ofNullable" : "of";
            return assignment(name, CodeBlock.of("$T.$L($N)", Library.COPIES, method, name), required);
        }
        boolean primitive = type instanceof TypeRef.Scalar scalar && isPrimitive(scalar);
        return required && !primitive ? notNull(name) : CodeBlock.of("");
    }

    private static boolean isPrimitive(TypeRef.Scalar scalar) {
        return scalar != TypeRef.Scalar.STRING && scalar != TypeRef.Scalar.FILE;
    }

    static CodeBlock notNull(String name) {
        return CodeBlock.builder()
                .addStatement("$T.requireNonNull($N, $S)", Library.OBJECTS, name, name)
                .build();
    }

    private static CodeBlock assignment(String name, CodeBlock copy, boolean required) {
        return required
                ? CodeBlock.builder().addStatement("$N = $L", name, copy).build()
                : CodeBlock.builder()
                        .addStatement("$N = $N == null ? null : $L", name, name, copy)
                        .build();
    }
}
