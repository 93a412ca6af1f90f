package dev.parley.conformance.strict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds requests and answers against an OpenAPI document: everything that a request says has to be in the document, and
 * every answer has to be one that the document describes. Its schemas are compiled once; safe for use by many threads.
 */
public final class DocumentValidator {

    private static final String ERROR_SCHEMA = "ErrorResponse";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String name;
    private final ObjectNode document;
    private final List<Operation> operations;
    private final SchemaChecks schemas;
    private final QueryChecks query;

    /** Takes a document with all that it refers to. */
    public DocumentValidator(String name, ObjectNode document) {
        this.name = name;
        this.document = document;
        Map<String, JsonNode> inline = new LinkedHashMap<>();
        operations = Operation.all(document, inline);
        JsonNode components = document.required("components").required("schemas");
        for (String component : List.of(ERROR_SCHEMA, "InputItem", "ConversationItem")) {
            inline.put(component, components.required(component));
        }
        schemas = new SchemaChecks(document, inline);
        query = new QueryChecks(schemas);
    }

    /** What the suite calls the document. */
    public String name() {
        return name;
    }

    /** What JSON has against a component of the document. */
    public List<Violation> validate(String component, String json) {
        List<Violation> violations = new ArrayList<>();
        check(component, json, "body ", violations);
        return violations;
    }

    /** The {@code operationId} of a request; null if the document has no such operation. */
    public @Nullable String operation(String method, String target) {
        Operation found = find(method, target);
        return found == null ? null : found.id();
    }

    /**
     * Looks at a request.
     *
     * @param target path and query; a leading {@code /v1} is the server's
     * @param headers by their names in lower case
     */
    public List<Violation> validateRequest(
            String method, String target, Map<String, List<String>> headers, String body) {
        Operation operation = find(method, target);
        if (operation == null) {
            return List.of(Violation.error("path", "the document has no " + method + " " + path(target)));
        }
        List<Violation> violations = new ArrayList<>();
        query.check(operation, path(target), target, violations);
        checkAccept(operation, header(headers, "accept"), violations);
        JsonNode described = operation.node().path("requestBody");
        if (described.isMissingNode()) {
            if (!body.isEmpty()) {
                violations.add(Violation.error("body", "the operation takes none"));
            }
        } else if (body.isEmpty()) {
            if (described.path("required").booleanValue()) {
                violations.add(Violation.error("body", "the operation needs one"));
            }
        } else {
            String type = mediaType(header(headers, "content-type"));
            if (!described.required("content").has(type)) {
                violations.add(Violation.error("header content-type", "the operation does not take '" + type + "'"));
            }
            check(operation.id() + ".request", body, "body ", violations);
        }
        return violations;
    }

    /** Looks at the answer of a request. */
    public List<Violation> validateResponse(
            String method, String target, int status, Map<String, List<String>> headers, String body) {
        Operation operation = find(method, target);
        List<Violation> violations = new ArrayList<>();
        Map<String, String> answers = operation == null ? null : operation.answers(document, status);
        String type = mediaType(header(headers, "content-type"));
        if (answers == null) {
            if (status < 400) {
                violations.add(Violation.error("status", status + " is not in the document"));
                return violations;
            }
            answers = Map.of("application/json", ERROR_SCHEMA);
        }
        String schema = answers.get(type);
        if (schema != null && type.equals("text/event-stream")) {
            EventChecks.check(schemas, schema, body, violations);
        } else if (schema != null) {
            check(schema, body, "body ", violations);
        } else if (!answers.isEmpty()) {
            violations.add(Violation.error("header content-type", "the answer is not to be '" + type + "'"));
        }
        return violations;
    }

    private void check(String schema, String json, String place, List<Violation> violations) {
        JsonNode instance;
        try {
            instance = MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            violations.add(Violation.error(place, "no JSON: " + e.getOriginalMessage()));
            return;
        }
        if (instance.isMissingNode()) {
            violations.add(Violation.error(place, "empty"));
        } else {
            violations.addAll(schemas.check(schema, instance, place));
        }
    }

    private void checkAccept(Operation operation, String accept, List<Violation> violations) {
        Map<String, String> answers = operation.answers(document, 200);
        boolean any = accept.isEmpty() || accept.contains("*/*") || answers == null || answers.isEmpty();
        if (!any && answers.keySet().stream().noneMatch(accept::contains)) {
            violations.add(Violation.error("header accept", "'" + accept + "' is none of " + answers.keySet()));
        }
    }

    private @Nullable Operation find(String method, String target) {
        String path = path(target);
        for (Operation operation : operations) {
            if (operation.match(method, path) != null) {
                return operation;
            }
        }
        return null;
    }

    private static String path(String target) {
        String path = target.replaceFirst("\\?.*", "");
        return path.startsWith("/v1/") ? path.substring(3) : path;
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    private static String mediaType(String contentType) {
        return contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
