package dev.parley.generator.evolution;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of a listing.
 *
 * @param name without its base package
 * @param kind {@code record}, {@code interface}, {@code class} or {@code enum}
 * @param marks words such as {@code sealed}, {@code final}, {@code deprecated}
 * @param components what a record consists of, types and names
 * @param parents what it extends and implements
 * @param permitted what a sealed type permits
 * @param members by their keys
 */
record ApiType(
        String name,
        String kind,
        Set<String> marks,
        List<String> components,
        Set<String> parents,
        Set<String> permitted,
        Map<String, Signature> members) {

    private static final Pattern HEADER =
            Pattern.compile("(?<marks>(?:(?:deprecated|sealed|final|abstract) )*)(?<kind>record|interface|class|enum)"
                    + "(?:\\((?<components>.*?)\\)(?= : |$))?(?: : (?<parents>.+))?");

    /**
     * Reads the lines of a listing.
     *
     * @return the types by their names
     * @throws IllegalArgumentException if a line is none of a listing
     */
    static Map<String, ApiType> parse(List<String> lines) {
        Map<String, ApiType> types = new TreeMap<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            if (line.isBlank()) {
                continue;
            }
            if (blank < 1) {
                throw new IllegalArgumentException("'" + line + "' is no line of a listing");
            }
            String name = line.substring(0, blank);
            String rest = line.substring(blank + 1);
            if (rest.startsWith(": ")) {
                types.merge(name, header(name, rest.substring(2)), (before, header) -> header.with(before));
            } else {
                ApiType type = types.computeIfAbsent(name, ApiType::unknown);
                if (rest.startsWith("permits ")) {
                    type.permitted.add(rest.substring("permits ".length()));
                } else {
                    Signature member = Signature.parse(rest);
                    type.members.put(member.key(), member);
                }
            }
        }
        return types;
    }

    boolean is(String mark) {
        return marks.contains(mark);
    }

    private static ApiType unknown(String name) {
        return new ApiType(name, "", Set.of(), List.of(), Set.of(), new TreeSet<>(), new TreeMap<>());
    }

    private static ApiType header(String name, String text) {
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            throw new IllegalArgumentException("'" + name + " : " + text + "' is no line of a listing");
        }
        return new ApiType(
                name,
                header.group("kind"),
                Set.copyOf(List.of(header.group("marks").strip().split(" "))),
                header.group("components") == null ? List.of() : Signature.split(header.group("components")),
                header.group("parents") == null ? Set.of() : new TreeSet<>(Signature.split(header.group("parents"))),
                new TreeSet<>(),
                new TreeMap<>());
    }

    private ApiType with(ApiType collected) {
        return new ApiType(name, kind, marks, components, parents, collected.permitted, collected.members);
    }
}
