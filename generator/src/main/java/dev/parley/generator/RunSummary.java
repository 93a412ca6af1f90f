package dev.parley.generator;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.UnionDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run in figures.
 *
 * @param operations how many calls the client offers
 * @param records how many records it declares, requests not counted
 * @param requests how many requests with parameters it declares
 * @param enums how many open enums it declares
 * @param unions each union, in the order of the document
 */
public record RunSummary(int operations, int records, int requests, int enums, List<Union> unions) {

    public RunSummary {
        unions = List.copyOf(unions);
    }

    /**
     * How a union is decided.
     *
     * @param pointer its place in the document
     * @param variants how many variants it declares
     * @param decision the questions in their order, such as {@code JSON kind, then tag 'type'}
     */
    public record Union(String pointer, int variants, String decision) {

        /** Returns the place in short: the component and the properties below it, with brackets for an element. */
        String place() {
            String below = pointer.replaceFirst("^/components/schemas/", "")
                    .replaceAll("/(anyOf|oneOf|allOf)/\\d+", "")
                    .replaceAll("/(items|additionalProperties)", "[]");
            return below.replace("/properties/", ".");
        }
    }

    /** Counts what a model declares. */
    public static RunSummary of(ApiModel model) {
        int operations = model.services().stream()
                .map(Service::operations)
                .mapToInt(List::size)
                .sum();
        List<Union> unions = declarations(model, UnionDeclaration.class).stream()
                .map(union ->
                        new Union(union.id().pointer(), union.variants().size(), DecisionText.of(union.decision())))
                .toList();
        return new RunSummary(
                operations,
                declarations(model, RecordDeclaration.class).size(),
                declarations(model, RequestDeclaration.class).size(),
                declarations(model, EnumDeclaration.class).size(),
                unions);
    }

    private static <T extends Declaration> List<T> declarations(ApiModel model, Class<T> kind) {
        return model.declarations().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Returns lines for people: with {@code verbose} one for every union, else one for all that are decided alike. */
    public List<String> lines(boolean verbose) {
        List<String> lines = new ArrayList<>();
        int types = records + requests + enums + unions.size();
        lines.add(String.format(
                Locale.ROOT,
                "%d operations, %d types: %d records, %d requests, %d open enums, %d unions",
                operations,
                types,
                records,
                requests,
                enums,
                unions.size()));
        if (verbose) {
            unions.forEach(union ->
                    lines.add("  " + union.pointer() + ": " + union.variants() + " variants by " + union.decision()));
        } else {
            unions.stream()
                    .collect(Collectors.groupingBy(
                            Union::decision, TreeMap::new, Collectors.mapping(Union::place, Collectors.toList())))
                    .forEach((decision, places) ->
                            lines.add("  " + places.size() + " by " + decision + ": " + String.join(", ", places)));
        }
        return lines;
    }
}
