package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.TypeRef.FreeForm;
import dev.parley.generator.resolve.Keywords.AdditionalProperties;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads objects: with named members, maps, and those of which nothing is said. */
final class ObjectShapes {

    private final Diagnostics diagnostics;

    ObjectShapes(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Shape read(SchemaNode node, Origin origin) {
        Schema<?> schema = node.schema();
        AdditionalProperties further = Keywords.additionalProperties(schema);
        Map<String, SchemaNode> patterns = patterns(node);
        if (schema.getProperties() != null) {
            if (further.schema() != null || !patterns.isEmpty()) {
                diagnostics.note(
                        "additional-properties-untyped",
                        node.pointer(),
                        "Members beside the named ones are kept as JSON, not as the type of additionalProperties",
                        "Put them into a property of their own if they need a type");
            }
            return PlainShapes.structure(node, origin);
        }
        if (!patterns.isEmpty()) {
            return patterned(node, origin, patterns, further);
        }
        if (further.schema() != null) {
            return new Shape.Mapping(origin, List.of(node.below(further.schema(), "additionalProperties")));
        }
        return further.allowed() ? new Shape.Free(origin, FreeForm.OBJECT) : PlainShapes.structure(node, origin);
    }

    /** A map of what any of the patterns says, as long as something is said of every name. */
    private Shape patterned(
            SchemaNode node, Origin origin, Map<String, SchemaNode> patterns, AdditionalProperties further) {
        List<SchemaNode> values = new ArrayList<>(patterns.values());
        if (further.schema() != null) {
            values.add(node.below(further.schema(), "additionalProperties"));
        } else if (further.allowed()
                && !isFalse(node.schema().getUnevaluatedProperties())
                && patterns.keySet().stream().noneMatch(ObjectShapes::fitsEveryName)) {
            diagnostics.note(
                    "pattern-properties-untyped",
                    node.pointer(),
                    "patternProperties say nothing of names that fit no pattern, so the values are read as JSON",
                    "Add additionalProperties: false if every name fits a pattern");
            return new Shape.Free(origin, FreeForm.OBJECT);
        }
        return new Shape.Mapping(origin, values);
    }

    private static boolean fitsEveryName(String pattern) {
        return List.of("", ".*", "^.*$", "^.*", ".*$", "^", "$", "^.+$", ".+", ".")
                .contains(pattern);
    }

    private static boolean isFalse(@org.jspecify.annotations.Nullable Schema<?> schema) {
        return schema != null && Boolean.FALSE.equals(schema.getBooleanSchemaValue());
    }

    private static Map<String, SchemaNode> patterns(SchemaNode node) {
        Map<String, SchemaNode> patterns = new LinkedHashMap<>();
        if (node.schema().getPatternProperties() != null) {
            node.schema()
                    .getPatternProperties()
                    .forEach((pattern, schema) ->
                            patterns.put(pattern, node.below(schema, "patternProperties", pattern)));
        }
        return patterns;
    }
}
