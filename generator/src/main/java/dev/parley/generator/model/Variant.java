package dev.parley.generator.model;

/** One choice of a union. */
public sealed interface Variant {

    /**
     * A record, which implements the union.
     *
     * @param id the declaration of the record
     */
    record Record(DeclarationId id) implements Variant {}

    /**
     * Another union, which extends the union.
     *
     * @param id the declaration of the other union
     */
    record Union(DeclarationId id) implements Variant {}

    /**
     * A value that is not an object of its own type (a string, a number, a list, a map …): becomes a nested record around it.
     *
     * @param name what to call the nested record
     * @param kind the JSON kind of the value
     * @param value the type of the value
     * @param documentation the prose of the document
     * @param constraints what the value must keep to
     */
    record Wrapper(NameHint name, JsonKind kind, TypeRef value, Documentation documentation, Constraints constraints)
            implements Variant {}
}
