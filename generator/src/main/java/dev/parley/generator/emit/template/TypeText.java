package dev.parley.generator.emit.template;

import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.NameTable;

/** Java types as text of one file. */
final class TypeText {

    private static final String FILE_CONTENT = "dev.parley.runtime.body.FileContent";

    private final NameTable names;
    private final Imports imports;

    TypeText(NameTable names, Imports imports) {
        this.names = names;
        this.imports = imports;
    }

    String of(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return switch (scalar) {
                case STRING -> "String";
                case LONG -> "long";
                case INT -> "int";
                case DOUBLE -> "double";
                case BOOLEAN -> "boolean";
                case FILE -> imports.name(FILE_CONTENT);
            };
        }
        return boxed(type);
    }

    /** Returns a type that can stand between angle brackets. */
    String boxed(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return switch (scalar) {
                case STRING -> "String";
                case LONG -> "Long";
                case INT -> "Integer";
                case DOUBLE -> "Double";
                case BOOLEAN -> "Boolean";
                case FILE -> imports.name(FILE_CONTENT);
            };
        }
        if (type instanceof TypeRef.FreeForm freeForm) {
            return imports.name(
                    "dev.parley.runtime.json." + (freeForm == TypeRef.FreeForm.OBJECT ? "JsonObject" : "JsonValue"));
        }
        if (type instanceof TypeRef.ListOf list) {
            return imports.name("java.util.List") + "<" + argument(list.element(), list.nullableElements()) + ">";
        }
        if (type instanceof TypeRef.MapOf map) {
            return imports.name("java.util.Map") + "<String, " + argument(map.value(), map.nullableValues()) + ">";
        }
        return imports.name(names.type(((TypeRef.Declared) type).id()));
    }

    private String argument(TypeRef type, boolean nullable) {
        return (nullable ? "@" + imports.name("org.jspecify.annotations.Nullable") + " " : "") + boxed(type);
    }
}
