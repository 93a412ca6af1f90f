package dev.parley.generator.model;

import org.jspecify.annotations.Nullable;

/** A member that the document names for an object. */
public sealed interface Member {

    /** Returns the name in JSON. */
    String wireName();

    /** Returns what the document says about the Java name. */
    NameHint name();

    /** Returns the prose of the document. */
    Documentation documentation();

    /** Returns whether the document marks the member as deprecated. */
    boolean deprecated();

    /** Returns whether an object without the member does not fit. */
    boolean required();

    /**
     * A member that varies: becomes a component.
     *
     * @param preset the only value that the document allows, which a builder sets beforehand; {@code null} for an ordinary member
     * @param constraints what a value must keep to
     * @param stringSetter a name for a second setter, of the string form of a union; {@code null} for none
     */
    record Property(
            String wireName,
            NameHint name,
            TypeRef type,
            Presence presence,
            Documentation documentation,
            boolean deprecated,
            @Nullable ConstantValue preset,
            Constraints constraints,
            @Nullable NameHint stringSetter)
            implements Member {

        @Override
        public boolean required() {
            return presence != Presence.OPTIONAL;
        }
    }

    /**
     * A required member with one allowed value: becomes an accessor method, never a component.
     *
     * @param value the value
     */
    record Constant(
            String wireName, NameHint name, ConstantValue value, Documentation documentation, boolean deprecated)
            implements Member {

        @Override
        public boolean required() {
            return true;
        }
    }
}
