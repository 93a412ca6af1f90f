package dev.parley.benchmarks.codec;

import dev.parley.benchmarks.codec.pages.Page;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds outcomes against what they should be. */
final class Expected {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Expected() {}

    static void equal(Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new WrongOutcomeException("expected " + shortened(expected) + ", found " + shortened(found));
        }
    }

    /** Holds JSON against a page: the types of its items, or all of it. */
    static void written(Page page, byte[] json, boolean lossless) {
        JsonNode tree = JSON.readTree(json);
        List<String> types = tree.path("data")
                .valueStream()
                .map(item -> item.path("type").asString(""))
                .toList();
        equal(page.types(), types);
        if (lossless) {
            equal(JSON.readTree(page.bytes()), tree);
        }
    }

    /** Returns how many tokens a value is, the names of members among them. */
    static int tokens(JsonNode node) {
        int inside = node.valueStream().mapToInt(Expected::tokens).sum();
        return node.isObject() ? 2 + node.size() + inside : node.isArray() ? 2 + inside : 1;
    }

    /** Returns how many characters the strings of a value have, the names of members not among them. */
    static int characters(JsonNode node) {
        return node.isString()
                ? node.stringValue().length()
                : node.valueStream().mapToInt(Expected::characters).sum();
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 400 ? text : text.substring(0, 400) + "...";
    }
}
