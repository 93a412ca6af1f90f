package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes a failing instance small: takes out what can go, member by member, as long as it still fails. */
final class Shrinking {

    private static final int MOST_TRIES = 3000;

    private final Predicate<JsonNode> fails;
    private int tries;

    private Shrinking(Predicate<JsonNode> fails) {
        this.fails = fails;
    }

    /** Returns the smallest instance found for which {@code fails} holds, as it does for {@code instance}. */
    static JsonNode smallest(JsonNode instance, Predicate<JsonNode> fails) {
        Shrinking shrinking = new Shrinking(fails);
        JsonNode smallest = instance;
        JsonNode before;
        do {
            before = smallest;
            smallest = shrinking.once(before.deepCopy());
        } while (!smallest.equals(before));
        return smallest;
    }

    private JsonNode once(JsonNode root) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        for (ContainerNode<?> container : containers) {
            if (container instanceof ObjectNode object) {
                List<String> names = new ArrayList<>();
                object.fieldNames().forEachRemaining(names::add);
                names.forEach(name -> shrink(root, object, name));
            } else {
                for (int i = container.size() - 1; i >= 0; i--) {
                    shrink(root, (ArrayNode) container, i);
                }
            }
        }
        return root;
    }

    private void shrink(JsonNode root, ObjectNode object, String name) {
        Map<String, JsonNode> whole = new LinkedHashMap<>();
        object.properties().forEach(member -> whole.put(member.getKey(), member.getValue()));
        JsonNode value = object.remove(name);
        if (holds(root)) {
            return;
        }
        object.removeAll();
        object.setAll(whole);
        for (JsonNode smaller : smaller(value)) {
            object.set(name, smaller);
            if (holds(root)) {
                return;
            }
        }
        object.set(name, value);
    }

    private void shrink(JsonNode root, ArrayNode array, int index) {
        JsonNode value = array.remove(index);
        if (holds(root)) {
            return;
        }
        array.insert(index, value);
        for (JsonNode smaller : smaller(value)) {
            array.set(index, smaller);
            if (holds(root)) {
                return;
            }
        }
        array.set(index, value);
    }

    private static List<JsonNode> smaller(JsonNode value) {
        if (value.isTextual() && value.textValue().length() > 1) {
            return List.of(TextNode.valueOf("a"));
        }
        return value.isNumber() && !value.asText().equals("0") ? List.of(IntNode.valueOf(0)) : List.of();
    }

    private boolean holds(JsonNode root) {
        return tries++ < MOST_TRIES && fails.test(root);
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> into) {
        if (node instanceof ContainerNode<?> container) {
            into.add(container);
            node.forEach(child -> collect(child, into));
        }
    }
}
