package dev.parley.generator.resolve;

import dev.parley.generator.model.JsonKind;
import dev.parley.generator.model.TypeRef;

/** The kinds of JSON that types have on the wire. */
final class JsonKinds {

    private JsonKinds() {}

    static JsonKind of(TypeRef type) {
        if (type instanceof TypeRef.Scalar scalar) {
            return switch (scalar) {
                case STRING, FILE -> JsonKind.STRING;
                case BOOLEAN -> JsonKind.BOOLEAN;
                case LONG, INT, DOUBLE -> JsonKind.NUMBER;
            };
        }
        return type instanceof TypeRef.ListOf ? JsonKind.ARRAY : JsonKind.OBJECT;
    }
}
