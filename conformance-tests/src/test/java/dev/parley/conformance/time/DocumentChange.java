package dev.parley.conformance.time;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What makes an older or a newer document of the one there is: an overlay, which the generator takes like a user's. */
final class DocumentChange {

    private final List<JsonValue> actions = new ArrayList<>();

    /** Takes a type of item out of the document: every choice between items loses those that bear the tag. */
    static DocumentChange withoutItemType(String tag) {
        DocumentChange change = new DocumentChange();
        for (String union : DocumentTree.ITEM_UNIONS) {
            change.removeBranches(
                    union,
                    DocumentTree.get()
                            .branches(union)
                            .filter(branch -> tag.equals(DocumentTree.get().tag(branch)))
                            .toList());
        }
        return change;
    }

    DocumentChange remove(String target) {
        actions.add(JsonObject.of("target", target, "remove", true));
        return this;
    }

    DocumentChange update(String target, JsonValue update) {
        actions.add(JsonObject.of("target", target, "update", update));
        return this;
    }

    /** Adds a component and makes it one more branch of a union. */
    DocumentChange addBranch(String union, String component, JsonObject schema) {
        return update("$.components.schemas", JsonObject.of(component, schema))
                .update(branches(union), JsonObject.of("$ref", "#/components/schemas/" + component));
    }

    /** Takes components out of a union. */
    DocumentChange removeBranches(String union, Collection<String> components) {
        if (!components.isEmpty()) {
            remove(branches(union)
                    + elements(components.stream()
                            .map(component -> "@['$ref'] == '#/components/schemas/" + component + "'")
                            .toList()));
        }
        return this;
    }

    /** Takes members out of the schema at a target, the required ones too. */
    DocumentChange removeMembers(String target, Collection<String> names) {
        if (!names.isEmpty()) {
            remove(target + ".properties"
                    + names.stream().map(DocumentChange::quoted).collect(Collectors.joining(",", "[", "]")));
            removeValues(target + ".required", names);
        }
        return this;
    }

    /** Takes strings out of the list at a target. */
    DocumentChange removeValues(String target, Collection<String> values) {
        return values.isEmpty()
                ? this
                : remove(target
                        + elements(values.stream()
                                .map(value -> "@ == " + quoted(value))
                                .toList()));
    }

    private static String branches(String union) {
        return schema(union) + "." + DocumentTree.get().choice(union);
    }

    static String schema(String component) {
        return "$.components.schemas[" + quoted(component) + "]";
    }

    static String quoted(String name) {
        return "'" + name + "'";
    }

    /** Writes the overlay into a folder; JSON is YAML. */
    Path write(Path folder) {
        JsonObject overlay = JsonObject.of(
                "overlay",
                "1.1.0",
                "info",
                JsonObject.of("title", "Another time", "version", "1.0.0"),
                "actions",
                new JsonArray(actions));
        try {
            return Files.writeString(folder.resolve("time.json"), overlay.toJson());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String elements(List<String> conditions) {
        return "[?(" + String.join(" || ", conditions) + ")]";
    }
}
