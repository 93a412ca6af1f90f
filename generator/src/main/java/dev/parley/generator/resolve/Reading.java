package dev.parley.generator.resolve;

/**
 * What a schema means where it stands.
 *
 * @param nullable whether {@code null} fits too, by any of the ways to say so
 */
record Reading(Shape shape, boolean nullable) {

    Reading nullableIf(boolean condition) {
        return condition && !nullable ? new Reading(shape, true) : this;
    }

    /**
     * Returns this reading of an inline schema, owned by the schema around it; what a reference leads to stays itself.
     */
    Reading ownedBy(Origin outer, SchemaNode inline) {
        Origin inner = shape.origin();
        if (!inner.pointer().equals(inline.pointer())) {
            return this;
        }
        return new Reading(
                shape.at(new Origin(outer.pointer(), outer.annotations().or(inner.annotations()))), nullable);
    }
}
