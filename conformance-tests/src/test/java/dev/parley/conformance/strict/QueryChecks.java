package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conformance.strict.Operation.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the parameters of a request. A list comes under its name, or under its name and brackets, once for each
 * element: the documents do not say so, official clients send the brackets and servers read them.
 */
final class QueryChecks {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern ESCAPES = Pattern.compile("([^%]|%[0-9a-fA-F]{2})*");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final String BRACKETS = "[]";

    private final SchemaChecks schemas;

    QueryChecks(SchemaChecks schemas) {
        this.schemas = schemas;
    }

    void check(Operation operation, String path, String target, List<Violation> violations) {
        Objects.requireNonNull(operation.match(operation.method(), path)).forEach((name, value) -> {
            Parameter parameter = operation.parameter("path", name);
            if (parameter == null) {
                violations.add(Violation.error("path " + name, "the document does not describe it"));
            } else {
                checkValues(parameter, List.of(value), violations);
            }
        });
        Map<String, List<String>> query = query(target);
        query.forEach((name, values) -> {
            Parameter parameter = operation.parameter("query", bare(name));
            if (parameter == null || !parameter.list() && name.endsWith(BRACKETS)) {
                violations.add(Violation.error("query " + name, "the operation has no such parameter"));
            } else {
                checkValues(parameter, values, violations);
            }
        });
        for (Parameter parameter : operation.parameters()) {
            boolean given = query.keySet().stream().anyMatch(name -> bare(name).equals(parameter.name()));
            if (parameter.in().equals("query") && parameter.required() && !given) {
                violations.add(Violation.error("query " + parameter.name(), "it is required"));
            }
        }
    }

    private void checkValues(Parameter parameter, List<String> encoded, List<Violation> violations) {
        String place = parameter.in() + " " + parameter.name();
        ArrayNode values = NODES.arrayNode();
        for (String each : encoded) {
            JsonNode value = ESCAPES.matcher(each).matches() ? value(parameter.kind(), decoded(each)) : null;
            if (value == null) {
                violations.add(Violation.error(place, "'" + each + "' is no " + parameter.kind()));
                return;
            }
            values.add(value);
        }
        if (parameter.list()) {
            violations.addAll(schemas.check(parameter.schemaName(), values, place));
        } else if (values.size() == 1) {
            violations.addAll(schemas.check(parameter.schemaName(), values.get(0), place));
        } else {
            violations.add(Violation.error(place, "it is there " + values.size() + " times"));
        }
    }

    private static @Nullable JsonNode value(String kind, String text) {
        return switch (kind) {
            case "string" -> NODES.textNode(text);
            case "integer" -> INTEGER.matcher(text).matches() ? NODES.numberNode(Long.parseLong(text)) : null;
            case "boolean" ->
                text.equals("true") || text.equals("false") ? NODES.booleanNode(text.equals("true")) : null;
            default -> throw new IllegalStateException("no parameter so far is a " + kind);
        };
    }

    private static Map<String, List<String>> query(String target) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        int start = target.indexOf('?');
        if (start >= 0) {
            for (String pair : target.substring(start + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                query.computeIfAbsent(decoded(parts[0]), key -> new ArrayList<>())
                        .add(parts.length == 2 ? parts[1] : "");
            }
        }
        return query;
    }

    private static String bare(String name) {
        return name.endsWith(BRACKETS) ? name.substring(0, name.length() - BRACKETS.length()) : name;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
