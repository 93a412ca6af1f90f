package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** How many values the smallest instance of a schema has, about; where schemas recur, which way out is the shortest. */
final class SchemaCosts {

    private static final int ENDLESS = 1_000_000;

    private final SchemaTree tree;
    private final Map<JsonNode, Integer> known = new IdentityHashMap<>();

    SchemaCosts(SchemaTree tree) {
        this.tree = tree;
        List<JsonNode> components =
                tree.components().stream().map(tree::component).toList();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (JsonNode component : components) {
                int cost = compute(component, 0);
                changed |= !Integer.valueOf(cost).equals(known.put(component, cost));
            }
        }
    }

    /** Returns the positions of the branches that cost least. */
    List<Integer> cheapest(JsonNode branches) {
        int least = Integer.MAX_VALUE;
        List<Integer> positions = new ArrayList<>();
        for (int i = 0; i < branches.size(); i++) {
            int cost = compute(branches.get(i), 0);
            if (cost < least) {
                least = cost;
                positions.clear();
            }
            if (cost == least) {
                positions.add(i);
            }
        }
        return positions;
    }

    private int compute(JsonNode schema, int depth) {
        if (depth > 40) {
            return ENDLESS;
        }
        if (!schema.isObject() || schema.has("const") || schema.has("enum")) {
            return 1;
        }
        long cost = 1;
        if (schema.has("$ref")) {
            JsonNode target = tree.target(schema);
            Integer before = known.get(target);
            boolean component =
                    schema.path("$ref").asText().chars().filter(c -> c == '/').count() == 3;
            cost += before != null ? before : component ? ENDLESS : compute(target, depth + 1);
        }
        for (JsonNode part : schema.path("allOf")) {
            cost += compute(part, depth + 1);
        }
        for (String keyword : List.of("oneOf", "anyOf")) {
            int least = schema.has(keyword) ? ENDLESS : 0;
            for (JsonNode branch : schema.path(keyword)) {
                least = Math.min(least, compute(branch, depth + 1));
            }
            cost += least;
        }
        boolean nullable =
                schema.path("type").isArray() && schema.path("type").toString().contains("\"null\"");
        if (!nullable) {
            for (JsonNode name : schema.path("required")) {
                cost += compute(schema.path("properties").path(name.asText()), depth + 1);
            }
            cost += (long) schema.path("minItems").asInt() * compute(schema.path("items"), depth + 1);
        }
        return (int) Math.min(cost, ENDLESS);
    }
}
