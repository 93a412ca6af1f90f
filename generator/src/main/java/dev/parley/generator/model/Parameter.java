package dev.parley.generator.model;

/**
 * A parameter of an operation.
 *
 * @param wireName the name on the wire
 * @param location where it is sent
 * @param type a scalar, an open enum, or a list of these
 * @param required whether a call without it does not fit
 * @param constraints what a value must keep to
 */
public record Parameter(
        String wireName,
        NameHint name,
        Location location,
        TypeRef type,
        boolean required,
        Documentation documentation,
        boolean deprecated,
        Constraints constraints) {

    /** Where a parameter is sent. */
    public enum Location {
        /** In the path, percent-encoded. */
        PATH,
        /** In the query; a list as {@code name[]=a&name[]=b}. */
        QUERY,
        /** As a header. */
        HEADER
    }
}
