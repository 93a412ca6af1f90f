package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import org.jspecify.annotations.Nullable;

/**
 * Turns {@code $recursiveRef: "#"} (JSON Schema 2019-09) into a {@code $ref} to the enclosing component.
 *
 * <p>The parser's model has no such keyword; it would leave a schema that allows anything.
 */
final class RecursiveReferences {

    private static final String REFERENCE = "$recursiveRef";
    private static final String ANCHOR = "$recursiveAnchor";

    private RecursiveReferences() {}

    /** Rewrites {@code document} in place; reports a reference whose component carries no anchor. */
    static void rewrite(ObjectNode document, Diagnostics diagnostics) {
        Pointer schemas = Pointer.ROOT.child("components").child("schemas");
        document.path("components").path("schemas").properties().forEach(entry -> {
            Pointer component = schemas.child(entry.getKey());
            boolean anchored = entry.getValue().path(ANCHOR).asBoolean();
            DocumentWalk.walk(
                    entry.getValue(),
                    component,
                    (object, pointer) -> rewrite(object, pointer, anchored ? component : null, diagnostics));
            if (anchored) {
                ((ObjectNode) entry.getValue()).remove(ANCHOR);
            }
        });
        DocumentWalk.walk(document, Pointer.ROOT, (object, pointer) -> rewrite(object, pointer, null, diagnostics));
    }

    private static void rewrite(
            ObjectNode object, Pointer pointer, @Nullable Pointer component, Diagnostics diagnostics) {
        JsonNode reference = object.get(REFERENCE);
        if (reference != null && component != null && reference.asText().equals("#")) {
            object.remove(REFERENCE);
            object.put("$ref", "#" + component);
        } else if (reference != null) {
            diagnostics.error(
                    "recursive-ref",
                    pointer.child(REFERENCE).toString(),
                    "only \"#\" within a component that has $recursiveAnchor: true is understood",
                    "write a $ref to the schema that is meant");
        }
        if (object.has("$dynamicRef")) {
            diagnostics.error(
                    "dynamic-ref",
                    pointer.child("$dynamicRef").toString(),
                    "$dynamicRef is not understood",
                    "write a $ref to the schema that is meant");
        }
    }
}
