package dev.parley.generator.jsonpath;

/** What a filter asks of a node. */
@FunctionalInterface
interface Condition {

    boolean holds(PathNode current, Run run);
}
