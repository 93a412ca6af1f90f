package dev.parley.conformance.report;

import dev.parley.conformance.ItemTypes;
import dev.parley.conformance.testee.ClientOperation;
import dev.parley.openai.model.ConversationItem;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the report.
 *
 * @param subject what the rows are
 * @param checks the columns
 * @param rows the rows, in the order of the document
 */
record Matrix(Subject subject, List<Check> checks, List<Row> rows) {

    /** The name of the row that stands for items of types that the document does not know. */
    static final String UNKNOWN_TYPE = "unknown";

    /**
     * A row.
     *
     * @param name the operation's name or the item type's tag
     * @param title what stands beside the name: the HTTP method and path, or the record
     * @param cells one a column
     */
    record Row(String name, String title, List<Cell> cells) {}

    /**
     * Sorts evidence into rows and columns.
     *
     * @throws IllegalArgumentException if a piece names a row that is neither an operation nor an item type
     */
    static Matrix of(Subject subject, Collection<Evidence> evidence) {
        List<Check> checks = Arrays.stream(Check.values())
                .filter(check -> check.subject() == subject)
                .toList();
        Map<String, String> titles = switch (subject) {
            case OPERATION -> operations();
            case ITEM -> itemTypes();
        };
        Collection<String> strangers = evidence.stream()
                .filter(each -> each.check().subject() == subject && !titles.containsKey(each.row()))
                .map(each -> each.row() + " by " + each.check())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!strangers.isEmpty()) {
            throw new IllegalArgumentException("no row of the report: " + strangers);
        }
        Map<String, Map<Check, List<Evidence>>> sorted =
                evidence.stream().collect(Collectors.groupingBy(Evidence::row, Collectors.groupingBy(Evidence::check)));
        List<Row> rows = titles.entrySet().stream()
                .map(row -> new Row(
                        row.getKey(),
                        row.getValue(),
                        checks.stream()
                                .map(check -> Cell.of(
                                        row.getKey(),
                                        check,
                                        sorted.getOrDefault(row.getKey(), Map.of())
                                                .getOrDefault(check, List.of())))
                                .toList()))
                .toList();
        return new Matrix(subject, checks, rows);
    }

    Stream<Cell> cells() {
        return rows.stream().flatMap(row -> row.cells().stream());
    }

    private static Map<String, String> operations() {
        return ordered(ClientOperation.all().stream()
                .map(operation -> Map.entry(operation.name(), operation.method() + " " + operation.path())));
    }

    private static Map<String, String> itemTypes() {
        List<Class<?>> variants = List.of(ConversationItem.class.getPermittedSubclasses());
        Stream<Map.Entry<String, String>> known = ItemTypes.BY_WIRE_VALUE.entrySet().stream()
                .sorted(Comparator.comparing(entry -> variants.indexOf(entry.getValue())))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().getSimpleName()));
        return ordered(Stream.concat(known, Stream.of(Map.entry(UNKNOWN_TYPE, "ConversationItem.Unknown"))));
    }

    private static Map<String, String> ordered(Stream<Map.Entry<String, String>> entries) {
        return entries.collect(
                Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first, LinkedHashMap::new));
    }
}
