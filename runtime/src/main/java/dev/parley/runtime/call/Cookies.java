package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cookies of one request, as pairs that are encoded already. */
final class Cookies {
    static final String HEADER = "cookie";

    private static final String SEPARATOR = "; ";

    private final List<String> pairs = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(String name, String value) {
        names.add(name);
        pairs.add(name + "=" + value);
    }

    /** Adds the cookies of another request behind these. */
    void addAll(Cookies others) {
        pairs.addAll(others.pairs);
        names.addAll(others.names);
    }

    /** Returns the value of the one header: the cookies that stand in the headers given, save those of the same names, then these. */
    @Nullable
    String header(HttpHeaders given) {
        List<String> all = new ArrayList<>();
        for (String line : given.all(HEADER)) {
            for (String pair : line.split(";")) {
                if (!pair.isBlank() && !names.contains(name(pair))) {
                    all.add(pair.strip());
                }
            }
        }
        all.addAll(pairs);
        return all.isEmpty() ? null : String.join(SEPARATOR, all);
    }

    /** Returns the values of the cookies in a header. */
    static List<String> values(String header) {
        List<String> values = new ArrayList<>();
        for (String pair : header.split(";")) {
            values.add(pair.substring(pair.indexOf('=') + 1).strip());
        }
        return values;
    }

    /** Returns whether headers hold a cookie of this name. */
    static boolean isIn(HttpHeaders headers, String name) {
        return headers.all(HEADER).stream()
                .flatMap(line -> List.of(line.split(";")).stream())
                .anyMatch(pair -> name(pair).equals(name));
    }

    private static String name(String pair) {
        return pair.split("=", 2)[0].strip();
    }
}
