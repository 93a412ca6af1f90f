package dev.parley.generator.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.generator.words.Inflection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person would call a place that becomes a component: by the last name on the way to it, and those before. */
final class LiftedName {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern EXTENSION = Pattern.compile("(?i)(?:\\.schema)?\\.(?:ya?ml|json)$");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final Set<String> NAMELESS_FILES = Set.of("index", "_index", "schema", "schemas", "openapi");

    private final List<String> tokens;
    private JsonNode node;
    private String words;
    private String around;
    private int next;

    private LiftedName(Target target) {
        SourceTree tree = target.resource().tree();
        this.tokens = target.pointer().tokens();
        this.node = tree.root();
        List<String> path = tree.isDocument() ? List.of() : pathWords(tree.name());
        this.words = path.isEmpty() ? "" : path.get(path.size() - 1);
        this.around = path.size() < 2 ? "" : path.get(path.size() - 2);
    }

    /** Returns names for a place, the one that it ought to have first, then longer ones. */
    static List<String> of(Target target) {
        LiftedName name = new LiftedName(target);
        while (name.next < name.tokens.size()) {
            name.step();
        }
        String best = joined(name.words);
        String longer = joined(name.around + " " + name.words);
        return List.copyOf(new LinkedHashSet<>(
                Stream.of(best.isEmpty() ? "Component" : best, longer.isEmpty() ? "Component" : longer)
                        .toList()));
    }

    /** Returns what two names have in common that make the same name in Java. */
    static String alike(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }

    private void step() {
        String token = take();
        if (METHODS.contains(token) && node.has("responses")) {
            words = node.path("operationId").asText(token + " " + words);
            return;
        }
        switch (token) {
            case "components", "content", "schema", "responses", "paths" -> named(token);
            case "$defs", "definitions", "schemas" -> restart(takeOr(token));
            case "properties", "patternProperties", "headers" -> words += " " + takeOr(token);
            case "requestBody" -> words += " request";
            case "items", "contains" -> {
                String one = Inflection.singular(words);
                words = one.equals(words) ? words + " item" : one;
            }
            case "additionalProperties" -> words += " value";
            case "allOf" -> branch("part");
            case "oneOf", "anyOf" -> branch("variant");
            case "parameters" -> {
                String key = takeOr(token);
                restart(node.path("name").asText(key));
            }
            default -> restart(token);
        }
    }

    /** Takes what stands for a name below one of the maps of OpenAPI. */
    private void named(String token) {
        if (token.equals("schema")) {
            return;
        }
        String name = takeOr(token);
        switch (token) {
            case "components" -> restart(takeOr(name));
            case "responses" -> words += name.startsWith("2") ? " response" : " " + name + " response";
            case "paths" -> words = name;
            default -> {
                // a media type is no part of a name
            }
        }
    }

    private void branch(String word) {
        String index = takeOr("");
        String title = node.path("title").asText("");
        if (title.isBlank()) {
            words += " " + word + (index.equals("0") ? "" : " " + index);
        } else {
            restart(title);
        }
    }

    private void restart(String name) {
        around = words.isBlank() ? around : words;
        words = name;
    }

    private String take() {
        String token = tokens.get(next++);
        node = node.isArray() ? node.path(Integer.parseInt(token)) : node.path(token);
        return token;
    }

    private String takeOr(String otherwise) {
        return next < tokens.size() ? take() : otherwise;
    }

    private static List<String> pathWords(String file) {
        List<String> parts = new ArrayList<>(List.of(file.split("/")));
        parts.replaceAll(part -> EXTENSION.matcher(part).replaceFirst(""));
        if (parts.size() > 1
                && NAMELESS_FILES.contains(parts.get(parts.size() - 1).toLowerCase(Locale.ROOT))) {
            parts.remove(parts.size() - 1);
        }
        parts.removeIf(part -> part.equals(".."));
        return parts;
    }

    private static String joined(String words) {
        String stripped = words.strip();
        if (PLAIN.matcher(stripped).matches()) {
            return stripped;
        }
        return Stream.of(stripped.split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
