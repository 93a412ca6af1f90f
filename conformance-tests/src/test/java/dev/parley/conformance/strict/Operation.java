package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document: how its requests are known, and the names under which {@link SchemaChecks} holds its
 * schemas.
 *
 * @param id its {@code operationId}
 * @param method the HTTP method
 * @param path the template of its path
 * @param pattern what matches the path
 * @param node the operation in the document
 * @param parameters its parameters, those of the path and of the query
 */
record Operation(String id, String method, String path, Pattern pattern, JsonNode node, List<Parameter> parameters) {

    /**
     * A parameter.
     *
     * @param name its name
     * @param in where it stands
     * @param required whether it must be there
     * @param schemaName the name of its schema
     * @param kind the type of its values, or of the elements of a list
     * @param list whether it may be there several times
     */
    record Parameter(String name, String in, boolean required, String schemaName, String kind, boolean list) {}

    /** Reads the operations of a document and adds the schemas that they hold by a name. */
    static List<Operation> all(JsonNode document, Map<String, JsonNode> schemas) {
        List<Operation> operations = new ArrayList<>();
        document.required("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> member.getValue().has("operationId"))
                        .forEach(member -> operations.add(
                                read(document, path.getKey(), member.getKey(), member.getValue(), schemas))));
        return operations;
    }

    private static Operation read(
            JsonNode document, String path, String method, JsonNode node, Map<String, JsonNode> schemas) {
        String id = node.required("operationId").textValue();
        List<Parameter> parameters = new ArrayList<>();
        List<JsonNode> described = new ArrayList<>();
        document.required("paths").required(path).path("parameters").forEach(described::add);
        node.path("parameters").forEach(described::add);
        for (JsonNode each : described) {
            parameters.add(parameter(id, resolved(document, each), document, schemas));
        }
        node.path("requestBody")
                .path("content")
                .properties()
                .forEach(content ->
                        schemas.put(id + ".request", content.getValue().required("schema")));
        node.required("responses")
                .properties()
                .forEach(response -> resolved(document, response.getValue())
                        .path("content")
                        .properties()
                        .forEach(content -> schemas.put(
                                id + "." + response.getKey() + "." + word(content.getKey()),
                                content.getValue().required("schema"))));
        Pattern pattern = Pattern.compile(path.replaceAll("\\{(\\w+)}", "([^/]+)"));
        return new Operation(id, method.toUpperCase(Locale.ROOT), path, pattern, node, parameters);
    }

    private static Parameter parameter(String id, JsonNode node, JsonNode document, Map<String, JsonNode> schemas) {
        String name = node.required("name").textValue();
        String schemaName = id + "." + name;
        JsonNode schema = node.required("schema");
        schemas.put(schemaName, schema);
        JsonNode value = resolved(document, schema);
        boolean list = value.path("type").asText().equals("array");
        JsonNode single = list ? resolved(document, value.required("items")) : value;
        return new Parameter(
                name,
                node.required("in").textValue(),
                node.path("required").booleanValue(),
                schemaName,
                single.required("type").textValue(),
                list);
    }

    static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    /** The values of the parameters of a path, encoded as they are; null if it is of another operation. */
    @Nullable
    Map<String, String> match(String requestMethod, String requestPath) {
        Matcher values = pattern.matcher(requestPath);
        if (!method.equals(requestMethod) || !values.matches()) {
            return null;
        }
        Map<String, String> found = new LinkedHashMap<>();
        Matcher names = Pattern.compile("\\{(\\w+)}").matcher(path);
        for (int i = 1; names.find(); i++) {
            found.put(names.group(1), values.group(i));
        }
        return found;
    }

    @Nullable
    Parameter parameter(String in, String name) {
        return parameters.stream()
                .filter(parameter -> parameter.in.equals(in) && parameter.name.equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The media types of an answer, by the names of their schemas; null if the document has no such status. */
    @Nullable
    Map<String, String> answers(JsonNode document, int status) {
        JsonNode responses = node.required("responses");
        String key = responses.has("" + status) ? "" + status : status / 100 + "XX";
        if (!responses.has(key)) {
            return null;
        }
        Map<String, String> answers = new HashMap<>();
        resolved(document, responses.get(key))
                .path("content")
                .fieldNames()
                .forEachRemaining(type -> answers.put(type, id + "." + key + "." + word(type)));
        return answers;
    }

    private static String word(String mediaType) {
        return mediaType.replaceAll("\\W", "_");
    }
}
