package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import dev.parley.generator.diagnostic.Diagnostics;
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
    private static final Set<String> ACTION_MEMBERS = Set.of("target", "description", "update", "remove", "copy");

    private final Path file;
    private final Diagnostics diagnostics;

    private OverlayReader(Path file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** Returns what of {@code file} is an overlay, or {@code null} if nothing is; the rest is reported. */
    static @Nullable Overlay read(Path file, Diagnostics diagnostics) {
        ObjectNode document = DocumentReader.read(file, diagnostics);
        return document == null ? null : new OverlayReader(file, diagnostics).overlay(document);
    }

    private @Nullable Overlay overlay(ObjectNode document) {
        String version = document.path("overlay").asText();
        if (!SUPPORTED.matcher(version).matches()) {
            error(
                    Pointer.ROOT.child("overlay"),
                    "this is no Overlay document of version 1.0 or 1.1",
                    "write overlay: 1.0.0");
            return null;
        }
        requireMembers(document, DOCUMENT_MEMBERS, Pointer.ROOT);
        for (String member : List.of("title", "version")) {
            if (!document.path("info").path(member).isValueNode()) {
                error(
                        Pointer.ROOT.child("info"),
                        member + " is missing",
                        "say what the overlay is for, and its version");
            }
        }
        JsonNode entries = document.path("actions");
        Pointer place = Pointer.ROOT.child("actions");
        if (!entries.isArray() || entries.isEmpty()) {
            error(place, "there is no list of actions", "give at least one action");
            return null;
        }
        List<Action> actions = new ArrayList<>();
        for (int index = 0; index < entries.size(); index++) {
            Action action = action(entries.get(index), place.child(index));
            if (action != null) {
                actions.add(action);
            }
        }
        return new Overlay(version.startsWith("1.1"), actions);
    }

    private @Nullable Action action(JsonNode entry, Pointer place) {
        if (!(entry instanceof ObjectNode action)) {
            error(place, "an action is no object", "give target and either update or remove");
            return null;
        }
        requireMembers(action, ACTION_MEMBERS, place);
        JsonPath target = target(action.path("target"), place.child("target"));
        boolean removes = action.path("remove").asBoolean();
        JsonNode update = action.get("update");
        if (action.has("copy")) {
            error(place.child("copy"), "copy (Overlay 1.1) is not supported", "write the value out with update");
        } else if (!removes && update == null) {
            error(place, "the action changes nothing", "give either update or remove: true");
        } else if (target != null) {
            return new Action(file + "#" + place, target, removes ? null : update);
        }
        return null;
    }

    private @Nullable JsonPath target(JsonNode target, Pointer place) {
        String hint = "write one such as $.components.schemas.Message, names with special characters as ['a-b']";
        try {
            if (target.isTextual()) {
                return JsonPath.compile(target.textValue());
            }
            error(place, "there is no target", hint);
        } catch (InvalidPathException | IllegalArgumentException e) {
            error(place, "the target is no JSONPath: " + e.getMessage(), hint);
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
