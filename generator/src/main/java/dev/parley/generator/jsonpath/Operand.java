package dev.parley.generator.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** What a filter compares, or passes to a function: a value, or nothing. */
@FunctionalInterface
interface Operand {

    @Nullable
    JsonNode value(PathNode current, Run run);
}
