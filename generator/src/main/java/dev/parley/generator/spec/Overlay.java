package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.generator.jsonpath.JsonPath;
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
     * One change. Without {@code update} and {@code copy} the targets are removed.
     *
     * @param place the file and the pointer of the action, for diagnostics
     * @param target what it changes
     * @param update what is merged into each target
     * @param copy where in the document that stands which is merged into each target
     */
    record Action(
            String place,
            JsonPath target,
            @Nullable JsonNode update,
            @Nullable JsonPath copy) {}
}
