package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Makes up objects: members that the document names, those that a pattern allows, and those that it knows nothing of. */
final class ObjectInstances {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> UNKNOWN_NAMES = List.of(
            "extra_member",
            "extraMember",
            "",
            " ",
            "class",
            "__proto__",
            "\u0627\u0644",
            "\uD83D\uDE80",
            "a\"b\\c",
            "x-\u2028",
            "additionalProperties",
            "toString",
            "$ref",
            "\u0000");

    private final InstanceGenerator values;

    ObjectInstances(InstanceGenerator values) {
        this.values = values;
    }

    ObjectNode of(Conjunction schema, Draw draw, int depth) {
        Map<String, List<JsonNode>> named = schema.members();
        Set<String> required = schema.required();
        Map<String, JsonNode> members = new LinkedHashMap<>();
        for (String name : required) {
            members.put(name, required(schema, name, draw, depth));
        }
        named.forEach((name, schemas) -> {
            if (!required.contains(name) && draw.hasOptional(depth)) {
                addOptional(members, name, schemas, draw, depth);
            }
        });
        addUnnamed(schema, members, draw, depth);
        addDependent(schema, members, draw, depth);
        if (members.size() > schema.most("maxProperties", Integer.MAX_VALUE)) {
            members.keySet()
                    .removeIf(name -> !required.contains(name)
                            && members.size() > schema.most("maxProperties", Integer.MAX_VALUE));
        }
        if (members.size() < schema.least("minProperties", 0)) {
            throw new Impossible("minProperties");
        }
        return shuffled(members, draw);
    }

    private JsonNode required(Conjunction schema, String name, Draw draw, int depth) {
        List<JsonNode> schemas = schema.memberSchemas(name);
        return schemas.isEmpty() ? FreeInstances.any(draw, depth + 1) : values.value(schemas, draw, depth + 1);
    }

    private void addOptional(Map<String, JsonNode> members, String name, List<JsonNode> schemas, Draw draw, int depth) {
        if (draw.deviatesHere()) {
            members.put(name, NODES.nullNode());
            return;
        }
        try {
            members.put(name, values.value(schemas, draw, depth + 1));
        } catch (Impossible e) {
            // Nothing fits the member, so the object goes without.
        }
    }

    private void addDependent(Conjunction schema, Map<String, JsonNode> members, Draw draw, int depth) {
        List<String> names = new ArrayList<>(members.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (JsonNode rules : schema.all("dependentRequired")) {
                for (JsonNode name : rules.path(names.get(i))) {
                    if (!members.containsKey(name.asText())) {
                        members.put(name.asText(), NODES.nullNode());
                        names.add(name.asText());
                    }
                }
            }
        }
        for (JsonNode rules : schema.all("dependentSchemas")) {
            for (Map.Entry<String, JsonNode> rule : rules.properties()) {
                for (Map.Entry<String, JsonNode> member :
                        rule.getValue().path("properties").properties()) {
                    String name = member.getKey();
                    if (members.containsKey(rule.getKey()) && members.containsKey(name)) {
                        List<JsonNode> all = new ArrayList<>(schema.memberSchemas(name));
                        all.add(member.getValue());
                        members.put(name, values.value(all, draw, depth + 1));
                    }
                }
            }
        }
    }

    private void addUnnamed(Conjunction schema, Map<String, JsonNode> members, Draw draw, int depth) {
        int least = schema.least("minProperties", 0);
        boolean map = schema.members().isEmpty();
        int wanted = draw.isFull(depth) || !draw.chance(map ? 0.8 : 0.3) ? 0 : 1 + draw.below(map ? 4 : 2);
        List<JsonNode> patterns = schema.all("patternProperties");
        for (int i = 0; (i < wanted || members.size() < least) && i < 50; i++) {
            String name = name(schema, patterns, draw);
            if (schema.members().containsKey(name)) {
                continue;
            }
            List<JsonNode> schemas = schema.memberSchemas(name);
            boolean forbidden = schemas.stream().anyMatch(one -> one.isBoolean() && !one.booleanValue());
            if (forbidden && draw.deviatesHere()) {
                members.put(name, NODES.textNode("forbidden"));
            } else if (!forbidden) {
                members.put(
                        name,
                        schemas.isEmpty()
                                ? FreeInstances.any(draw, depth + 1)
                                : values.value(schemas, draw, depth + 1));
            }
        }
    }

    private String name(Conjunction schema, List<JsonNode> patterns, Draw draw) {
        if (!patterns.isEmpty() && (!schema.isOpen() || draw.chance(0.6))) {
            List<String> names = new ArrayList<>();
            patterns.forEach(list -> list.fieldNames().forEachRemaining(names::add));
            return StringInstances.matching(draw.pick(names), 0, 40, draw);
        }
        List<JsonNode> rules = schema.all("propertyNames");
        if (!rules.isEmpty()) {
            Conjunction all = new Conjunction();
            rules.forEach(all::add);
            return StringInstances.of(all, draw);
        }
        return draw.pick(UNKNOWN_NAMES);
    }

    /** The order of members means nothing, and readers must not rely on it. */
    private static ObjectNode shuffled(Map<String, JsonNode> members, Draw draw) {
        List<String> names = new ArrayList<>(members.keySet());
        if (draw.chance(0.5)) {
            Collections.shuffle(names, new Random(draw.bits()));
        }
        ObjectNode object = NODES.objectNode();
        names.forEach(name -> object.set(name, members.get(name)));
        return object;
    }
}
