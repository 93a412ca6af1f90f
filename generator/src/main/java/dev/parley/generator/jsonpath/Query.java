package dev.parley.generator.jsonpath;

import java.util.ArrayList;
import java.util.List;

/**
 * A query, whole or inside of a filter.
 *
 * @param absolute whether it starts at the root, in contrast to the node that a filter looks at
 */
record Query(boolean absolute, List<Segment> segments) {

    /**
     * A step of a query.
     *
     * @param descendants whether the selectors are asked of everything below as well
     */
    record Segment(boolean descendants, List<Selector> selectors) {

        Segment {
            selectors = List.copyOf(selectors);
        }

        void select(PathNode node, Run run, List<PathNode> selected) {
            selectors.forEach(selector -> selector.select(node, run, selected));
            if (descendants) {
                for (PathNode child : node.children()) {
                    run.steps().take();
                    select(child, run, selected);
                }
            }
        }
    }

    Query {
        segments = List.copyOf(segments);
    }

    List<PathNode> select(PathNode current, Run run) {
        List<PathNode> nodes = List.of(absolute ? PathNode.root(run.root()) : current);
        for (Segment segment : segments) {
            List<PathNode> selected = new ArrayList<>();
            nodes.forEach(node -> segment.select(node, run, selected));
            nodes = selected;
        }
        return nodes;
    }

    /** Whether no tree has more than one node for this. */
    boolean isSingular() {
        return segments.stream()
                .allMatch(segment -> !segment.descendants()
                        && segment.selectors().size() == 1
                        && segment.selectors().get(0).isSingular());
    }
}
