package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.jsonpath.JsonPath;
import dev.parley.generator.jsonpath.JsonPathException;
import dev.parley.generator.jsonpath.PathNode;
import dev.parley.generator.jsonpath.Steps;
import dev.parley.generator.spec.Overlay.Action;
import dev.parley.generator.spec.OverlayMerge.RefusedException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Applies OpenAPI Overlay documents to the raw tree, each action to what the one before left. */
final class Overlays {

    /** For all overlays of a run together: some hundred searches through all of a large document. */
    private static final long STEPS = 50_000_000;

    private final ObjectNode document;
    private final OverlayMerge merge;
    private final Diagnostics diagnostics;
    private final Steps steps = new Steps(STEPS);

    private Overlays(ObjectNode document, Diagnostics diagnostics) {
        this.document = document;
        this.merge = new OverlayMerge(document);
        this.diagnostics = diagnostics;
    }

    /**
     * Changes {@code document} by {@code files} in their order; reports what of them cannot be applied.
     *
     * @param name the file name of the document
     */
    static void apply(ObjectNode document, String name, List<Path> files, Diagnostics diagnostics) {
        Overlays overlays = new Overlays(document, diagnostics);
        for (Path file : files) {
            Overlay overlay = OverlayReader.read(file, name, diagnostics);
            if (overlay != null) {
                overlay.actions().forEach(action -> overlays.apply(action, overlay.scalars()));
            }
        }
    }

    private void apply(Action action, boolean scalars) {
        List<PathNode> targets = select(action.target(), action.place() + "/target");
        if (targets == null) {
            return;
        }
        if (targets.isEmpty()) {
            diagnostics.warning(
                    "overlay-target",
                    action.place(),
                    "the target selects nothing: " + action.target(),
                    "correct the target, or drop the action if the document has changed");
        } else if (!scalars
                && targets.stream().anyMatch(target -> target.value().isValueNode())) {
            error(action.place(), "Overlay 1.0 selects objects and lists only", "declare overlay: 1.1.0");
        } else if (action.copy() != null) {
            copy(action, action.copy(), targets);
        } else if (action.update() != null) {
            merge(targets, action.update(), scalars, action.place() + "/update");
        } else {
            remove(targets, action.place());
        }
    }

    private @Nullable List<PathNode> select(JsonPath path, String place) {
        try {
            return path.select(document, steps);
        } catch (JsonPathException e) {
            error(place, "the path asks for too much: " + e.getMessage(), "select with a shorter or narrower path");
            return null;
        }
    }

    private void copy(Action action, JsonPath source, List<PathNode> targets) {
        String place = action.place() + "/copy";
        List<PathNode> sources = select(source, place);
        if (sources != null && sources.size() != 1) {
            error(
                    place,
                    "the path selects " + sources.size() + " values, and one is copied: " + source,
                    "select the one to copy");
        } else if (sources != null) {
            // A copy of it, since a target may stand inside of its source.
            merge(targets, sources.get(0).value().deepCopy(), true, place);
        }
    }

    private void merge(List<PathNode> targets, JsonNode added, boolean scalars, String place) {
        List<String> kinds = targets.stream()
                .map(target -> OverlayMerge.kind(target.value()))
                .distinct()
                .toList();
        if (scalars && kinds.size() > 1) {
            error(
                    place,
                    "the target selects " + String.join(" and ", kinds) + ", which cannot be changed in one way",
                    "write an action for each kind");
            return;
        }
        for (PathNode target : targets) {
            try {
                merge.merge(target, added, scalars);
            } catch (RefusedException e) {
                String where = target.pointer().isEmpty() ? "the document" : target.pointer();
                error(place + e.place(), "at " + where + ", " + e.getMessage(), e.hint());
                return;
            }
        }
    }

    /** From the end, so that no index moves before its turn. */
    private void remove(List<PathNode> targets, String place) {
        if (targets.stream().anyMatch(target -> target.parent() == null)) {
            error(place, "the document as a whole cannot be removed", "select something within the document");
            return;
        }
        List<PathNode> fromTheEnd = targets.stream()
                .sorted(Comparator.comparingInt(PathNode::index).reversed())
                .toList();
        for (PathNode target : fromTheEnd) {
            JsonNode container = Objects.requireNonNull(target.parent()).value();
            if (container instanceof ArrayNode array) {
                array.remove(target.index());
            } else if (container instanceof ObjectNode object) {
                object.remove(target.name());
            }
        }
    }

    private void error(String place, String message, String hint) {
        diagnostics.error("overlay", place, message, hint);
    }
}
