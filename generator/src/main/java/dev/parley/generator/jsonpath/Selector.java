package dev.parley.generator.jsonpath;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a query selects of the members or elements of one node. */
sealed interface Selector {

    void select(PathNode node, Run run, List<PathNode> selected);

    /** Whether this selects one node at most. */
    default boolean isSingular() {
        return false;
    }

    record Name(String name) implements Selector {

        @Override
        public void select(PathNode node, Run run, List<PathNode> selected) {
            node.member(name).forEach(member -> run.add(member, selected));
        }

        @Override
        public boolean isSingular() {
            return true;
        }
    }

    record Index(long index) implements Selector {

        @Override
        public void select(PathNode node, Run run, List<PathNode> selected) {
            node.element(index).forEach(element -> run.add(element, selected));
        }

        @Override
        public boolean isSingular() {
            return true;
        }
    }

    record Wildcard() implements Selector {

        @Override
        public void select(PathNode node, Run run, List<PathNode> selected) {
            node.children().forEach(child -> run.add(child, selected));
        }
    }

    /** Elements from {@code start} to before {@code end}; where a bound is missing, the step says which end is meant. */
    record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {

        @Override
        public void select(PathNode node, Run run, List<PathNode> selected) {
            int size = node.value().isArray() ? node.value().size() : 0;
            if (step > 0) {
                long last = bound(end, size, 0, size, size);
                for (long index = bound(start, size, 0, size, 0); index < last; index += step) {
                    run.add(node.at((int) index), selected);
                }
            } else if (step < 0) {
                long last = bound(end, size, -1, size - 1L, -1);
                for (long index = bound(start, size, -1, size - 1L, size - 1L); index > last; index += step) {
                    run.add(node.at((int) index), selected);
                }
            }
        }

        private static long bound(@Nullable Long given, int size, long lowest, long highest, long otherwise) {
            if (given == null) {
                return otherwise;
            }
            long index = given < 0 ? size + given : given;
            return Math.min(Math.max(index, lowest), highest);
        }
    }

    record Filter(Condition condition) implements Selector {

        @Override
        public void select(PathNode node, Run run, List<PathNode> selected) {
            for (PathNode child : node.children()) {
                run.steps().take();
                if (condition.holds(child, run)) {
                    run.add(child, selected);
                }
            }
        }
    }
}
