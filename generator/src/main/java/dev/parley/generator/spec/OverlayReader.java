package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.jsonpath.JsonPath;
import dev.parley.generator.jsonpath.JsonPathException;
import dev.parley.generator.spec.Overlay.Action;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an Overlay document and reports everything in it that is not as the Overlay specification says. */
final class OverlayReader {

    private static final Pattern SUPPORTED = Pattern.compile("1\\.[01](?:\\.[0-9].*)?");
    private static final Set<String> DOCUMENT_MEMBERS = Set.of("overlay", "info", "extends", "actions");
    private static final Set<String> INFO_MEMBERS = Set.of("title", "version", "description");
    private static final Set<String> ACTION_MEMBERS = Set.of("target", "description", "update", "remove", "copy");

    private final Path file;
    private final Diagnostics diagnostics;

    private OverlayReader(Path file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /**
     * Returns what of {@code file} is an overlay, or {@code null} if nothing is; the rest is reported.
     *
     * @param document the file name of the document that the overlay is applied to
     */
    static @Nullable Overlay read(Path file, String document, Diagnostics diagnostics) {
        ObjectNode overlay = DocumentReader.read(file, diagnostics);
        return overlay == null ? null : new OverlayReader(file, diagnostics).overlay(overlay, document);
    }

    private @Nullable Overlay overlay(ObjectNode overlay, String document) {
        String version = overlay.path("overlay").asText();
        if (!SUPPORTED.matcher(version).matches()) {
            error(
                    Pointer.ROOT.child("overlay"),
                    "this is no Overlay document of version 1.0 or 1.1",
                    "write overlay: 1.1.0");
            return null;
        }
        requireMembers(overlay, DOCUMENT_MEMBERS, Pointer.ROOT);
        checkInfo(overlay.path("info"));
        checkExtends(overlay.path("extends"), document);
        JsonNode entries = overlay.path("actions");
        Pointer place = Pointer.ROOT.child("actions");
        if (!entries.isArray() || entries.isEmpty()) {
            error(place, "there is no list of actions", "give at least one action");
            return null;
        }
        boolean scalars = version.startsWith("1.1");
        List<Action> actions = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            Action action = action(entries.get(index), place.child(index), scalars);
            if (action != null) {
                actions.add(action);
            }
        }
        return new Overlay(scalars, actions);
    }

    private void checkInfo(JsonNode info) {
        Pointer place = Pointer.ROOT.child("info");
        for (String member : List.of("title", "version")) {
            if (!info.path(member).isValueNode()) {
                error(place, member + " is missing", "say what the overlay is for, and its version");
            }
        }
        if (info instanceof ObjectNode object) {
            requireMembers(object, INFO_MEMBERS, place);
        }
    }

    /** Documents get copied and mirrored, so that only the name at the end of the reference can be held to. */
    private void checkExtends(JsonNode reference, String document) {
        Pointer place = Pointer.ROOT.child("extends");
        if (reference.isTextual()) {
            String path = reference.textValue().replaceFirst("[?#].*", "");
            String name = path.substring(path.lastIndexOf('/') + 1);
            if (!name.equals(document)) {
                diagnostics.warning(
                        "overlay-extends",
                        file + "#" + place,
                        "the overlay is made for '" + reference.textValue() + "' and is applied to " + document,
                        "give it with the document that it is made for, or correct extends");
            }
        } else if (!reference.isMissingNode()) {
            error(
                    place,
                    "extends is no reference to a document",
                    "write the path or URL of the document, or leave it out");
        }
    }

    private @Nullable Action action(JsonNode entry, Pointer place, boolean copies) {
        if (!(entry instanceof ObjectNode action)) {
            error(place, "an action is no object", "give target and one of update, copy and remove");
            return null;
        }
        requireMembers(action, ACTION_MEMBERS, place);
        JsonPath target = path(action.path("target"), place.child("target"));
        JsonPath copy = action.has("copy") ? path(action.path("copy"), place.child("copy")) : null;
        JsonNode update = action.get("update");
        JsonNode remove = action.path("remove");
        if (!remove.isMissingNode() && !remove.isBoolean()) {
            error(place.child("remove"), "remove is neither true nor false", "write remove: true");
        } else if (action.has("copy") && !copies) {
            error(place.child("copy"), "Overlay 1.0 has no copy", "declare overlay: 1.1.0");
        } else if (remove.asBoolean()) {
            return target == null ? null : new Action(file + "#" + place, target, null, null);
        } else if (update != null && action.has("copy")) {
            error(place, "the action has both update and copy", "write two actions");
        } else if (update == null && !action.has("copy")) {
            error(place, "the action changes nothing", "give one of update, copy and remove: true");
        } else if (target != null && (update != null || copy != null)) {
            return new Action(file + "#" + place, target, update, copy);
        }
        return null;
    }

    private @Nullable JsonPath path(JsonNode path, Pointer place) {
        String hint = "write one such as $.components.schemas.Message, names with special characters as ['a-b']";
        try {
            if (path.isTextual()) {
                return JsonPath.compile(path.textValue());
            }
            error(place, "there is no JSONPath", hint);
        } catch (JsonPathException e) {
            error(place, "this is no JSONPath of RFC 9535: " + e.getMessage(), hint);
        }
        return null;
    }

    private void requireMembers(ObjectNode object, Set<String> known, Pointer place) {
        object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name) && !name.startsWith("x-"))
                .forEach(name -> error(place.child(name), "Overlay has no such member", "use one of " + sorted(known)));
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private void error(Pointer place, String message, String hint) {
        diagnostics.error("overlay", file + "#" + place, message, hint);
    }
}
