package dev.parley.generator.resolve;

import dev.parley.generator.model.TypeRef;

/**
 * A type where it is used.
 *
 * @param reading what the schema means
 * @param type the type, without its nullability
 */
record TypeUse(Reading reading, TypeRef type) {

    /** Returns whether {@code null} fits beside the type; the type of any JSON has it already. */
    boolean nullable() {
        return reading.nullable() && type != TypeRef.FreeForm.VALUE;
    }
}
