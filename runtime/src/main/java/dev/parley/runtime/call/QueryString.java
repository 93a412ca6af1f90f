package dev.parley.runtime.call;

import dev.parley.runtime.json.OpenEnum;
import java.math.BigDecimal;

/** The query of one request, in the order in which its parameters are added. */
final class QueryString {
    private final StringBuilder text = new StringBuilder();

    /**
     * Adds {@code name=value}.
     *
     * @param operation the operation, for messages
     * @param suffix what goes behind the name, such as the brackets of a list
     * @throws IllegalArgumentException if the value has no form in a query
     */
    void add(Operation operation, String name, String suffix, Object value) {
        String what = operation + ": query parameter '" + name + "'";
        text.append(text.isEmpty() ? '?' : '&')
                .append(PercentEncoding.QUERY.encode(what, name + suffix))
                .append('=')
                .append(PercentEncoding.QUERY.encode(what, text(what, value)));
    }

    private static String text(String what, Object value) {
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
