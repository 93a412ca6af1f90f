package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A JSONPath query (RFC 9535). */
public final class JsonPath {

    private final String text;
    private final Query query;

    private JsonPath(String text, Query query) {
        this.text = text;
        this.query = query;
    }

    /**
     * Reads a query.
     *
     * @throws JsonPathException if {@code text} is none
     */
    public static JsonPath compile(String text) {
        return new JsonPath(text, PathParser.parse(text));
    }

    /**
     * Returns the nodes that this selects, in the order of the standard and each one once.
     *
     * @param root a tree that has no object and no array twice
     * @param steps what the query may use up; one supply may serve many queries
     * @throws JsonPathException if there are too many nodes, or too few steps
     */
    public List<PathNode> select(JsonNode root, Steps steps) {
        IdentityHashMap<JsonNode, Set<Object>> taken = new IdentityHashMap<>();
        return query.select(PathNode.root(root), new Run(root, steps)).stream()
                .filter(node -> node.parent() == null
                        || taken.computeIfAbsent(node.parent().value(), container -> new HashSet<>())
                                .add(node.index() < 0 ? node.name() : node.index()))
                .toList();
    }

    /** Returns the query as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
