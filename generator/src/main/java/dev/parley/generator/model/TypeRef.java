package dev.parley.generator.model;

/** The type of a value. */
public sealed interface TypeRef {

    /** A value that is one JSON scalar. */
    enum Scalar implements TypeRef {
        /** A JSON string. */
        STRING,
        /** A whole number of 64 bits. */
        LONG,
        /** A whole number of 32 bits ({@code format: int32}). */
        INT,
        /** A number. */
        DOUBLE,
        /** A boolean. */
        BOOLEAN,
        /** A file of a multipart body, or bytes as a body; in JSON it has no form but the string that it was read from. */
        FILE
    }

    /** A value whose shape the document leaves open. */
    enum FreeForm implements TypeRef {
        /** Any JSON, {@code null} included. */
        VALUE,
        /** Any JSON object. */
        OBJECT
    }

    /**
     * An array.
     *
     * @param element the type of the elements
     * @param nullableElements whether the document allows {@code null} among them
     */
    record ListOf(TypeRef element, boolean nullableElements) implements TypeRef {}

    /**
     * An object used as a map.
     *
     * @param value the type of the values
     * @param nullableValues whether the document allows {@code null} among them
     */
    record MapOf(TypeRef value, boolean nullableValues) implements TypeRef {}

    /**
     * A type that the client declares.
     *
     * @param id the declaration
     */
    record Declared(DeclarationId id) implements TypeRef {}
}
