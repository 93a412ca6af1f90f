package dev.parley.generator.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path with holes for parameters.
 *
 * @param path such as {@code /conversations/{conversation_id}/items}
 */
record PathTemplate(String path) {

    private static final Pattern SENDABLE = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");

    private static final Pattern HOLE = Pattern.compile("\\{([^{}/]+)}");

    /** Returns whether a request can have this path: RFC 3986, section 3.3, with parameters between. */
    boolean isSendable() {
        List<String> segments = segments();
        return path.startsWith("/")
                && SENDABLE.matcher(HOLE.matcher(path).replaceAll("")).matches()
                && !segments.contains(".")
                && !segments.contains("..");
    }

    /** Returns the segments that are no parameters, in order. */
    List<String> names() {
        return segments().stream().filter(segment -> !isParameter(segment)).toList();
    }

    /** Returns the names of the parameters, in order. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = HOLE.matcher(path);
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        return parameters;
    }

    /** Returns whether the path names one member of a collection. */
    boolean endsInParameter() {
        List<String> segments = segments();
        return !segments.isEmpty() && isParameter(segments.get(segments.size() - 1));
    }

    /** Returns whether the last segment comes straight behind a parameter. */
    boolean followsParameter() {
        List<String> segments = segments();
        return segments.size() > 1 && isParameter(segments.get(segments.size() - 2));
    }

    /** Returns the last segment if it is no parameter, or {@code null}. */
    @Nullable
    String lastName() {
        List<String> segments = segments();
        return segments.isEmpty() || endsInParameter() ? null : segments.get(segments.size() - 1);
    }

    /** Returns the path without its last segment, empty if there is none. */
    String parent() {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private List<String> segments() {
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.removeIf(String::isEmpty);
        return segments;
    }

    private static boolean isParameter(String segment) {
        return segment.contains("{");
    }
}
