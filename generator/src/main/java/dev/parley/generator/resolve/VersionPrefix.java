package dev.parley.generator.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that the paths of a document start with and that name no resource: {@code api}, {@code rest}, a version. A
 * person leaves them out of the name of a method; words that tell paths apart stay.
 */
final class VersionPrefix {

    private final List<String> prefix;

    /**
     * Finds the words of a document.
     *
     * @param paths the names of each path
     */
    VersionPrefix(List<List<String>> paths) {
        List<String> found = paths.stream()
                .map(VersionPrefix::versions)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse(List.of());
        while (!found.isEmpty() && !canGo(found, paths)) {
            found = found.subList(0, found.size() - 1);
        }
        prefix = List.copyOf(found);
    }

    /** Returns the names of a path without these words, if it starts with them. */
    List<String> cut(List<String> names) {
        return new ArrayList<>(starts(names) ? names.subList(prefix.size(), names.size()) : names);
    }

    private boolean starts(List<String> names) {
        return starts(prefix, names);
    }

    private static boolean starts(List<String> words, List<String> names) {
        return names.size() >= words.size() && names.subList(0, words.size()).equals(words);
    }

    /**
     * Words can go if no path has others in their place. Where a path has none, they have to end in a version, and leave
     * names that no such path has.
     */
    private static boolean canGo(List<String> words, List<List<String>> paths) {
        Set<String> kept = new HashSet<>();
        Set<String> left = new HashSet<>();
        for (List<String> names : paths) {
            if (starts(words, names)) {
                left.add(names.size() == words.size() ? "" : names.get(words.size()));
            } else if (!versions(names).isEmpty()) {
                return false;
            } else {
                kept.add(names.isEmpty() ? "" : names.get(0));
            }
        }
        boolean isVersion = words.get(words.size() - 1).matches("[vV]\\d.*");
        boolean isApart = !left.contains("") && Collections.disjoint(left, kept);
        return kept.isEmpty() || isVersion && isApart;
    }

    private static List<String> versions(List<String> names) {
        int length = 0;
        while (length < names.size() && isVersion(names.get(length))) {
            length++;
        }
        return names.subList(0, length);
    }

    private static boolean isVersion(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches("api|rest|v?\\d+([._-]\\d+)*((alpha|beta|p|rc)\\d*)*|\\d{4}-\\d{2}-\\d{2}");
    }
}
