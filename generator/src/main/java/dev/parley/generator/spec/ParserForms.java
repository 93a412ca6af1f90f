package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Writes what the parser (2.1.48) would drop or change without a word in another form with the same meaning, which it
 * keeps.
 */
final class ParserForms {

    private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");

    /** What is about the elements of an array. */
    private static final List<String> OF_ARRAYS =
            List.of("items", "prefixItems", "minItems", "maxItems", "uniqueItems");

    /** Formats for which the parser of 3.0 turns strings into objects of Java, not all of which can be turned back. */
    private static final Set<String> CONVERTED = Set.of("binary", "byte", "date", "date-time", "uuid");

    private ParserForms() {}

    /** Rewrites {@code document} in place. */
    static void rewrite(ObjectNode document) {
        if (document.path("components").path("schemas") instanceof ObjectNode schemas) {
            schemas.properties().forEach(named -> {
                if (named.getValue().isBoolean()) {
                    named.setValue(anythingOrNothing(schemas, named.getValue()));
                }
            });
        }
        DocumentWalk.walk(document, Pointer.ROOT, (object, pointer) -> {
            if (object.path("enum").isArray() || (object.has("const") && !object.has("type"))) {
                rewriteValues(object);
            }
            if (object.has("items") && COMPOSITIONS.stream().anyMatch(object::has)) {
                moveItems(object);
            }
        });
    }

    /** The parser takes an object only for a component. */
    private static ObjectNode anythingOrNothing(ObjectNode schemas, JsonNode value) {
        ObjectNode schema = schemas.objectNode();
        return value.booleanValue() ? schema : schema.set("not", schemas.objectNode());
    }

    private static void rewriteValues(ObjectNode schema) {
        if (!schema.has("type")) {
            schema.put("x-parley-untyped", true);
        } else if (CONVERTED.contains(schema.path("format").asText())) {
            schema.remove("format");
        }
    }

    /** The parser keeps {@code items} and drops the composition beside it; as a part of {@code allOf} it keeps both. */
    private static void moveItems(ObjectNode schema) {
        ObjectNode part = schema.objectNode();
        JsonNode type = schema.get("type");
        if (type != null) {
            part.set("type", type);
        }
        if (type != null && type.isTextual()) {
            schema.remove("type");
        }
        for (String keyword : OF_ARRAYS) {
            if (schema.has(keyword)) {
                part.set(keyword, schema.remove(keyword));
            }
        }
        ArrayNode parts = schema.path("allOf") instanceof ArrayNode written ? written : schema.putArray("allOf");
        parts.add(part);
    }
}
