package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds members that no schema of their object names, which JSON Schema itself has nothing against. */
final class UnknownMembers {

    private static final String UNNAMED = "additionalProperties";

    private final Shapes shapes;

    UnknownMembers(Shapes shapes) {
        this.shapes = shapes;
    }

    void add(JsonNode schema, JsonNode instance, String place, List<Violation> violations) {
        visit(List.of(schema), instance, place, violations);
    }

    private void visit(List<JsonNode> schemas, JsonNode instance, String place, List<Violation> violations) {
        if (!instance.isContainerNode() || schemas.isEmpty()) {
            return;
        }
        List<JsonNode> all = new ArrayList<>();
        schemas.forEach(schema -> flatten(schema, instance, all));
        if (instance.isArray()) {
            List<JsonNode> items = keyword(all, "items");
            for (int i = 0; i < instance.size(); i++) {
                visit(items, instance.get(i), place + "/" + i, violations);
            }
            return;
        }
        boolean named =
                all.stream().anyMatch(schema -> !schema.path("properties").isEmpty());
        List<JsonNode> unnamed = keyword(all, UNNAMED);
        for (Map.Entry<String, JsonNode> member : instance.properties()) {
            List<JsonNode> own = keyword(keyword(all, "properties"), member.getKey());
            if (!own.isEmpty()) {
                visit(own, member.getValue(), place + "/" + member.getKey(), violations);
            } else if (!unnamed.isEmpty()) {
                visit(schemasOf(unnamed), member.getValue(), place + "/" + member.getKey(), violations);
            } else if (named && !isRequired(all, member.getKey())) {
                violations.add(Violation.unknownMember(place, member.getKey()));
            }
        }
    }

    /** Adds a schema and all that it is put together of, of choices the branches that may be meant. */
    private void flatten(JsonNode schema, JsonNode instance, List<JsonNode> all) {
        all.add(schema);
        if (schema.has("$ref")) {
            flatten(shapes.target(schema.get("$ref").textValue()), instance, all);
        }
        schema.path("allOf").forEach(part -> flatten(part, instance, all));
        for (String choice : List.of("anyOf", "oneOf")) {
            for (JsonNode branch : schema.path(choice)) {
                if (shapes.fits(branch, instance)) {
                    flatten(branch, instance, all);
                }
            }
        }
    }

    /** A member that is required is named, too, described or not. */
    private static boolean isRequired(List<JsonNode> schemas, String name) {
        for (JsonNode schema : schemas) {
            for (JsonNode required : schema.path("required")) {
                if (required.textValue().equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<JsonNode> keyword(List<JsonNode> schemas, String name) {
        return schemas.stream()
                .filter(schema -> schema.has(name))
                .map(schema -> schema.get(name))
                .toList();
    }

    private static List<JsonNode> schemasOf(List<JsonNode> unnamed) {
        return unnamed.stream().filter(JsonNode::isObject).toList();
    }
}
