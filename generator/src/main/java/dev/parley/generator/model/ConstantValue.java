package dev.parley.generator.model;

/** The one value that the document allows for a member. */
public sealed interface ConstantValue {

    /** Returns the type of an accessor of the value. */
    TypeRef type();

    /** A string. */
    record Text(String value) implements ConstantValue {
        @Override
        public TypeRef type() {
            return TypeRef.Scalar.STRING;
        }
    }

    /** A whole number. */
    record Integral(long value) implements ConstantValue {
        @Override
        public TypeRef type() {
            return TypeRef.Scalar.LONG;
        }
    }

    /** A boolean. */
    record Flag(boolean value) implements ConstantValue {
        @Override
        public TypeRef type() {
            return TypeRef.Scalar.BOOLEAN;
        }
    }
}
