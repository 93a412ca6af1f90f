package dev.parley.generator.resolve;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path with holes for parameters.
 *
 * @param key as it stands in the document, such as {@code /conversations/{conversation_id}/items}; OpenAPI does not know
 *     the query that some documents put behind it, as in {@code /responses?beta=true}
 */
record PathTemplate(String key) {

    private static final Pattern SENDABLE = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");

    private static final Pattern SENDABLE_QUERY =
            Pattern.compile("(?:[A-Za-z0-9._~!$'()*+,;=:@/?&-]|%[0-9A-Fa-f]{2})+");

    private static final Pattern HOLE = Pattern.compile("\\{([^{}/]+)}");

    /** A verb behind a colon, as in {@code {id}:cancel} and {@code books:batchGet}. */
    private static final Pattern ACTION = Pattern.compile("(.+):([A-Za-z][A-Za-z0-9_-]*)");

    /** Returns whether a request can have this path: RFC 3986, sections 3.3 and 3.4, with parameters between. */
    boolean isSendable() {
        List<String> segments = segments(path());
        return key.startsWith("/")
                && SENDABLE.matcher(HOLE.matcher(path()).replaceAll("")).matches()
                && (!key.contains("?") || SENDABLE_QUERY.matcher(query()).matches())
                && !segments.contains(".")
                && !segments.contains("..");
    }

    /** Returns the path without the query. */
    String path() {
        int mark = key.indexOf('?');
        return mark < 0 ? key : key.substring(0, mark);
    }

    /** Returns the query without its question mark; empty for none. */
    String query() {
        int mark = key.indexOf('?');
        return mark < 0 ? "" : key.substring(mark + 1);
    }

    /** Returns the names of the parameters that the query states, decoded. */
    List<String> queryNames() {
        return query().isEmpty()
                ? List.of()
                : Arrays.stream(query().split("&"))
                        .map(pair -> URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))
                        .toList();
    }

    /** Returns what the segments say that is no parameter, in order. */
    List<String> names() {
        return segments(nounPath()).stream()
                .map(segment -> segment.replaceAll("(?s)[^A-Za-z0-9]*\\{.*", ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Returns the names of the parameters, in order. */
    List<String> parameters() {
        List<String> parameters = new ArrayList<>();
        Matcher matcher = HOLE.matcher(path());
        while (matcher.find()) {
            parameters.add(matcher.group(1));
        }
        return parameters;
    }

    /** Returns the verb behind a colon at the end, or {@code null}. */
    @Nullable
    String action() {
        List<String> segments = segments(path());
        Matcher matcher = ACTION.matcher(segments.isEmpty() ? "" : segments.get(segments.size() - 1));
        return matcher.matches() ? matcher.group(2) : null;
    }

    /** Returns whether the path names one member of a collection. */
    boolean endsInParameter() {
        List<String> segments = segments(nounPath());
        return !segments.isEmpty() && isParameter(segments.get(segments.size() - 1));
    }

    /** Returns whether the last segment comes straight behind a parameter. */
    boolean followsParameter() {
        List<String> segments = segments(nounPath());
        return segments.size() > 1 && isParameter(segments.get(segments.size() - 2));
    }

    /** Returns the last segment if it is no parameter, or {@code null}. */
    @Nullable
    String lastName() {
        List<String> segments = segments(nounPath());
        return segments.isEmpty() || endsInParameter() ? null : segments.get(segments.size() - 1);
    }

    /** Returns the path without its last segment, empty if there is none. */
    String parent() {
        return path().substring(0, Math.max(0, path().lastIndexOf('/')));
    }

    private String nounPath() {
        String action = action();
        return action == null ? path() : path().substring(0, path().lastIndexOf(':'));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>(List.of(path.split("/")));
        segments.removeIf(String::isEmpty);
        return segments;
    }

    private static boolean isParameter(String segment) {
        return segment.contains("{");
    }
}
