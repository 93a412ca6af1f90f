package dev.parley.generator.resolve;

import dev.parley.generator.model.DeclarationId;

/**
 * Where a shape comes from, and what is said there.
 *
 * @param pointer the place; the identity of the declaration, should the shape become one
 */
record Origin(String pointer, Annotations annotations) {

    static Origin of(SchemaNode node) {
        return new Origin(node.pointer(), Annotations.of(node.schema()));
    }

    DeclarationId id() {
        return Pointers.id(pointer);
    }

    boolean isComponent() {
        return Pointers.componentName(pointer) != null;
    }
}
