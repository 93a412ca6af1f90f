package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path such as {@code /conversations/{conversation_id}/items}, taken apart once; behind a question mark it may have a
 * query that goes out with every call.
 */
final class PathTemplate {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^{}/]+)}");

    private static final Pattern LITERAL = Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*");

    private static final Pattern QUERY = Pattern.compile("(?:[A-Za-z0-9\\-._~!$'()*+,;=:@/?&]|%[0-9A-Fa-f]{2})+");

    private final String text;
    private final String query;
    private final List<String> parameters = new ArrayList<>();

    /** The text before each parameter, and behind the last one. */
    private final List<String> literals = new ArrayList<>();

    PathTemplate(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("the path template '" + text + "' does not start with '/'");
        }
        this.text = text;
        int mark = text.indexOf('?');
        String path = mark < 0 ? text : text.substring(0, mark);
        query = mark < 0 ? "" : text.substring(mark + 1);
        Matcher matcher = PARAMETER.matcher(path);
        int end = 0;
        while (matcher.find()) {
            literals.add(path.substring(end, matcher.start()));
            parameters.add(matcher.group(1));
            end = matcher.end();
        }
        literals.add(path.substring(end));
        for (String literal : literals) {
            if (!LITERAL.matcher(literal).matches()) {
                throw new IllegalArgumentException("the path template '" + text
                        + "' has braces that do not pair, or a character that a path cannot hold unencoded");
            }
        }
        if (mark >= 0 && !QUERY.matcher(query).matches()) {
            throw new IllegalArgumentException(
                    "the path template '" + text + "' has a character that a query cannot hold unencoded");
        }
    }

    /** Returns the query that goes out with every call, without its question mark; empty for none. */
    String query() {
        return query;
    }

    boolean names(String parameter) {
        return parameters.contains(parameter);
    }

    /**
     * Fills in the parameters.
     *
     * @param values the percent-encoded value of each parameter
     * @throws IllegalStateException if parameters are missing; the message names every one of them
     * @throws IllegalArgumentException if a segment comes out as {@code .} or {@code ..}
     */
    String expand(Map<String, String> values) {
        List<String> missing =
                parameters.stream().filter(name -> !values.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(text + ": missing path parameters " + String.join(", ", missing));
        }
        StringBuilder path = new StringBuilder(literals.get(0));
        for (int i = 0; i < parameters.size(); i++) {
            path.append(values.get(parameters.get(i))).append(literals.get(i + 1));
        }
        refuseDotSegments(path.toString());
        return path.toString();
    }

    /** A server or a proxy resolves such a segment, and the call lands on another resource. */
    private void refuseDotSegments(String path) {
        for (String segment : path.split("/")) {
            if (segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException(
                        text + ": the path parameters make the segment '" + segment + "', which would change the path");
            }
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
