package dev.parley.benchmarks.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document that holds another several times over: each copy has schemas and paths under names of its own. */
final class GrownDocument {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GrownDocument() {}

    /** Writes {@code copies} of a document, YAML or JSON, into one, as JSON. */
    static void write(Path document, int copies, Path grown) throws IOException {
        ObjectMapper reader = document.toString().endsWith(".json") ? JSON : new ObjectMapper(new YAMLFactory());
        ObjectNode whole = (ObjectNode) reader.readTree(Files.readAllBytes(document));
        ObjectNode paths = JSON.createObjectNode();
        ObjectNode schemas = JSON.createObjectNode();
        for (int copy = 0; copy < copies; copy++) {
            String name = copy == 0 ? "" : "Copy" + copy;
            String path = copy == 0 ? "" : "/copy" + copy;
            whole.path("paths")
                    .properties()
                    .forEach(one -> paths.set(path + one.getKey(), renamed(one.getValue(), name)));
            whole.path("components")
                    .path("schemas")
                    .properties()
                    .forEach(one -> schemas.set(name + one.getKey(), renamed(one.getValue(), name)));
        }
        whole.set("paths", paths);
        ((ObjectNode) whole.path("components")).set("schemas", schemas);
        Files.write(grown, JSON.writeValueAsBytes(whole));
    }

    private static JsonNode renamed(JsonNode node, String name) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = JSON.createObjectNode();
            object.properties()
                    .forEach(member -> copy.set(
                            member.getKey(),
                            member.getKey().equals("operationId")
                                    ? new TextNode(member.getValue().asText() + name)
                                    : renamed(member.getValue(), name)));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = JSON.createArrayNode();
            array.forEach(element -> copy.add(renamed(element, name)));
            return copy;
        }
        boolean isReference = node.isTextual() && node.asText().startsWith(SCHEMAS);
        return isReference ? new TextNode(SCHEMAS + name + node.asText().substring(SCHEMAS.length())) : node;
    }
}
