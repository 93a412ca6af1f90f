package dev.parley.conformance.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Something that a reader of the report should know, and that is no proof: a difference that is meant.
 *
 * @param section what such remarks are of; the head of a list
 * @param what the thing
 * @param why the reason, or the evidence
 */
public record Remark(String section, String what, String why) {

    private static final Collection<Remark> COLLECTED = new ConcurrentLinkedQueue<>();

    /** Keeps a remark for the report. */
    public static void add(String section, String what, String why) {
        COLLECTED.add(new Remark(section, what, why));
    }

    /** Returns the lists by their heads, sorted, each remark once. */
    static Map<String, List<Remark>> collected() {
        return COLLECTED.stream()
                .distinct()
                .sorted(Comparator.comparing(Remark::what))
                .collect(Collectors.groupingBy(Remark::section, TreeMap::new, Collectors.toList()));
    }
}
