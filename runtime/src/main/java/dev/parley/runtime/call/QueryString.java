package dev.parley.runtime.call;

import dev.parley.runtime.json.OpenEnum;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query of one request, in the order in which its parameters are added. */
final class QueryString {
    private final StringBuilder text = new StringBuilder();
    private final Set<String> names = new HashSet<>();

    /**
     * Adds {@code name=value}.
     *
     * @param operation the operation, for messages
     * @param suffix what goes behind the name, such as the brackets of a list
     * @throws IllegalArgumentException if the value has no form in a query
     */
    void add(Operation operation, String name, String suffix, Object value) {
        String what = operation + ": query parameter '" + name + "'";
        names.add(name + suffix);
        text.append(text.isEmpty() ? '?' : '&')
                .append(PercentEncoding.QUERY.encode(what, name + suffix))
                .append('=')
                .append(PercentEncoding.QUERY.encode(what, text(what, value)));
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
                extended.add(operation, parameter.getKey(), "", parameter.getValue());
            }
        }
        return extended.toString();
    }

    /**
     * Returns a value as it is sent in a query or a header.
     *
     * @param what the name of the parameter, for messages
     * @throws IllegalArgumentException if the value has no such form
     */
    static String text(String what, Object value) {
        if (value instanceof String || value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof OpenEnum open) {
            return open.value();
        }
        if (value instanceof Double number) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(what + " is " + number + ", which is not a finite number");
            }
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        throw new IllegalArgumentException(what + " cannot be sent as a "
                + value.getClass().getName() + "; give a String, OpenEnum, Long, Integer, Double or Boolean");
    }

    /** Returns the query with its question mark, or an empty string if there is no parameter. */
    @Override
    public String toString() {
        return text.toString();
    }
}
