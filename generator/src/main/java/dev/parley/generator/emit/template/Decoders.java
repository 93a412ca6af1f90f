package dev.parley.generator.emit.template;

import dev.parley.generator.emit.ReaderMethods;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.NameTable;
import java.util.Map;

/** Expressions that read a value, as text of one file. */
final class Decoders {

    private final NameTable names;
    private final Imports imports;
    private final TypeText types;
    private final Map<DeclarationId, Declaration> declarations;

    Decoders(NameTable names, Imports imports, Map<DeclarationId, Declaration> declarations) {
        this.names = names;
        this.imports = imports;
        this.types = new TypeText(names, imports);
        this.declarations = declarations;
    }

    /** Returns a decoder of a type. */
    String of(TypeRef type) {
        return type instanceof TypeRef.Declared declared && !isEnum(declared)
                ? imports.name(names.codec(declared.id())) + "::read"
                : "in -> " + read(type, "in");
    }

    private String read(TypeRef type, String reader) {
        if (type == TypeRef.Scalar.FILE) {
            return types.of(type) + ".read(" + reader + ")";
        }
        if (type instanceof TypeRef.Scalar scalar) {
            return reader + "." + ReaderMethods.of(scalar) + "()";
        }
        if (type instanceof TypeRef.FreeForm freeForm) {
            return reader + "." + ReaderMethods.of(freeForm) + "()";
        }
        String element = reader + "Element";
        if (type instanceof TypeRef.ListOf list) {
            return reader + "." + ReaderMethods.of(list) + "(" + element + " -> " + read(list.element(), element) + ")";
        }
        if (type instanceof TypeRef.MapOf map) {
            return reader + "." + ReaderMethods.of(map) + "(" + element + " -> " + read(map.value(), element) + ")";
        }
        TypeRef.Declared declared = (TypeRef.Declared) type;
        return isEnum(declared)
                ? types.of(type) + ".of(" + reader + ".readWord())"
                : imports.name(names.codec(declared.id())) + ".read(" + reader + ")";
    }

    private boolean isEnum(TypeRef.Declared declared) {
        return declarations.get(declared.id()) instanceof EnumDeclaration;
    }
}
