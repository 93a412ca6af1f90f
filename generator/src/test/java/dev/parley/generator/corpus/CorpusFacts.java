package dev.parley.generator.corpus;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A document in figures, whether it can be generated or not: read without the generator, over all of its files.
 *
 * @param openApi the version of OpenAPI that it is written in
 * @param title its own title
 * @param files how many files it is spread over
 * @param bytes how many bytes these have
 * @param operations how many operations they describe, webhooks and callbacks not counted
 * @param schemas how many component schemas they hold
 */
record CorpusFacts(String openApi, String title, int files, long bytes, int operations, int schemas) {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final JsonMapper JSON = new JsonMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(2000).build());
    }

    static CorpusFacts of(Path document) {
        Set<Path> seen = new LinkedHashSet<>(Set.of(document));
        Deque<Path> waiting = new ArrayDeque<>(seen);
        JsonNode root = read(document);
        long bytes = 0;
        int operations = 0;
        int schemas = 0;
        while (!waiting.isEmpty()) {
            Path file = waiting.remove();
            JsonNode tree = read(file);
            bytes += size(file);
            operations += operations(tree);
            schemas += tree.path("components").path("schemas").size();
            for (JsonNode reference : tree.findValues("$ref")) {
                Path other = otherFile(file, reference.asText());
                if (Files.exists(other) && seen.add(other)) {
                    waiting.add(other);
                }
            }
        }
        return new CorpusFacts(
                root.path("openapi").asText(),
                root.path("info").path("title").asText(),
                seen.size(),
                bytes,
                operations,
                schemas);
    }

    /** Returns the file that a reference leads to, the one that it stands in if it leads nowhere else. */
    private static Path otherFile(Path file, String reference) {
        int end = reference.indexOf('#');
        String path = end < 0 ? reference : reference.substring(0, end);
        return path.isEmpty() || path.contains("://")
                ? file
                : file.resolveSibling(path).normalize();
    }

    private static int operations(JsonNode tree) {
        int operations = 0;
        for (JsonNode item : tree.path("paths")) {
            for (String method : METHODS) {
                operations += item.has(method) ? 1 : 0;
            }
        }
        return operations;
    }

    private static JsonNode read(Path file) {
        try {
            return (file.toString().endsWith(".json") ? JSON : YAML).readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
