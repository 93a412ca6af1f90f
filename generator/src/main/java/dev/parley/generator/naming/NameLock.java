package dev.parley.generator.naming;

import java.util.Map;
import java.util.TreeMap;

/**
 * The names that a run chose, for the next one to keep: a new schema, another order or another rule of the generator then
 * changes no name that is in use.
 *
 * @param sections for each section what got which name; sorted, so that a file of them changes as little as the names do
 */
public record NameLock(Map<String, Map<String, String>> sections) {

    /** The section of the client classes. */
    static final String CLIENT = "client";

    /** The section of the methods that lead to resources, and of those of resources, with the resource around them. */
    static final String RESOURCES = "resources";

    /** The section of the types of services and pages. */
    static final String SERVICES = "services";

    /** The section of the types of the model, with the types around them. */
    static final String TYPES = "types";

    public NameLock {
        Map<String, Map<String, String>> sorted = new TreeMap<>();
        sections.forEach((section, names) -> sorted.put(section, new TreeMap<>(names)));
        sections = sorted;
    }

    /** Returns a lock that holds no name. */
    public static NameLock empty() {
        return new NameLock(Map.of());
    }

    /** Returns what got which name in a section; empty if there is none. */
    Map<String, String> section(String section) {
        return sections.getOrDefault(section, Map.of());
    }
}
