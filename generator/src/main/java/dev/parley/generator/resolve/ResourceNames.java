package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.words.ResourceWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what people call an operation: the resource from the path, the verb from method and path. */
final class ResourceNames {

    private static final String EXTENSION = "x-java-resource";

    private final Verbs verbs;
    private final Diagnostics diagnostics;
    private final ResourceWords words;
    private final VersionPrefix prefix;
    private final Map<String, List<String>> resources = new LinkedHashMap<>();

    ResourceNames(List<OperationSource> operations, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.verbs = new Verbs(operations, diagnostics);
        this.prefix = new VersionPrefix(operations.stream()
                .filter(operation -> operation.extension(EXTENSION) == null)
                .map(operation -> operation.template().names())
                .toList());
        for (OperationSource operation : operations) {
            List<String> resource = find(operation);
            resources.put(operation.pointer(), resource);
            verbs.reserve(operation, resource);
        }
        this.words = new ResourceWords(resources.values());
    }

    /** Returns the resource of an operation, from the root. */
    List<String> resource(OperationSource source) {
        return resources.getOrDefault(source.pointer(), List.of());
    }

    /**
     * Returns the verb of an operation, one that no other operation of the resource has.
     *
     * @param listing whether the answer is a list
     */
    String verb(OperationSource source, List<String> resource, boolean listing) {
        return verbs.verb(source, resource, listing);
    }

    /** Returns the words of a resource, each segment in the singular: {@code conversation item}. */
    String words(List<String> resource) {
        return String.join(" ", words.of(resource));
    }

    private List<String> find(OperationSource source) {
        Object chosen = source.extension(EXTENSION);
        if (chosen instanceof String text && !text.isBlank()) {
            return List.of(text.strip().split("\\."));
        }
        if (chosen instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        if (chosen != null) {
            diagnostics.error(
                    "malformed-extension",
                    source.pointer(),
                    EXTENSION + " is not a name",
                    "Give it a string such as conversations.items");
        }
        List<String> names = prefix.cut(source.template().names());
        if (!names.isEmpty() && verbs.isAction(source.template())) {
            names.remove(names.size() - 1);
        }
        names.addAll(0, source.template().queryNames());
        if (names.isEmpty()) {
            names.add(instead(source));
        }
        return List.copyOf(names);
    }

    /** Returns the first tag of an operation whose path names nothing. */
    private String instead(OperationSource source) {
        List<String> tags = source.operation().getTags();
        String name = tags == null || tags.isEmpty() || tags.get(0).isBlank() ? "root" : tags.get(0);
        diagnostics.note(
                "no-resource",
                source.pointer(),
                "The path names no resource that the operation could belong to, so it belongs to '" + name + "'",
                "Add x-java-resource to the operation for a better name");
        return name;
    }
}
