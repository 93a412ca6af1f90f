package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands beside {@code $ref} in a schema: in 3.1 it counts, and goes into an {@code allOf} with the reference where
 * it says more than prose; in 3.0 it does not, which is worth a warning where the author seems to think otherwise.
 */
final class RefSiblings {

    private static final Set<String> REMARKS = Set.of(
            "title",
            "description",
            "summary",
            "deprecated",
            "default",
            "example",
            "examples",
            "readOnly",
            "writeOnly",
            "externalDocs",
            "xml",
            "nullable",
            "$comment",
            "$schema");

    /** Beside a reference these say what it says, as a rule. */
    private static final Set<String> HARMLESS = Set.of("type", "format");

    private final JsonNode schemas;
    private final Diagnostics diagnostics;

    RefSiblings(ObjectNode document, Diagnostics diagnostics) {
        this.schemas = document.path("components").path("schemas");
        this.diagnostics = diagnostics;
    }

    /** Combines, in a schema of OpenAPI 3.1, a reference with what stands beside it. */
    void combine(ObjectNode schema) {
        JsonNode reference = schema.path(Reference.REF);
        if (!reference.isTextual() || schema.size() == 1) {
            return;
        }
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : schema.properties()) {
            if (!isRemark(member.getKey()) && !member.getKey().equals(Reference.REF)) {
                rest.set(member.getKey(), member.getValue());
            }
        }
        schema.remove(List.copyOf(names(rest)));
        if (rest.has("type")
                && rest.get("type").equals(meant(reference.textValue()).get("type"))) {
            rest.remove("type");
        }
        if (rest.isEmpty()) {
            return;
        }
        ArrayNode parts = JsonNodeFactory.instance.arrayNode();
        parts.addObject().set(Reference.REF, reference);
        if (rest.get("allOf") instanceof ArrayNode others) {
            parts.addAll(others);
            rest.remove("allOf");
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        schema.remove(Reference.REF);
        schema.set("allOf", parts);
    }

    /** Reports what OpenAPI 3.0 ignores although it would change what is generated. */
    void report(ObjectNode schema, String place) {
        if (!schema.path(Reference.REF).isTextual()) {
            return;
        }
        for (String name : names(schema)) {
            boolean matters = name.equals("nullable")
                    ? schema.get(name).asBoolean()
                    : name.startsWith("x-")
                            || !isRemark(name) && !HARMLESS.contains(name) && !name.equals(Reference.REF);
            if (matters) {
                diagnostics.warning(
                        "ref-sibling",
                        place + "/" + Pointer.escaped(name),
                        "OpenAPI 3.0 ignores what stands beside $ref",
                        "wrap the $ref in allOf, or declare openapi: 3.1.0");
            }
        }
    }

    /** Returns the schema of the document that a rewritten reference means, past those that only refer on. */
    private JsonNode meant(String reference) {
        JsonNode schema = named(reference);
        for (int hops = 0; hops < 10 && schema.path(Reference.REF).isTextual(); hops++) {
            schema = named(schema.path(Reference.REF).textValue());
        }
        return schema;
    }

    private JsonNode named(String reference) {
        String name = reference.substring(reference.lastIndexOf('/') + 1);
        return schemas.path(name.replace("~1", "/").replace("~0", "~").replace("%25", "%"));
    }

    private static boolean isRemark(String name) {
        return REMARKS.contains(name) || name.startsWith("x-");
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
