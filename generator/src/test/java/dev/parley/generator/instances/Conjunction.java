package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Schemas that one value must fit all at once, without references and choices: those are drawn. */
final class Conjunction {

    private static final List<String> TYPES = List.of("object", "array", "string", "number", "boolean", "null");

    private final List<JsonNode> parts = new ArrayList<>();

    void add(JsonNode part) {
        parts.add(part);
    }

    boolean says(String keyword) {
        return parts.stream().anyMatch(part -> part.has(keyword));
    }

    /** Returns the values of a keyword, of each part that has it. */
    List<JsonNode> all(String keyword) {
        return parts.stream()
                .filter(part -> part.has(keyword))
                .map(part -> part.get(keyword))
                .toList();
    }

    /** Returns the types that every part allows; what the keywords are about where no part names one. */
    Set<String> types() {
        Set<String> allowed = null;
        for (JsonNode type : all("type")) {
            Set<String> named = new LinkedHashSet<>();
            if (type.isArray()) {
                type.forEach(one -> named.add(one.asText()));
            } else {
                named.add(type.asText());
            }
            allowed = allowed == null ? named : both(allowed, named);
        }
        if (allowed != null) {
            if (allowed.contains("number")) {
                allowed.remove("integer");
            }
            return allowed;
        }
        if (says("properties") || says("required") || says("additionalProperties") || says("patternProperties")) {
            return Set.of("object");
        }
        if (says("items") || says("prefixItems")) {
            return Set.of("array");
        }
        if (says("minLength") || says("maxLength") || says("pattern")) {
            return Set.of("string");
        }
        return says("minimum") || says("maximum") ? Set.of("number") : new LinkedHashSet<>(TYPES);
    }

    /** Returns whether nothing limits the value. */
    boolean isAnything() {
        return !says("type") && types().size() == TYPES.size();
    }

    private static Set<String> both(Set<String> one, Set<String> other) {
        Set<String> types = new LinkedHashSet<>();
        for (String type : one) {
            if (other.contains(type) || type.equals("integer") && other.contains("number")) {
                types.add(type);
            } else if (type.equals("number") && other.contains("integer")) {
                types.add("integer");
            }
        }
        return types;
    }

    /** Returns the values that every {@code enum} and {@code const} allows, or {@code null} if there is neither. */
    @Nullable
    List<JsonNode> values() {
        List<JsonNode> values = null;
        List<JsonNode> lists = new ArrayList<>(all("enum"));
        all("const")
                .forEach(value -> lists.add(JsonNodeFactory.instance.arrayNode().add(value)));
        for (JsonNode list : lists) {
            List<JsonNode> here = new ArrayList<>();
            list.forEach(here::add);
            if (values == null) {
                values = here;
            } else {
                values.removeIf(value -> here.stream().noneMatch(other -> JsonEquality.equal(value, other)));
            }
        }
        return values;
    }

    Set<String> required() {
        Set<String> required = new LinkedHashSet<>();
        all("required").forEach(list -> list.forEach(name -> required.add(name.asText())));
        return required;
    }

    /** Returns the schemas of the members that some part names, in the order of the document. */
    Map<String, List<JsonNode>> members() {
        Map<String, List<JsonNode>> members = new LinkedHashMap<>();
        parts.forEach(part -> part.path("properties")
                .fieldNames()
                .forEachRemaining(name -> members.computeIfAbsent(name, unused -> new ArrayList<>())));
        members.forEach((name, schemas) -> schemas.addAll(memberSchemas(name)));
        return members;
    }

    /** Returns all that the parts say about a member of this name. */
    List<JsonNode> memberSchemas(String name) {
        List<JsonNode> schemas = new ArrayList<>();
        for (JsonNode part : parts) {
            boolean known = part.path("properties").has(name);
            if (known) {
                schemas.add(part.path("properties").get(name));
            }
            for (Map.Entry<String, JsonNode> pattern :
                    part.path("patternProperties").properties()) {
                if (Pattern.compile(pattern.getKey()).matcher(name).find()) {
                    schemas.add(pattern.getValue());
                    known = true;
                }
            }
            for (String keyword : List.of("additionalProperties", "unevaluatedProperties")) {
                if (!known && part.has(keyword)) {
                    schemas.add(part.get(keyword));
                }
            }
        }
        return schemas;
    }

    /** Returns whether members of any other name may be there. */
    boolean isOpen() {
        return memberSchemas("\u0001").stream().noneMatch(schema -> schema.isBoolean() && !schema.booleanValue());
    }

    /** Returns the strictest of lower limits. */
    @Nullable
    BigDecimal least(String keyword) {
        return limit(keyword, BigDecimal::max);
    }

    /** Returns the strictest of upper limits. */
    @Nullable
    BigDecimal most(String keyword) {
        return limit(keyword, BigDecimal::min);
    }

    int least(String keyword, int otherwise) {
        BigDecimal limit = least(keyword);
        return limit == null ? otherwise : limit.intValue();
    }

    int most(String keyword, int otherwise) {
        BigDecimal limit = most(keyword);
        return limit == null
                ? otherwise
                : limit.min(BigDecimal.valueOf(otherwise)).intValue();
    }

    private @Nullable BigDecimal limit(String keyword, BinaryOperator<BigDecimal> stricter) {
        return all(keyword).stream()
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .reduce(stricter)
                .orElse(null);
    }

    /** Returns the value of a keyword in the first part that has it as a string, else an empty one. */
    String text(String keyword) {
        return all(keyword).stream()
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .findFirst()
                .orElse("");
    }
}
