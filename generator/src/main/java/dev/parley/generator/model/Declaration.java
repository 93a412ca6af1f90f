package dev.parley.generator.model;

/** A type of the client: what becomes a record, a sealed interface or an open enum. */
public sealed interface Declaration permits RecordDeclaration, UnionDeclaration, EnumDeclaration, RequestDeclaration {

    /** Returns the identity, which is the place in the document. */
    DeclarationId id();

    /** Returns what the document says about the name. */
    NameHint name();

    /** Returns where the Java type stands. */
    Placement placement();

    /** Returns the prose of the document. */
    Documentation documentation();

    /** Returns whether the document marks the schema as deprecated. */
    boolean deprecated();

    /** Calls the method of {@code visitor} for this kind of declaration. */
    <R> R accept(Visitor<R> visitor);

    /**
     * One method for each kind of declaration.
     *
     * @param <R> what a visit yields
     */
    interface Visitor<R> {

        /** Visits a record. */
        R visit(RecordDeclaration declaration);

        /** Visits a union. */
        R visit(UnionDeclaration declaration);

        /** Visits an open enum. */
        R visit(EnumDeclaration declaration);

        /** Visits the request of an operation. */
        R visit(RequestDeclaration declaration);
    }
}
