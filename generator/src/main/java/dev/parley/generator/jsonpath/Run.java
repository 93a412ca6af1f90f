package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One run of a query. */
final class Run {

    private static final int MAX_NODES = 1_000_000;

    private final JsonNode root;
    private final Steps steps;
    /** Of the filter that runs; most queries have one pattern at most. */
    private @Nullable TextPattern pattern;

    Run(JsonNode root, Steps steps) {
        this.root = root;
        this.steps = steps;
    }

    /** Returns what {@code $} stands for. */
    JsonNode root() {
        return root;
    }

    /** Returns what is left of the supply. */
    Steps steps() {
        return steps;
    }

    /** Returns the pattern that an expression stands for. */
    TextPattern pattern(String expression) {
        if (pattern == null || !pattern.expression().equals(expression)) {
            pattern = TextPattern.of(expression, steps);
        }
        return pattern;
    }

    /** Takes up a node into those that are selected. */
    void add(PathNode node, List<PathNode> selected) {
        steps.take();
        if (selected.size() == MAX_NODES) {
            throw new JsonPathException("it selects more than " + MAX_NODES + " nodes on its way");
        }
        selected.add(node);
    }
}
