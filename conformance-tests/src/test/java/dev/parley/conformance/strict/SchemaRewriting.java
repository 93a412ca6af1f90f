package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conformance.strict.Shapes.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns schemas of an OpenAPI document into JSON Schema that says the same and is quick and legible. A choice first asks
 * for the kind and the {@code type} of the instance, so that one branch is looked at and its mistakes are reported, not
 * those of thirty. What differs from the letter of the document:
 *
 * <ul>
 *   <li>{@code oneOf} is read as {@code anyOf}: a message with its content as a list is both of the two forms that the
 *       input allows, which nobody means to forbid;
 *   <li>a schema that has {@code properties} and no {@code type} is one of objects, as everywhere meant;
 *   <li>{@code nullable} counts, although 3.1 has none: the official document still uses it;
 *   <li>{@code $recursiveRef}, of an older JSON Schema, is a reference to the component that it is in.
 * </ul>
 */
final class SchemaRewriting {

    private static final Set<String> KEPT = Set.of(
            "$ref",
            "type",
            "enum",
            "const",
            "required",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf",
            "minLength",
            "maxLength",
            "pattern",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    private static final Set<String> WITH_A_SCHEMA = Set.of("items", "additionalProperties", "propertyNames", "not");

    private static final Set<String> SAYING_NOTHING = Set.of(
            "$recursiveAnchor",
            "default",
            "deprecated",
            "description",
            "discriminator",
            "example",
            "examples",
            "externalDocs",
            "format",
            "nullable",
            "oneOf",
            "readOnly",
            "title",
            "writeOnly",
            "xml");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Shapes shapes;
    private String component = "";

    SchemaRewriting(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Rewrites a schema that stands in a component, or is to become one, of this name. */
    ObjectNode rewrite(String name, JsonNode schema) {
        component = name;
        return rewritten(schema);
    }

    private ObjectNode rewritten(JsonNode schema) {
        ObjectNode result = NODES.objectNode();
        schema.properties().forEach(keyword -> copy(keyword.getKey(), keyword.getValue(), result));
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                addAll(result, choice(schema.get(choice)));
            }
        }
        if (schema.has("properties") && !schema.has("type")) {
            result.put("type", "object");
        }
        if (!schema.path("nullable").booleanValue()) {
            return result;
        }
        ObjectNode nullable = NODES.objectNode();
        nullable.putArray("anyOf").add(result).add(NODES.objectNode().put("type", "null"));
        return nullable;
    }

    private void copy(String keyword, JsonNode value, ObjectNode result) {
        if (KEPT.contains(keyword)) {
            result.set(keyword, value.deepCopy());
        } else if (WITH_A_SCHEMA.contains(keyword)) {
            result.set(keyword, value.isBoolean() ? value : rewritten(value));
        } else if (keyword.equals("properties")) {
            ObjectNode members = result.putObject(keyword);
            value.properties().forEach(member -> members.set(member.getKey(), rewritten(member.getValue())));
        } else if (keyword.equals("allOf")) {
            value.forEach(part -> addAll(result, List.of(rewritten(part))));
        } else if (keyword.equals("$recursiveRef")) {
            result.put("$ref", "#/components/schemas/" + component);
        } else if (!keyword.equals("anyOf") && !SAYING_NOTHING.contains(keyword) && !keyword.startsWith("x-")) {
            throw new IllegalStateException(component + " has a keyword that is not understood: " + keyword);
        }
    }

    private static void addAll(ObjectNode result, List<ObjectNode> parts) {
        parts.forEach(result.withArray("allOf")::add);
    }

    private List<ObjectNode> choice(JsonNode branches) {
        Map<Shape, List<JsonNode>> byShape = new LinkedHashMap<>();
        List<JsonNode> anyObject = new ArrayList<>();
        for (JsonNode branch : branches) {
            for (Shape shape : shapes.of(branch)) {
                if (shape.isAnyObject()) {
                    anyObject.add(branch);
                } else {
                    byShape.computeIfAbsent(shape, key -> new ArrayList<>()).add(branch);
                }
            }
        }
        List<ObjectNode> parts = new ArrayList<>(List.of(frame(byShape.keySet(), !anyObject.isEmpty())));
        byShape.forEach((shape, fitting) -> {
            if (shape.tagged()) {
                fitting.addAll(anyObject);
            }
            parts.add(conditional(guard(shape), fitting));
        });
        if (!anyObject.isEmpty()) {
            parts.add(conditional(anyOther(byShape.keySet()), anyObject));
        }
        return parts;
    }

    /** What an instance of any branch is: of a kind that there is, with a tag that there is. */
    private static ObjectNode frame(Set<Shape> shapes, boolean anyObject) {
        Set<String> kinds = new LinkedHashSet<>(anyObject ? Set.of("object") : Set.of());
        shapes.forEach(shape -> kinds.add(shape.kind()));
        ObjectNode frame = NODES.objectNode();
        kinds.forEach(frame.putArray("type")::add);
        if (!anyObject && kinds.contains("object")) {
            ArrayNode tags = frame.putObject("properties").putObject(Shapes.TAG).putArray("enum");
            tags(shapes).forEach(tags::add);
            if (shapes.contains(Shape.untagged())) {
                tags.addNull();
            } else {
                frame.putArray("required").add(Shapes.TAG);
            }
        }
        return frame;
    }

    private static ObjectNode guard(Shape shape) {
        ObjectNode guard = NODES.objectNode().put("type", shape.kind());
        if (shape.equals(Shape.untagged())) {
            ObjectNode tagged = guard.putObject("not");
            tagged.putArray("required").add(Shapes.TAG);
            tagged.putObject("properties")
                    .putObject(Shapes.TAG)
                    .putObject("not")
                    .put("type", "null");
        } else if (shape.tagged()) {
            guard.putObject("properties").putObject(Shapes.TAG).put("const", shape.tag());
            guard.putArray("required").add(Shapes.TAG);
        }
        return guard;
    }

    /** An object that none of the tags is for. */
    private static ObjectNode anyOther(Set<Shape> shapes) {
        ObjectNode guard = NODES.objectNode().put("type", "object");
        ArrayNode not = guard.putArray("allOf");
        for (Shape shape : shapes) {
            if (shape.tagged()) {
                not.addObject().set("not", guard(shape));
            }
        }
        if (not.isEmpty()) {
            guard.remove("allOf");
        }
        return guard;
    }

    private static Set<String> tags(Set<Shape> shapes) {
        Set<String> tags = new LinkedHashSet<>();
        shapes.stream().filter(shape -> !shape.tag().isEmpty()).forEach(shape -> tags.add(shape.tag()));
        return tags;
    }

    private ObjectNode conditional(ObjectNode guard, List<JsonNode> branches) {
        ObjectNode conditional = NODES.objectNode();
        conditional.set("if", guard);
        if (branches.size() == 1) {
            conditional.set("then", rewritten(branches.get(0)));
        } else {
            ArrayNode choice = conditional.putObject("then").putArray("anyOf");
            branches.forEach(branch -> choice.add(rewritten(branch)));
        }
        return conditional;
    }
}
