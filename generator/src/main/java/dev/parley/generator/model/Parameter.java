package dev.parley.generator.model;

/**
 * A parameter of an operation.
 *
 * @param wireName the name on the wire
 * @param location where it is sent
 * @param style how a value is written
 * @param reserved whether reserved characters of a query go out as they are
 * @param required whether a call without it does not fit
 * @param constraints what a value must keep to
 */
public record Parameter(
        String wireName,
        NameHint name,
        Location location,
        Style style,
        boolean reserved,
        TypeRef type,
        boolean required,
        Documentation documentation,
        boolean deprecated,
        Constraints constraints) {

    /** Where a parameter is sent. */
    public enum Location {
        /** In the path, percent-encoded. */
        PATH,
        /** In the query. */
        QUERY,
        /** As a header. */
        HEADER,
        /** As a cookie. */
        COOKIE
    }

    /** How a value is written: the styles of the run-time's {@code ParameterStyle}, and none for a value of one text. */
    public enum Style {
        /** As its text. */
        PLAIN,
        /** {@code a,b}, or {@code k,v}. */
        SIMPLE,
        /** {@code a,b}, or {@code k=v}. */
        SIMPLE_EXPLODED,
        /** {@code .a,b}. */
        LABEL,
        /** {@code .a.b}. */
        LABEL_EXPLODED,
        /** {@code ;name=a,b}. */
        MATRIX,
        /** {@code ;name=a;name=b}. */
        MATRIX_EXPLODED,
        /** {@code name=a,b}. */
        FORM,
        /** {@code name=a&name=b}. */
        FORM_EXPLODED,
        /** {@code name=a%20b}. */
        SPACE_DELIMITED,
        /** {@code name=a%7Cb}. */
        PIPE_DELIMITED,
        /** {@code name[k]=v}, {@code name[]=a}. */
        DEEP_OBJECT,
        /** As JSON. */
        JSON
    }
}
