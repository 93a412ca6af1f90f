package dev.parley.generator.model;

/** The kinds of JSON values, RFC 8259 section 3; {@code null} is never a variant. */
public enum JsonKind {
    /** An object. */
    OBJECT,
    /** An array. */
    ARRAY,
    /** A string. */
    STRING,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN
}
