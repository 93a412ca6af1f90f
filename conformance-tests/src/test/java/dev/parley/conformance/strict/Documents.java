package dev.parley.conformance.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.parley.conformance.Shared;
import dev.parley.generator.jsonpath.JsonPath;
import dev.parley.generator.jsonpath.PathNode;
import dev.parley.generator.jsonpath.Steps;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The documents that the suite is held against.
 *
 * <p>Ours is the document as servers of the API keep it: with {@code limits.yaml}, which states as keywords what the
 * prose says, and {@code extensions.yaml}, which adds what servers answer beyond it; without {@code observed.yaml}, for
 * what is relaxed there is a deviation that {@link KnownDeviations} has to name, and without names and conveniences, which
 * nothing on the wire shows. The official one has the limits only: its prose is where they are from.
 */
public final class Documents {

    private static final String OURS = "ours";
    private static final String OFFICIAL = "official";
    private static final long STEPS = 10_000_000;

    private Documents() {}

    private static final class Loaded {
        private static final List<DocumentValidator> ALL = load();
    }

    /** Our document, and the official one where it lies beside the project. */
    public static List<DocumentValidator> all() {
        return Loaded.ALL;
    }

    /** Our document. */
    public static DocumentValidator ours() {
        return Loaded.ALL.get(0);
    }

    /** The official document, if it is at hand. */
    public static Optional<DocumentValidator> official() {
        return Loaded.ALL.stream()
                .filter(document -> document.name().equals(OFFICIAL))
                .findFirst();
    }

    private static List<DocumentValidator> load() {
        Path spec = Shared.project().resolve("spec");
        ObjectNode ours = yaml(spec.resolve("openapi.yaml"));
        apply(ours, spec.resolve("overlays/limits.yaml"));
        apply(ours, spec.resolve("overlays/extensions.yaml"));
        List<DocumentValidator> documents = new ArrayList<>(List.of(new DocumentValidator(OURS, ours)));
        Path official = Shared.project().resolveSibling("shared/official/openapi.json");
        if (Files.exists(official)) {
            ObjectNode tree = cut(json(official), ours);
            apply(tree, spec.resolve("overlays/limits.yaml"));
            documents.add(new DocumentValidator(OFFICIAL, tree));
        } else {
            System.out.println("SKIPPED: no " + official + ", so nothing is held against the official document");
        }
        return List.copyOf(documents);
    }

    /** Leaves the paths that our document has, too. */
    private static ObjectNode cut(ObjectNode official, ObjectNode ours) {
        List<String> paths = new ArrayList<>();
        ours.required("paths").fieldNames().forEachRemaining(paths::add);
        ((ObjectNode) official.required("paths")).retain(paths);
        return official;
    }

    /** Applies an overlay that adds and changes, and removes nothing. */
    private static void apply(ObjectNode document, Path overlay) {
        for (JsonNode action : yaml(overlay).required("actions")) {
            String target = action.required("target").textValue();
            List<PathNode> found = JsonPath.compile(target).select(document, new Steps(STEPS));
            if (found.isEmpty()) {
                throw new IllegalStateException(overlay + ": nothing is at " + target);
            }
            found.forEach(node -> merge(node.value(), action.required("update")));
        }
    }

    private static void merge(JsonNode target, JsonNode update) {
        if (target instanceof ArrayNode array) {
            array.add(update.deepCopy());
            return;
        }
        ObjectNode object = (ObjectNode) target;
        update.properties().forEach(member -> {
            JsonNode old = object.get(member.getKey());
            if (old != null && old.isContainerNode() && member.getValue().isObject()) {
                merge(old, member.getValue());
            } else {
                object.set(member.getKey(), member.getValue().deepCopy());
            }
        });
    }

    private static ObjectNode yaml(Path file) {
        return read(new YAMLMapper(), file);
    }

    private static ObjectNode json(Path file) {
        return read(new ObjectMapper(), file);
    }

    private static ObjectNode read(ObjectMapper mapper, Path file) {
        try {
            return (ObjectNode) mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
