package dev.parley.benchmarks.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The document of the client as OpenAPI Generator can do something with it: the conversations alone, values of
 * discriminators mapped to their schemas, no default beside a choice or a reference, and no answers that are errors.
 */
final class PeerDocument {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final List<String> CHOICES = List.of("oneOf", "anyOf");

    private final ObjectNode schemas;

    private PeerDocument(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Writes what becomes of a document in YAML, as JSON. */
    static void write(Path document, Path made) throws IOException {
        ObjectNode whole = (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(document));
        ObjectNode paths = (ObjectNode) whole.get("paths");
        paths.properties().removeIf(path -> !path.getKey().startsWith("/conversations"));
        for (JsonNode path : paths) {
            for (JsonNode operation : path) {
                if (operation.get("responses") instanceof ObjectNode responses) {
                    responses
                            .properties()
                            .removeIf(response -> !response.getKey().startsWith("2"));
                }
            }
        }
        ObjectNode components = (ObjectNode) whole.get("components");
        PeerDocument peer = new PeerDocument((ObjectNode) components.get("schemas"));
        Set<String> reached = new HashSet<>();
        peer.reach(paths, reached);
        peer.schemas.properties().removeIf(schema -> !reached.contains(schema.getKey()));
        peer.change(whole);
        Files.write(made, new ObjectMapper().writeValueAsBytes(whole));
    }

    private void reach(JsonNode node, Set<String> reached) {
        JsonNode reference = node.get("$ref");
        if (reference != null && reference.isTextual() && reached.add(name(reference))) {
            reach(schemas.get(name(reference)), reached);
        }
        node.forEach(child -> reach(child, reached));
    }

    private void change(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.has("$ref") || CHOICES.stream().anyMatch(object::has)) {
                object.remove("default");
            }
            if (object.get("discriminator") instanceof ObjectNode discriminator) {
                map(object, discriminator);
            }
        }
        node.forEach(this::change);
    }

    private void map(ObjectNode union, ObjectNode discriminator) {
        String tag = discriminator.path("propertyName").asText();
        ObjectNode mapping = discriminator.putObject("mapping");
        for (String choice : CHOICES) {
            for (JsonNode variant : union.path(choice)) {
                if (variant.has("$ref")) {
                    for (JsonNode value : values(variant, tag)) {
                        mapping.set(value.asText(), variant.get("$ref"));
                    }
                }
            }
        }
    }

    private ArrayNode values(JsonNode schema, String tag) {
        JsonNode resolved = resolved(schema);
        JsonNode member = resolved(resolved.path("properties").path(tag));
        ArrayNode values = new ObjectMapper().createArrayNode();
        if (member.has("const")) {
            return values.add(member.get("const"));
        }
        if (member.get("enum") instanceof ArrayNode several) {
            return several;
        }
        for (String parts : List.of("allOf", "oneOf", "anyOf")) {
            resolved.path(parts).forEach(part -> values.addAll(values(part, tag)));
        }
        return values;
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? resolved(schemas.get(name(schema.get("$ref")))) : schema;
    }

    private static String name(JsonNode reference) {
        return reference.asText().substring(SCHEMAS.length());
    }
}
