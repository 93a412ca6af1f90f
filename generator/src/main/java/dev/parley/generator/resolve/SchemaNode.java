package dev.parley.generator.resolve;

import io.swagger.v3.oas.models.media.Schema;

/**
 * A schema and its place.
 *
 * @param pointer where the schema stands in the document
 * @param schema the schema as parsed
 */
record SchemaNode(String pointer, Schema<?> schema) {

    /** Returns a schema that stands below this one, along {@code tokens}. */
    SchemaNode below(Schema<?> child, String... tokens) {
        return new SchemaNode(Pointers.below(pointer, tokens), child);
    }
}
