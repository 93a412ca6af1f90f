package dev.parley.generator.emit;

import dev.parley.generator.model.TypeRef;

/** The methods of the run-time's {@code JsonReader} that read one value. */
public final class ReaderMethods {

    private ReaderMethods() {}

    /** Returns the method that reads a scalar. */
    public static String of(TypeRef.Scalar scalar) {
        return switch (scalar) {
            case STRING -> "readString";
            case LONG -> "readLong";
            case INT -> "readInt";
            case DOUBLE -> "readDouble";
            case BOOLEAN -> "readBoolean";
            case FILE -> throw new IllegalArgumentException("a file reads itself");
        };
    }

    /** Returns the method that reads a value of open shape. */
    public static String of(TypeRef.FreeForm freeForm) {
        return freeForm == TypeRef.FreeForm.OBJECT ? "readObject" : "readValue";
    }

    /** Returns the method that reads an array. */
    public static String of(TypeRef.ListOf list) {
        return list.nullableElements() ? "readNullableList" : "readList";
    }

    /** Returns the method that reads an object used as a map. */
    public static String of(TypeRef.MapOf map) {
        return map.nullableValues() ? "readNullableMap" : "readMap";
    }
}
