package dev.parley.generator.instances;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The component schemas of a document in plain JSON Schema 2020-12: what only OpenAPI has is rewritten where it stands.
 *
 * <p>{@code nullable: true} allows {@code null} whatever else the schema says and whatever the version: that is what
 * authors mean by it. A discriminator binds its member to the values that lead to the branch.
 */
final class SchemaTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "/components/schemas/";
    private static final String REF = "$ref";
    private static final Set<String> BY_NAME =
            Set.of("properties", "patternProperties", "$defs", "definitions", "dependentSchemas");
    private static final Set<String> LISTS = Set.of("oneOf", "anyOf", "allOf", "prefixItems");
    private static final Set<String> SINGLE = Set.of(
            "items",
            "additionalProperties",
            "not",
            "propertyNames",
            "contains",
            "if",
            "then",
            "else",
            "unevaluatedProperties",
            "unevaluatedItems",
            InheritedSchemas.OWN);

    private final ObjectNode root;
    private final boolean openApi30;

    private SchemaTree(ObjectNode document) {
        this.openApi30 = document.path("openapi").asText().startsWith("3.0");
        this.root = NODES.objectNode();
        JsonNode schemas = document.path("components").path("schemas").deepCopy();
        root.putObject("components").set("schemas", schemas.isObject() ? schemas : NODES.objectNode());
    }

    /** Takes a whole document, which stays as it is. */
    static SchemaTree of(ObjectNode document) {
        SchemaTree tree = new SchemaTree(document);
        new InheritedSchemas(tree).spell();
        for (String name : tree.components()) {
            tree.rewrite(tree.component(name), name);
        }
        return tree;
    }

    /** Returns the tree, with the schemas where a document has them. */
    ObjectNode root() {
        return root;
    }

    /** Returns the names of the component schemas, in the order of the document. */
    List<String> components() {
        List<String> names = new ArrayList<>();
        root.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    JsonNode component(String name) {
        return root.path("components").path("schemas").path(name);
    }

    /** Returns what stands at a JSON pointer, missing if nothing does. */
    JsonNode at(String pointer) {
        return root.at(JsonPointer.compile(pointer));
    }

    static String pointer(String component) {
        return COMPONENTS + component.replace("~", "~0").replace("/", "~1");
    }

    /** Returns what a reference leads to. */
    JsonNode target(JsonNode schema) {
        String reference = schema.path(REF).asText();
        JsonNode target = reference.startsWith("#/")
                ? at(URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8))
                : NODES.missingNode();
        if (target.isMissingNode()) {
            throw new Impossible("reference " + reference);
        }
        return target;
    }

    private void rewrite(JsonNode node, String component) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        for (Map.Entry<String, JsonNode> keyword : List.copyOf(schema.properties())) {
            if (BY_NAME.contains(keyword.getKey())) {
                keyword.getValue().forEach(child -> rewrite(child, component));
            } else if (LISTS.contains(keyword.getKey())) {
                keyword.getValue().forEach(child -> rewrite(child, component));
            } else if (SINGLE.contains(keyword.getKey())) {
                rewrite(keyword.getValue(), component);
            }
        }
        if (schema.has("$recursiveRef")) {
            schema.remove("$recursiveRef");
            schema.put(REF, "#" + pointer(component));
        }
        if (openApi30) {
            dropSiblings(schema);
            exclusive(schema, "minimum", "exclusiveMinimum");
            exclusive(schema, "maximum", "exclusiveMaximum");
        }
        List.of("oneOf", "anyOf").forEach(keyword -> dropEmpty(schema, keyword));
        elements(schema);
        bindTags(schema);
        if (schema.path("nullable").asBoolean()) {
            allowNull(schema);
        }
    }

    /** Beside a reference, OpenAPI 3.0 knows nothing; {@code nullable} is meant nonetheless. */
    private static void dropSiblings(ObjectNode schema) {
        if (schema.has(REF)) {
            schema.retain(REF, "nullable");
        }
    }

    /** A choice between nothing is no JSON Schema, and says nothing. */
    private static void dropEmpty(ObjectNode schema, String keyword) {
        if (schema.has(keyword) && schema.get(keyword).isEmpty()) {
            schema.remove(keyword);
        }
    }

    /** Where no other schema has a say, elements are evaluated by those at their places or by what must be contained. */
    private static void elements(ObjectNode schema) {
        boolean alone =
                List.of(REF, "allOf", "oneOf", "anyOf", "if", "items").stream().noneMatch(schema::has);
        if (!alone || !schema.has("unevaluatedItems")) {
            return;
        }
        JsonNode rest = schema.remove("unevaluatedItems");
        if (schema.has("contains")) {
            schema.putObject("items")
                    .putArray("anyOf")
                    .add(schema.get("contains").deepCopy())
                    .add(rest);
        } else {
            schema.set("items", rest);
        }
    }

    private static void exclusive(ObjectNode schema, String limit, String flag) {
        if (schema.path(flag).isBoolean()) {
            boolean exclusive = schema.remove(flag).booleanValue();
            if (exclusive && schema.has(limit)) {
                schema.set(flag, schema.remove(limit));
            }
        }
    }

    /** Binds the member of a discriminator to the values that lead to each branch of the choice. */
    void bindTags(ObjectNode schema) {
        String member = schema.path("discriminator").path("propertyName").asText();
        JsonNode branches = schema.has("oneOf") ? schema.get("oneOf") : schema.path("anyOf");
        if (member.isEmpty() || !(branches instanceof ArrayNode list)) {
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            ArrayNode values = tagValues(schema.path("discriminator").path("mapping"), list.get(i));
            if (!values.isEmpty() && !knowsItsTag(list.get(i), member, 0)) {
                ObjectNode bound = NODES.objectNode();
                ObjectNode tag = bound.putArray("allOf").add(list.get(i)).addObject();
                tag.putObject("properties").putObject(member).set("enum", values);
                tag.putArray("required").add(member);
                list.set(i, bound);
            }
        }
    }

    static ArrayNode tagValues(JsonNode mapping, JsonNode branch) {
        ArrayNode values = NODES.arrayNode();
        String reference = branch.path(REF).asText();
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        mapping.properties().forEach(entry -> {
            String target = entry.getValue().asText();
            if (target.equals(reference) || target.equals(name)) {
                values.add(entry.getKey());
            }
        });
        return values.isEmpty() && !name.isEmpty() ? values.add(name) : values;
    }

    /** A constant in the branch says more than the mapping, which many documents get wrong. */
    private boolean knowsItsTag(JsonNode branch, String member, int depth) {
        JsonNode tag = branch.path("properties").path(member);
        while (tag.has(REF)) {
            tag = target(tag);
        }
        if (tag.has("const") || tag.has("enum")) {
            return true;
        }
        if (branch.has(REF)) {
            return depth < 20 && knowsItsTag(target(branch), member, depth + 1);
        }
        for (String list : LISTS) {
            for (JsonNode part : branch.path(list)) {
                if (knowsItsTag(part, member, depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void allowNull(ObjectNode schema) {
        schema.remove("nullable");
        JsonNode type = schema.get("type");
        if (type != null && type.isTextual()) {
            schema.putArray("type").add(type).add("null");
        } else if (type instanceof ArrayNode types && !contains(types, "null")) {
            types.add("null");
        }
        if (schema.get("enum") instanceof ArrayNode values) {
            values.addNull();
        }
        if (schema.has("const")) {
            schema.putArray("enum").add(schema.remove("const")).addNull();
        }
        boolean choice = false;
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (schema.get(keyword) instanceof ArrayNode branches) {
                branches.addObject().put("type", "null");
                choice = true;
            }
        }
        for (String keyword : List.of(REF, "allOf")) {
            if (schema.has(keyword) && !choice) {
                ObjectNode part = NODES.objectNode();
                part.set(keyword, schema.remove(keyword));
                schema.putArray("anyOf").add(part).addObject().put("type", "null");
            }
        }
    }

    private static boolean contains(ArrayNode values, String text) {
        for (JsonNode value : values) {
            if (value.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }
}
