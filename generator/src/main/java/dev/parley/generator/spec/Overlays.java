package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.spec.Overlay.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Applies OpenAPI Overlay documents to the raw tree, each action to what the one before left. */
final class Overlays {

    private static final Configuration CHANGES = Configuration.builder()
            .jsonProvider(new JacksonJsonNodeJsonProvider())
            .mappingProvider(new JacksonMappingProvider())
            .build();
    private static final Configuration QUERIES =
            CHANGES.addOptions(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS);

    private final ObjectNode document;
    private final Diagnostics diagnostics;

    private Overlays(ObjectNode document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /** Changes {@code document} by {@code files} in their order; reports what of them cannot be applied. */
    static void apply(ObjectNode document, List<Path> files, Diagnostics diagnostics) {
        Overlays overlays = new Overlays(document, diagnostics);
        for (Path file : files) {
            Overlay overlay = OverlayReader.read(file, diagnostics);
            if (overlay != null) {
                overlay.actions().forEach(action -> overlays.apply(action, overlay.scalars()));
            }
        }
    }

    private void apply(Action action, boolean scalars) {
        List<JsonNode> targets = targets(action.target());
        JsonNode update = action.update();
        if (targets.isEmpty()) {
            diagnostics.warning(
                    "overlay-target",
                    action.place(),
                    "the target selects nothing: " + action.target().getPath(),
                    "correct the target, or drop the action if the document has changed");
        } else if (!scalars && targets.stream().anyMatch(JsonNode::isValueNode)) {
            error(action.place(), "Overlay 1.0 selects objects and arrays only", "declare overlay: 1.1.0");
        } else if (update == null) {
            remove(action);
        } else if (targets.stream().allMatch(JsonNode::isValueNode)) {
            replace(action, update);
        } else {
            targets.forEach(target -> update(target, update, scalars, action.place() + "/update"));
        }
    }

    private List<JsonNode> targets(JsonPath path) {
        List<JsonNode> targets = new ArrayList<>();
        path.<ArrayNode>read(document, QUERIES).forEach(targets::add);
        return targets;
    }

    private void remove(Action action) {
        try {
            action.target().delete(document, CHANGES);
        } catch (JsonPathException e) {
            error(
                    action.place(),
                    "the target cannot be removed: " + e.getMessage(),
                    "select something within the document");
        }
    }

    private void replace(Action action, JsonNode update) {
        if (update.isValueNode()) {
            action.target().set(document, update, CHANGES);
        } else {
            incompatible(action.place() + "/update");
        }
    }

    private void update(JsonNode target, JsonNode update, boolean appendsWhole, String place) {
        if (target instanceof ObjectNode object && update.isObject()) {
            merge(object, update, place);
        } else if (target instanceof ArrayNode array && update.isArray() && appendsWhole) {
            update.forEach(element -> array.add(element.<JsonNode>deepCopy()));
        } else if (target instanceof ArrayNode array) {
            array.add(update.<JsonNode>deepCopy());
        } else {
            incompatible(place);
        }
    }

    private void merge(ObjectNode target, JsonNode update, String place) {
        update.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode added = member.getValue();
            JsonNode present = target.get(name);
            if (present == null || present.isValueNode() && added.isValueNode()) {
                target.set(name, added.deepCopy());
            } else if (present.isContainerNode() && present.getNodeType() == added.getNodeType()) {
                update(present, added, true, place + "/" + name);
            } else {
                incompatible(place + "/" + name);
            }
        });
    }

    private void incompatible(String place) {
        error(place, "an object, an array and a scalar cannot be merged with each other", "remove the old value first");
    }

    private void error(String place, String message, String hint) {
        diagnostics.error("overlay", place, message, hint);
    }
}
