package dev.parley.generator.resolve;

import dev.parley.generator.model.TypeRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body as described.
 *
 * @param schemas what it may be: one schema, or one of several
 * @param component the name of the component that describes it, or {@code null}
 * @param required whether it has to be there
 * @param raw the type of one that is no JSON but text or bytes, or {@code null}
 */
record Body(
        List<SchemaNode> schemas,
        @Nullable String component,
        boolean required,
        @Nullable TypeRef raw) {

    Body {
        schemas = List.copyOf(schemas);
    }

    SchemaNode schema() {
        return schemas.get(0);
    }
}
