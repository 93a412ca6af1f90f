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

/** Finds what people call an operation of a resource: by method and path, or as the document says. */
final class Verbs {

    private static final String EXTENSION = "x-java-verb";

    private final Set<String> paths = new HashSet<>();
    private final Set<String> above = new HashSet<>();
    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<List<String>, Set<String>> taken = new HashMap<>();
    private final Map<List<String>, Set<String>> chosen = new HashMap<>();
    private final Diagnostics diagnostics;

    Verbs(List<OperationSource> operations, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        for (OperationSource operation : operations) {
            String path = family(operation.template(), operation.template().path());
            paths.add(path);
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                above.add(path.substring(0, slash));
            }
            methods.computeIfAbsent(path, unused -> new HashSet<>()).add(operation.method());
        }
    }

    /** Takes note of a verb that a person chose, so that no other operation of the resource gets it. */
    void reserve(OperationSource source, List<String> resource) {
        if (source.extension(EXTENSION) instanceof String text
                && !text.isBlank()
                && !chosen.computeIfAbsent(resource, unused -> new HashSet<>()).add(text.strip())) {
            diagnostics.error(
                    "verb-collision",
                    source.pointer(),
                    "Another operation of " + String.join(".", resource) + " is called '" + text.strip() + "' too",
                    "Give one of them another x-java-verb");
        }
    }

    /**
     * Returns the verb of an operation, one that no other operation of the resource has.
     *
     * @param listing whether the answer is a list
     */
    String verb(OperationSource source, List<String> resource, boolean listing) {
        Object extension = source.extension(EXTENSION);
        if (extension instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        if (extension != null) {
            diagnostics.error(
                    "malformed-extension",
                    source.pointer(),
                    EXTENSION + " is not a name",
                    "Give it a string such as cancel");
        }
        Set<String> verbs = taken.computeIfAbsent(resource, unused -> new HashSet<>());
        verbs.addAll(chosen.getOrDefault(resource, Set.of()));
        String verb = plain(source, listing);
        if (verbs.add(verb)) {
            return verb;
        }
        String other =
                others(source, verb).stream().filter(verbs::add).findFirst().orElseGet(() -> numbered(verb, verbs));
        diagnostics.note(
                "verb-collision",
                source.pointer(),
                "Another operation of " + String.join(".", resource) + " is called '" + verb
                        + "', so this one is called '" + other + "'",
                "Add x-java-verb for a better name");
        return other;
    }

    /** Returns whether the last name of a path is what is done, and no resource. */
    boolean isAction(PathTemplate template) {
        String last = template.lastName();
        String path = family(template, template.path());
        return last != null
                && template.action() == null
                && template.names().size() > 1
                && Set.of("POST").equals(methods.get(path))
                && (template.followsParameter() || paths.contains(family(template, template.parent())))
                && Inflection.singular(last).equals(last.toLowerCase(Locale.ROOT))
                && !above.contains(path);
    }

    private String plain(OperationSource source, boolean listing) {
        PathTemplate template = source.template();
        @Nullable String action = isAction(template) ? template.lastName() : template.action();
        if (action != null) {
            return action;
        }
        return switch (source.method()) {
            case "GET" -> listing && !template.endsInParameter() ? "list" : "retrieve";
            case "DELETE" -> "delete";
            case "POST" -> template.endsInParameter() ? "update" : "create";
            case "HEAD" -> "head";
            case "OPTIONS" -> "options";
            default -> "update";
        };
    }

    /** Returns what else an operation can be called, the best first: its identity, then its method and its path. */
    private static List<String> others(OperationSource source, String verb) {
        List<String> others = new ArrayList<>();
        if (!source.operationId().isEmpty()) {
            others.add(source.operationId());
        }
        String method = source.method().toLowerCase(Locale.ROOT);
        if (source.method().equals("PUT")) {
            others.add("replace");
        } else if (source.method().equals("PATCH")) {
            others.add("patch");
        }
        List<String> holes = source.template().parameters();
        if (!holes.isEmpty()) {
            others.add(joined(verb + " by " + holes.get(holes.size() - 1)));
        }
        String whole = method + " " + String.join(" ", source.template().names());
        others.add(joined(whole));
        if (!holes.isEmpty()) {
            others.add(joined(whole + " by " + String.join(" and ", holes)));
        }
        return others;
    }

    private static String joined(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                text.append(text.isEmpty() ? word.charAt(0) : Character.toUpperCase(word.charAt(0)))
                        .append(word.substring(1));
            }
        }
        return text.toString();
    }

    private static String numbered(String verb, Set<String> verbs) {
        int number = 2;
        while (!verbs.add(verb + number)) {
            number++;
        }
        return verb + number;
    }

    /** Paths with another query are another tree. */
    private static String family(PathTemplate template, String path) {
        return template.query() + path;
    }
}
