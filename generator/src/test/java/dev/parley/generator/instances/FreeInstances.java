package dev.parley.generator.instances;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;

/** Makes up JSON of which the document says nothing. */
final class FreeInstances {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** More than any type of Java holds: where nothing is said, every digit is kept. */
    private static final List<String> NUMBERS = List.of(
            "0",
            "-1",
            "1.10",
            "1E+2",
            "123456789012345678901234567890.123456789",
            "9007199254740993",
            "1E-400",
            "18446744073709551616");

    private FreeInstances() {}

    static JsonNode any(Draw draw, int depth) {
        draw.take();
        return switch (draw.below(draw.isFull(depth) ? 4 : 6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(draw.chance(0.5));
            case 2 -> DecimalNode.valueOf(new BigDecimal(draw.pick(NUMBERS)));
            case 3 -> NODES.textNode(StringInstances.any(draw));
            case 4 -> array(draw, depth);
            default -> object(draw, depth);
        };
    }

    private static ArrayNode array(Draw draw, int depth) {
        ArrayNode array = NODES.arrayNode();
        for (int i = draw.below(3); i > 0; i--) {
            array.add(any(draw, depth + 3));
        }
        return array;
    }

    private static ObjectNode object(Draw draw, int depth) {
        ObjectNode object = NODES.objectNode();
        for (int i = draw.below(3); i > 0; i--) {
            object.set(StringInstances.any(draw), any(draw, depth + 3));
        }
        return object;
    }
}
