package dev.parley.runtime.call;

import dev.parley.runtime.call.ParameterExpansion.Pair;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query of one request, in the order in which its parameters are added. */
final class QueryString {
    private final StringBuilder text = new StringBuilder(0);
    private Set<String> names = Set.of();

    /**
     * Adds {@code name=value}.
     *
     * @param operation the operation, for messages
     * @throws IllegalArgumentException if the value has no form in a query
     */
    void add(Operation operation, String name, Object value) {
        String what = what(operation, name);
        name(name);
        add(
                PercentEncoding.QUERY.encode(what, name),
                PercentEncoding.QUERY.encode(what, ParameterValue.text(what, value)));
    }

    /** Adds what a value expands to by a style; nothing if that is nothing. */
    void add(Operation operation, String name, Object value, ParameterStyle style, boolean reserved) {
        for (Pair pair : ParameterExpansion.query(what(operation, name), name, value, style, reserved)) {
            name(URLDecoder.decode(pair.name(), StandardCharsets.UTF_8));
            add(pair.name(), pair.value());
        }
    }

    /** Adds a query that is encoded already, such as {@code beta=true}. */
    void addLiteral(String literal) {
        for (String pair : literal.split("&")) {
            name(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8));
        }
        text.append(text.isEmpty() ? '?' : '&').append(literal);
    }

    private void add(String name, String value) {
        text.append(text.isEmpty() ? '?' : '&').append(name).append('=').append(value);
    }

    private void name(String name) {
        if (names.isEmpty()) {
            names = new HashSet<>();
        }
        names.add(name);
    }

    boolean has(String name) {
        return names.contains(name);
    }

    private static String what(Operation operation, String name) {
        return operation + ": query parameter '" + name + "'";
    }

    /** Returns this query with further parameters behind it, save those whose names it has already. */
    String with(Operation operation, List<Map.Entry<String, String>> further) {
        if (further.isEmpty()) {
            return toString();
        }
        QueryString extended = new QueryString();
        extended.text.append(text);
        for (Map.Entry<String, String> parameter : further) {
            if (!names.contains(parameter.getKey())) {
                extended.add(operation, parameter.getKey(), parameter.getValue());
            }
        }
        return extended.toString();
    }

    /** Returns the query with its question mark, or an empty string if there is no parameter. */
    @Override
    public String toString() {
        return text.toString();
    }
}
