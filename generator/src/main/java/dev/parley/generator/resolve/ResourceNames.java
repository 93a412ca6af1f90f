package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.words.Inflection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what people call an operation: the resource from the path, the verb from method and path. */
final class ResourceNames {

    private final Set<String> paths = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<List<String>, Set<String>> taken = new HashMap<>();
    private final Diagnostics diagnostics;

    ResourceNames(List<OperationSource> operations, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (OperationSource operation : operations) {
            String path = operation.template().path();
            paths.add(path);
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                above.add(path.substring(0, slash));
            }
            methods.computeIfAbsent(path, unused -> new HashSet<>()).add(operation.method());
        }
    }

    /** Returns the resource of an operation, from the root. */
    List<String> resource(OperationSource source) {
        Object chosen = source.extension("x-java-resource");
        if (chosen instanceof String text && !text.isBlank()) {
            return List.of(text.strip().split("\\."));
        }
        if (chosen instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        if (chosen != null) {
            malformed(source, "x-java-resource", "Give it a string such as conversations.items");
        }
        List<String> names = new ArrayList<>(source.template().names());
        if (isAction(source.template())) {
            names.remove(names.size() - 1);
        }
        if (names.isEmpty()) {
            diagnostics.error(
                    "no-resource",
                    source.pointer(),
                    "The path names no resource that the operation could belong to",
                    "Add x-java-resource to the operation");
            names.add("root");
        }
        return List.copyOf(names);
    }

    /**
     * Returns the verb of an operation, one that no other operation of the resource has.
     *
     * @param listing whether the answer is a list
     */
    String verb(OperationSource source, List<String> resource, boolean listing) {
        Set<String> verbs = taken.computeIfAbsent(resource, unused -> new HashSet<>());
        String verb = plainVerb(source, listing);
        if (verbs.add(verb)) {
            return verb;
        }
        String fallback = source.operationId();
        if (fallback.isEmpty() || !verbs.add(fallback)) {
            diagnostics.error(
                    "verb-collision",
                    source.pointer(),
                    "Another operation of " + String.join(".", resource) + " is called '" + verb + "' too",
                    "Add x-java-verb to one of them");
            return verb;
        }
        diagnostics.note(
                "verb-collision",
                source.pointer(),
                "Another operation of " + String.join(".", resource) + " is called '" + verb
                        + "', so this one is called by its operationId",
                "Add x-java-verb for a better name");
        return fallback;
    }

    /** Returns the words of a resource, each segment in the singular: {@code conversation item}. */
    static String singularWords(List<String> resource) {
        return String.join(" ", resource.stream().map(Inflection::singular).toList());
    }

    private String plainVerb(OperationSource source, boolean listing) {
        Object chosen = source.extension("x-java-verb");
        if (chosen instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        if (chosen != null) {
            malformed(source, "x-java-verb", "Give it a string such as cancel");
        }
        PathTemplate template = source.template();
        @Nullable String action = isAction(template) ? template.lastName() : null;
        if (action != null) {
            return action;
        }
        return switch (source.method()) {
            case "GET" -> listing && !template.endsInParameter() ? "list" : "retrieve";
            case "DELETE" -> "delete";
            case "POST" -> template.endsInParameter() ? "update" : "create";
            default -> "update";
        };
    }

    /**
     * A last segment that only takes POST, has no plural and nothing below, behind something that stands alone: a verb.
     */
    private boolean isAction(PathTemplate template) {
        String last = template.lastName();
        return last != null
                && template.names().size() > 1
                && Set.of("POST").equals(methods.get(template.path()))
                && (template.followsParameter() || paths.contains(template.parent()))
                && Inflection.singular(last).equals(last.toLowerCase(Locale.ROOT))
                && !above.contains(template.path());
    }

    private void malformed(OperationSource source, String extension, String hint) {
        diagnostics.error("malformed-extension", source.pointer(), extension + " is not a name", hint);
    }
}
