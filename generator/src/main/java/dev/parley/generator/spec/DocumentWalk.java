package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * Visits every object of a tree whose members are keywords of OpenAPI or JSON Schema.
 *
 * <p>A member called {@code $ref} is a reference there and only there: under {@code properties} it is a name, within an
 * example or an extension it is data.
 */
final class DocumentWalk {

    private static final Set<String> NAMES = Set.of(
            "$defs",
            "callbacks",
            "content",
            "definitions",
            "dependentSchemas",
            "encoding",
            "examples",
            "headers",
            "links",
            "parameters",
            "pathItems",
            "paths",
            "patternProperties",
            "properties",
            "requestBodies",
            "responses",
            "schemas",
            "securitySchemes",
            "variables",
            "webhooks");

    private static final Set<String> DATA = Set.of("const", "default", "enum", "example", "mapping", "scopes", "value");

    private DocumentWalk() {}

    /** What is done at each object; it may change the object's members. */
    @FunctionalInterface
    interface Visitor {

        /** Visits an object whose members are keywords. */
        void visit(ObjectNode object, Pointer pointer);
    }

    /** Visits {@code node} and what it holds, owners before their members. */
    static void walk(JsonNode node, Pointer pointer, Visitor visitor) {
        if (node instanceof ObjectNode object) {
            visitor.visit(object, pointer);
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                Pointer place = pointer.child(member.getKey());
                if (NAMES.contains(member.getKey()) && member.getValue().isObject()) {
                    member.getValue()
                            .properties()
                            .forEach(named -> walk(named.getValue(), place.child(named.getKey()), visitor));
                } else if (!isData(member)) {
                    walk(member.getValue(), place, visitor);
                }
            }
        } else {
            for (int index = 0; index < node.size(); index++) {
                walk(node.get(index), pointer.child(index), visitor);
            }
        }
    }

    private static boolean isData(Map.Entry<String, JsonNode> member) {
        return DATA.contains(member.getKey())
                || member.getKey().startsWith("x-")
                || member.getKey().equals("examples");
    }
}
