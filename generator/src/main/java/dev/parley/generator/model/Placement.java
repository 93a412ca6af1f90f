package dev.parley.generator.model;

/** Where the Java type of a declaration stands. */
public sealed interface Placement {

    /** In the package of the models, as a file of its own. */
    record TopLevel() implements Placement {}

    /**
     * Inside the type of another declaration.
     *
     * @param owner the declaration whose schema holds this one's
     */
    record NestedIn(DeclarationId owner) implements Placement {}

    /**
     * Inside a wrapper of a union.
     *
     * @param union the union that declares the wrapper
     * @param variant the position of the {@link Variant.Wrapper} among the union's variants
     */
    record NestedInWrapper(DeclarationId union, int variant) implements Placement {}
}
