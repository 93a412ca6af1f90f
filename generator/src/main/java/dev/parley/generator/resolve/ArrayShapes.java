package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;

/** Reads arrays: of one schema, and those that give positions schemas of their own. */
final class ArrayShapes {

    private final Diagnostics diagnostics;

    ArrayShapes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Returns an array whose elements are what {@code items} says; if positions have schemas of their own, what any of them
     * may be, as long as they speak of every element.
     */
    Shape read(SchemaNode node, Origin origin) {
        Schema<?> schema = node.schema();
        List<Schema<?>> positions = Keywords.schemas(schema.getPrefixItems());
        Schema<?> rest = schema.getItems();
        if (positions.isEmpty()) {
            return new Shape.Sequence(origin, rest == null ? List.of() : List.of(node.below(rest, "items")));
        }
        boolean described = rest != null && !Keywords.isAnything(rest);
        boolean complete = isComplete(schema, positions.size());
        if (!complete && !described) {
            diagnostics.note(
                    "tuple-untyped",
                    node.pointer(),
                    "prefixItems describe the first elements of an array and say nothing of further ones, so its"
                            + " elements are read as JSON",
                    "Add items: false if there are no further elements");
            return new Shape.Sequence(origin, List.of());
        }
        List<SchemaNode> elements = new ArrayList<>();
        for (Schema<?> position : positions) {
            elements.add(node.below(position, "prefixItems", String.valueOf(elements.size())));
        }
        if (!complete) {
            elements.add(node.below(rest, "items"));
        }
        return new Shape.Sequence(origin, elements);
    }

    private static boolean isComplete(Schema<?> schema, int positions) {
        boolean counted = schema.getMaxItems() != null && schema.getMaxItems() <= positions;
        return counted || isFalse(schema.getItems()) || isFalse(schema.getUnevaluatedItems());
    }

    private static boolean isFalse(@org.jspecify.annotations.Nullable Schema<?> schema) {
        return schema != null && Boolean.FALSE.equals(schema.getBooleanSchemaValue());
    }
}
