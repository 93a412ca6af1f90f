package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI Overlay document.
 *
 * @param scalars whether actions may name scalars and lists may be appended whole: Overlay 1.1, not yet 1.0
 * @param actions in the order in which they are applied
 */
record Overlay(boolean scalars, List<Action> actions) {

    Overlay {
        actions = List.copyOf(actions);
    }

    /**
     * One change.
     *
     * @param place the file and the pointer of the action, for diagnostics
     * @param target what it changes
     * @param update what is merged into each target, or {@code null} if they are removed
     */
    record Action(String place, JsonPath target, @Nullable JsonNode update) {}
}
