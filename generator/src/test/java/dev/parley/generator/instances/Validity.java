package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a value is an instance of a schema. Says the same as a validator of another author does, which
 * {@link InstanceGeneratorTest} holds it to, but reads a large document once.
 *
 * <p>{@code oneOf} counts as {@code anyOf}: documents write the one and mean the other, and whether two branches
 * fit is not for a client to judge. {@code format} is no limit, {@code unevaluatedProperties} is not looked at.
 */
final class Validity {

    private final SchemaTree tree;
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    Validity(SchemaTree tree) {
        this.tree = tree;
    }

    /** Returns whether there is a schema at a place; the generator moves some that it makes of several. */
    boolean knows(String pointer) {
        return !tree.at(pointer).isMissingNode();
    }

    /** Returns what is wrong with a value, or {@code null} if it is an instance. */
    @Nullable
    String problem(String pointer, JsonNode value) {
        return problem(tree.at(pointer), value, "$");
    }

    /** Returns whether a value is an instance of a schema of the tree. */
    boolean fits(JsonNode schema, JsonNode value) {
        return problem(schema, value, "") == null;
    }

    private @Nullable String problem(JsonNode schema, JsonNode value, String path) {
        if (!schema.isObject()) {
            return schema.isBoolean() && !schema.booleanValue() ? path + ": nothing fits" : null;
        }
        String found = schema.has("$ref") ? problem(tree.target(schema), value, path) : null;
        for (JsonNode part : schema.path("allOf")) {
            found = found == null ? problem(part, value, path) : found;
        }
        if (found != null) {
            return found;
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            if (schema.has(keyword) && !any(schema.get(keyword), branch -> fits(branch, value))) {
                return path + ": fits no branch of " + keyword;
            }
        }
        if (schema.has("not") && fits(schema.get("not"), value)) {
            return path + ": fits not";
        }
        if (schema.has("if") && !fits(schema.path(fits(schema.get("if"), value) ? "then" : "else"), value)) {
            return path + ": then or else";
        }
        if (schema.has("enum") && !any(schema.get("enum"), listed -> JsonEquality.equal(listed, value))
                || schema.has("const") && !JsonEquality.equal(schema.get("const"), value)) {
            return path + ": is none of the values";
        }
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            return path + ": is no " + schema.get("type");
        }
        return switch (value.getNodeType()) {
            case STRING -> text(schema, value.textValue(), path);
            case NUMBER -> number(schema, value.decimalValue()) ? null : path + ": limits";
            case ARRAY -> array(schema, value, path);
            case OBJECT -> object(schema, value, path);
            default -> null;
        };
    }

    private static boolean any(JsonNode list, Predicate<JsonNode> holds) {
        for (JsonNode element : list) {
            if (holds.test(element)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        return type.isArray() ? any(type, one -> isType(one.asText(), value)) : isType(type.asText(), value);
    }

    private static boolean isType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
            default -> false;
        };
    }

    private static boolean number(JsonNode schema, BigDecimal value) {
        return compare(schema, "minimum", value) >= 0
                && compare(schema, "maximum", value) <= 0
                && (!schema.path("exclusiveMinimum").isNumber() || compare(schema, "exclusiveMinimum", value) > 0)
                && (!schema.path("exclusiveMaximum").isNumber() || compare(schema, "exclusiveMaximum", value) < 0)
                && (!schema.has("multipleOf")
                        || value.remainder(schema.get("multipleOf").decimalValue())
                                        .signum()
                                == 0);
    }

    private static int compare(JsonNode schema, String keyword, BigDecimal value) {
        return schema.path(keyword).isNumber()
                ? value.compareTo(schema.get(keyword).decimalValue())
                : 0;
    }

    private @Nullable String text(JsonNode schema, String value, String path) {
        boolean fits = sized(schema, "Length", value.codePointCount(0, value.length()))
                && (!schema.has("pattern")
                        || pattern(schema.get("pattern").asText())
                                .matcher(value)
                                .find());
        return fits ? null : path + ": length or pattern";
    }

    private static boolean sized(JsonNode schema, String what, int size) {
        return size >= schema.path("min" + what).asInt(0)
                && size <= schema.path("max" + what).asInt(Integer.MAX_VALUE);
    }

    private Pattern pattern(String regex) {
        return patterns.computeIfAbsent(regex, Pattern::compile);
    }

    private @Nullable String array(JsonNode schema, JsonNode array, String path) {
        if (!sized(schema, "Items", array.size())) {
            return path + ": number of elements";
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < array.size(); i++) {
            JsonNode element = array.get(i);
            JsonNode items = schema.path("prefixItems").has(i)
                    ? schema.get("prefixItems").get(i)
                    : schema.path("items");
            String found = problem(items, element, path + "[" + i + "]");
            if (found != null) {
                return found;
            }
            if (!seen.add(element.toString()) && schema.path("uniqueItems").asBoolean()) {
                return path + ": elements are not unique";
            }
        }
        return contains(schema, array) ? null : path + ": contains";
    }

    private boolean contains(JsonNode schema, JsonNode array) {
        if (!schema.has("contains")) {
            return true;
        }
        int found = 0;
        for (JsonNode element : array) {
            found += fits(schema.get("contains"), element) ? 1 : 0;
        }
        return found >= schema.path("minContains").asInt(1)
                && found <= schema.path("maxContains").asInt(Integer.MAX_VALUE);
    }

    private @Nullable String object(JsonNode schema, JsonNode object, String path) {
        for (JsonNode name : schema.path("required")) {
            if (!object.has(name.asText())) {
                return path + ": lacks " + name;
            }
        }
        if (!sized(schema, "Properties", object.size())) {
            return path + ": number of members";
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String found = member(schema, member.getKey(), member.getValue(), path + "." + member.getKey());
            if (found != null) {
                return found;
            }
        }
        return dependent(schema, object, path);
    }

    private @Nullable String dependent(JsonNode schema, JsonNode object, String path) {
        for (Map.Entry<String, JsonNode> rule : schema.path("dependentRequired").properties()) {
            if (object.has(rule.getKey()) && any(rule.getValue(), name -> !object.has(name.asText()))) {
                return path + ": lacks what goes with " + rule.getKey();
            }
        }
        for (Map.Entry<String, JsonNode> rule : schema.path("dependentSchemas").properties()) {
            String found = object.has(rule.getKey()) ? problem(rule.getValue(), object, path) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable String member(JsonNode schema, String name, JsonNode value, String path) {
        boolean known = schema.path("properties").has(name);
        String found = known ? problem(schema.get("properties").get(name), value, path) : null;
        for (Map.Entry<String, JsonNode> rule : schema.path("patternProperties").properties()) {
            if (found == null && pattern(rule.getKey()).matcher(name).find()) {
                known = true;
                found = problem(rule.getValue(), value, path);
            }
        }
        if (!known && schema.has("additionalProperties")) {
            found = problem(schema.get("additionalProperties"), value, path);
        }
        if (found == null && schema.has("propertyNames")) {
            found = problem(schema.get("propertyNames"), TextNode.valueOf(name), path + " (name)");
        }
        return found;
    }
}
