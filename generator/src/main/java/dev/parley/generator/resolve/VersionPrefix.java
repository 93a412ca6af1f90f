package dev.parley.generator.resolve;

import java.util.List;
import java.util.Locale;

/**
 * The words that all paths of a document start with and that name no resource: {@code api}, {@code rest}, a version. A
 * person leaves them out of the name of a method; words that tell paths apart stay.
 */
final class VersionPrefix {

    private VersionPrefix() {}

    /**
     * Returns how many names at the start of every path are left out.
     *
     * @param paths the names of each path
     */
    static int length(List<List<String>> paths) {
        if (paths.isEmpty()) {
            return 0;
        }
        List<String> first = paths.get(0);
        int length = 0;
        while (length < first.size() && isVersion(first.get(length)) && allHave(paths, length, first.get(length))) {
            length++;
        }
        return length;
    }

    private static boolean allHave(List<List<String>> paths, int index, String name) {
        return paths.stream()
                .allMatch(names -> names.size() > index && names.get(index).equals(name));
    }

    private static boolean isVersion(String name) {
        return name.toLowerCase(Locale.ROOT)
                .matches("api|rest|v?\\d+([._-]\\d+)*((alpha|beta|p|rc)\\d*)*|\\d{4}-\\d{2}-\\d{2}");
    }
}
