package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that a reference leads to.
 *
 * @param resource what {@code #} means there
 * @param pointer the place in the file of the resource
 * @param node what stands there
 * @param owner what holds it, or {@code null} if it is a whole file
 */
record Target(
        Resource resource,
        Pointer pointer,
        JsonNode node,
        @Nullable ContainerNode<?> owner) {

    /** Returns the place, the same for every way that leads there. */
    String key() {
        return resource.tree().name() + "#" + pointer;
    }

    /** Returns whether this is a component of the document itself. */
    boolean isComponent(Kind kind) {
        List<String> tokens = pointer.tokens();
        return resource.tree().isDocument()
                && tokens.size() == 3
                && tokens.get(0).equals("components")
                && tokens.get(1).equals(kind.section());
    }

    /** Puts another value into the place. */
    void replace(JsonNode value) {
        if (owner instanceof ObjectNode object) {
            object.set(pointer.token(), value);
        } else if (owner instanceof ArrayNode array) {
            array.set(Integer.parseInt(pointer.token()), value);
        }
    }
}
