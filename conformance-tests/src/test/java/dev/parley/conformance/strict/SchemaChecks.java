package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds JSON against the schemas of a document: the components, and those of operations, which get names here. */
final class SchemaChecks {

    private static final String BASE = "https://parley.example/";
    private static final int LONGEST = 300;
    private static final Pattern COMPONENT = Pattern.compile("#/components/schemas/([^/]+)");
    private static final String COMPONENTS = "#/components/schemas/";

    private final ObjectNode root;
    private final UnknownMembers unknownMembers;
    private final Map<String, JsonNode> plain = new HashMap<>();
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final SchemaRegistry registry;

    /**
     * Takes the schemas of a document.
     *
     * @param document the document, which stays as it is
     * @param inline schemas that are no components, by the names that they get
     */
    SchemaChecks(ObjectNode document, Map<String, JsonNode> inline) {
        root = document;
        Shapes shapes = new Shapes(root);
        unknownMembers = new UnknownMembers(shapes);
        SchemaRewriting rewriting = new SchemaRewriting(shapes);
        inline.forEach(plain::put);
        inline.values().forEach(this::addReached);
        ObjectNode rewritten = JsonNodeFactory.instance.objectNode();
        ObjectNode components = rewritten.putObject("components").putObject("schemas");
        plain.forEach((name, schema) -> components.set(name, rewriting.rewrite(name, schema)));
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(BASE + "document", rewritten.toString())));
    }

    /** What an instance has against a schema, and the members that the schema does not name. */
    List<Violation> check(String name, JsonNode instance, String place) {
        List<Violation> violations = new ArrayList<>();
        legible(compiled(name).validate(instance), 0)
                .forEach(error -> violations.add(Violation.error(place + error.getInstanceLocation(), message(error))));
        unknownMembers.add(plain.get(name), instance, place, violations);
        return violations;
    }

    private Schema compiled(String name) {
        if (!plain.containsKey(name)) {
            throw new IllegalArgumentException("no schema " + name);
        }
        return compiled.computeIfAbsent(
                name, key -> registry.getSchema(SchemaLocation.of(BASE + "document" + COMPONENTS + key)));
    }

    private void addReached(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        if (reference.isTextual() && reference.textValue().startsWith(COMPONENTS)) {
            add(reference.textValue().substring(COMPONENTS.length()));
        }
        schema.forEach(this::addReached);
    }

    private void add(String component) {
        if (!plain.containsKey(component)) {
            JsonNode schema = root.required("components").required("schemas").required(component);
            plain.put(component, schema);
            addReached(schema);
        }
    }

    /** Of a choice that no branch of fits, keeps what the nearest branch has against the instance. */
    private static List<Error> legible(List<Error> errors, int from) {
        List<Error> result = new ArrayList<>();
        Map<String, Map<String, List<Error>>> choices = new TreeMap<>();
        for (Error error : errors) {
            int choice = indexOf(error, "anyOf", from);
            if (choice < 0 || choice + 1 >= error.getEvaluationPath().getNameCount()) {
                result.add(error);
            } else {
                String branch = String.valueOf(error.getEvaluationPath().getElement(choice + 1));
                choices.computeIfAbsent(prefix(error, choice), key -> new TreeMap<>())
                        .computeIfAbsent(branch, key -> new ArrayList<>())
                        .add(error);
            }
        }
        choices.forEach((prefix, branches) -> branches.values().stream()
                .map(branch -> legible(branch, depth(prefix) + 2))
                .min(SchemaChecks::byDistance)
                .ifPresent(result::addAll));
        return result;
    }

    private static int byDistance(List<Error> one, List<Error> other) {
        return Integer.compare(distance(one), distance(other));
    }

    /** A branch that is for another type is far away. */
    private static int distance(List<Error> errors) {
        return errors.stream()
                .mapToInt(error -> error.getInstanceLocation().toString().endsWith("/type") ? 10 : 1)
                .sum();
    }

    private static int indexOf(Error error, String keyword, int from) {
        for (int i = from; i < error.getEvaluationPath().getNameCount(); i++) {
            if (keyword.equals(String.valueOf(error.getEvaluationPath().getElement(i)))) {
                return i;
            }
        }
        return -1;
    }

    private static String prefix(Error error, int length) {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; i < length; i++) {
            prefix.append('/').append(error.getEvaluationPath().getElement(i));
        }
        return prefix.toString();
    }

    private static int depth(String prefix) {
        return (int) prefix.chars().filter(c -> c == '/').count();
    }

    /** What is wrong, and the component that says so. */
    private static String message(Error error) {
        String message = error.getMessage();
        Matcher component = COMPONENT.matcher(String.valueOf(error.getSchemaLocation()));
        return (message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message)
                + (component.find() ? " [" + component.group(1) + "]" : "");
    }
}
