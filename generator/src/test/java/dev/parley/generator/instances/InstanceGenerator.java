package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up instances of schemas: draws a way through references and choices, then a value that fits what is left. */
final class InstanceGenerator {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 60;

    private final SchemaTree tree;
    private final SchemaCosts costs;
    private final Validity validity;
    private final ObjectInstances objects = new ObjectInstances(this);

    InstanceGenerator(SchemaTree tree) {
        this.tree = tree;
        this.costs = new SchemaCosts(tree);
        this.validity = new Validity(tree);
    }

    /**
     * Returns an instance of a schema.
     *
     * @throws Impossible if no draw led to one
     */
    JsonNode instance(JsonNode schema, Draw draw) {
        return value(List.of(schema), draw, 0);
    }

    /** Returns a value that fits all schemas. */
    JsonNode value(List<JsonNode> schemas, Draw draw, int depth) {
        if (depth > DEEPEST) {
            throw new Impossible("nested without end");
        }
        draw.take();
        while (true) {
            try {
                Conjunction all = new Conjunction();
                schemas.forEach(schema -> expand(schema, all, draw, depth, 0));
                JsonNode made = value(all, draw, depth);
                if (all.all("not").stream().anyMatch(not -> validity.fits(not, made))) {
                    throw new Impossible("not");
                }
                return made;
            } catch (Impossible e) {
                if (!draw.mayRetry()) {
                    throw e;
                }
            }
        }
    }

    private void expand(JsonNode schema, Conjunction all, Draw draw, int depth, int steps) {
        if (steps > DEEPEST || schema.isBoolean() && !schema.booleanValue()) {
            throw new Impossible(steps > DEEPEST ? "cyclic schema" : "false schema");
        }
        if (schema.has("$ref")) {
            expand(tree.target(schema), all, draw, depth, steps + 1);
        }
        schema.path("allOf").forEach(part -> expand(part, all, draw, depth, steps + 1));
        for (String keyword : List.of("oneOf", "anyOf")) {
            JsonNode branches = schema.path(keyword);
            if (!branches.isEmpty()) {
                int branch = draw.isFull(depth) ? draw.pick(costs.cheapest(branches)) : draw.branch(branches.size());
                expand(branches.get(branch), all, draw, depth, steps + 1);
                if (hasNumber(branches)) {
                    all.add(NODES.objectNode().put(NumberInstances.BESIDE_NUMBER, true));
                }
            }
        }
        if (schema.has("if")) {
            boolean holds = draw.chance(0.5);
            expand(schema.path(holds ? "if" : "else"), all, draw, depth, steps + 1);
            expand(holds ? schema.path("then") : NODES.objectNode(), all, draw, depth, steps + 1);
        }
        all.add(schema);
    }

    private boolean hasNumber(JsonNode branches) {
        for (JsonNode branch : branches) {
            JsonNode meant = branch.has("$ref") ? tree.target(branch) : branch;
            if (meant.path("type").toString().contains("\"number\"")) {
                return true;
            }
        }
        return false;
    }

    private JsonNode value(Conjunction schema, Draw draw, int depth) {
        List<JsonNode> values = schema.values();
        if (values != null) {
            return listed(values, schema.types(), draw);
        }
        if (schema.isAnything()) {
            return FreeInstances.any(draw, depth);
        }
        String type = type(schema.types(), draw);
        return switch (type) {
            case "null" -> NODES.nullNode();
            case "boolean" -> NODES.booleanNode(draw.chance(0.5));
            case "integer" -> NumberInstances.whole(schema, draw);
            case "number" -> NumberInstances.any(schema, draw);
            case "string" -> NODES.textNode(StringInstances.of(schema, draw));
            case "array" -> array(schema, draw, depth);
            case "object" -> objects.of(schema, draw, depth);
            default -> throw new Impossible("type " + type);
        };
    }

    private static String type(Set<String> types, Draw draw) {
        if (types.isEmpty()) {
            throw new Impossible("no type fits all parts");
        }
        if (types.contains("null") && types.size() > 1) {
            if (draw.chance(0.2)) {
                return "null";
            }
            List<String> others = new ArrayList<>(types);
            others.remove("null");
            return draw.pick(others);
        }
        return draw.pick(List.copyOf(types));
    }

    private static JsonNode listed(List<JsonNode> values, Set<String> types, Draw draw) {
        List<JsonNode> fitting = values.stream()
                .filter(value -> types.contains(typeOf(value)) || fitsNumber(value, types))
                .toList();
        if (fitting.isEmpty()) {
            throw new Impossible("no value fits all parts");
        }
        boolean words = fitting.size() > 1 && fitting.stream().allMatch(value -> value.isTextual() || value.isNull());
        return words && draw.deviatesHere() ? NODES.textNode("unheard-of " + draw.below(9)) : draw.pick(fitting);
    }

    private static boolean fitsNumber(JsonNode value, Set<String> types) {
        return value.isNumber()
                && (types.contains("number")
                        || types.contains("integer")
                                && value.decimalValue().stripTrailingZeros().scale() <= 0);
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            default -> "";
        };
    }

    private ArrayNode array(Conjunction schema, Draw draw, int depth) {
        int contained = schema.says("contains") ? schema.least("minContains", 1) : 0;
        int least = Math.max(contained, schema.least("minItems", 0));
        int most = Math.min(schema.most("maxItems", Integer.MAX_VALUE), schema.most("maxContains", Integer.MAX_VALUE));
        if (least > most) {
            throw new Impossible("minItems");
        }
        int size = draw.isFull(depth) ? least : Math.min(most, Math.max(least, draw.below(5)));
        boolean unique = schema.all("uniqueItems").stream().anyMatch(JsonNode::asBoolean);
        ArrayNode array = NODES.arrayNode();
        while (array.size() < size) {
            JsonNode element = element(schema, array.size(), contained, draw, depth);
            if (element == null || unique && contains(array, element)) {
                if (array.size() >= least) {
                    return array;
                }
                throw new Impossible("items");
            }
            array.add(element);
        }
        return array;
    }

    private @Nullable JsonNode element(Conjunction schema, int position, int contained, Draw draw, int depth) {
        List<JsonNode> schemas = new ArrayList<>();
        schema.all("prefixItems").forEach(list -> {
            if (position < list.size()) {
                schemas.add(list.get(position));
            }
        });
        if (schemas.isEmpty()) {
            schemas.addAll(schema.all("items"));
        }
        if (schemas.stream().anyMatch(items -> items.isBoolean() && !items.booleanValue())) {
            return null;
        }
        if (position < contained) {
            schemas.addAll(schema.all("contains"));
        }
        return schemas.isEmpty() ? FreeInstances.any(draw, depth + 1) : value(schemas, draw, depth + 1);
    }

    private static boolean contains(ArrayNode array, JsonNode value) {
        for (JsonNode element : array) {
            if (JsonEquality.equal(element, value)) {
                return true;
            }
        }
        return false;
    }
}
