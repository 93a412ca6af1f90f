package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One run of a query.
 *
 * @param root what {@code $} stands for
 * @param steps what is left of the supply
 */
record Run(JsonNode root, Steps steps) {

    private static final int MAX_NODES = 1_000_000;

    /** Takes up a node into those that are selected. */
    void add(PathNode node, List<PathNode> selected) {
        steps.take();
        if (selected.size() == MAX_NODES) {
            throw new JsonPathException("it selects more than " + MAX_NODES + " nodes on its way");
        }
        selected.add(node);
    }
}
