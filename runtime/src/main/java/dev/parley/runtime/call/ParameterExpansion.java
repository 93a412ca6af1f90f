package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Expands one parameter by its style, encoded for its place: into one text, or into pairs of a name and a value. No message
 * holds a value.
 */
final class ParameterExpansion {

    /** A name and a value, both encoded. */
    record Pair(String name, String value) {}

    private final String what;
    private final String name;
    private final ParameterStyle style;
    private final UnaryOperator<String> encoding;

    /** What stands between parts of one value, as it goes out. */
    private final String delimiter;

    /** What no part may hold, since nobody could tell it from the delimiter; empty for none. */
    private final String ambiguous;

    private ParameterExpansion(
            String what,
            String name,
            ParameterStyle style,
            UnaryOperator<String> encoding,
            String delimiter,
            String ambiguous) {
        this.what = what;
        this.name = name;
        this.style = style;
        this.encoding = encoding;
        this.delimiter = delimiter;
        this.ambiguous = ambiguous;
    }

    /** Expands into a path, as RFC 6570 does it. */
    static String path(String what, String name, Object value, ParameterStyle style) {
        UnaryOperator<String> encoding = text -> PercentEncoding.QUERY.encode(what, text);
        String ambiguous = style == ParameterStyle.LABEL_EXPLODED ? "." : "";
        ParameterExpansion expansion = new ParameterExpansion(what, name, style, encoding, ",", ambiguous);
        String text = switch (style) {
            case SIMPLE, SIMPLE_EXPLODED, JSON -> expansion.joined(value, "", ",");
            case LABEL, LABEL_EXPLODED -> expansion.joined(value, ".", style == ParameterStyle.LABEL ? "," : ".");
            case MATRIX, MATRIX_EXPLODED -> expansion.matrix(value);
            default -> throw new IllegalArgumentException(what + " cannot have the style " + style);
        };
        if (text.isEmpty() && !(value instanceof String)) {
            throw new IllegalArgumentException(what + " holds nothing, which would change the path");
        }
        if (text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(what + " comes out as '" + text + "', which would change the path");
        }
        return text;
    }

    /** Expands into a header, which carries texts as they are. */
    static @Nullable String header(String what, Object value, ParameterStyle style) {
        ParameterExpansion expansion = new ParameterExpansion(what, "", style, UnaryOperator.identity(), ",", ",");
        Object parts = style == ParameterStyle.JSON ? "" : ParameterValue.parts(what, value);
        return parts == null || isEmpty(parts) ? null : expansion.joined(value, "", ",");
    }

    /** Expands into pairs of a query. */
    static List<Pair> query(String what, String name, Object value, ParameterStyle style, boolean reserved) {
        PercentEncoding encoding = reserved ? PercentEncoding.QUERY_RESERVED : PercentEncoding.QUERY;
        UnaryOperator<String> encoded = text -> encoding.encode(what, text);
        ParameterExpansion expansion = switch (style) {
            case SPACE_DELIMITED -> new ParameterExpansion(what, name, style, encoded, "%20", " ");
            case PIPE_DELIMITED -> new ParameterExpansion(what, name, style, encoded, "%7C", "|");
            default -> new ParameterExpansion(what, name, style, encoded, ",", reserved ? "," : "");
        };
        return expansion.pairs(value);
    }

    /** Expands into cookies; a comma is legal in no cookie, so the one between parts is encoded, too. */
    static List<Pair> cookies(String what, String name, Object value, ParameterStyle style) {
        UnaryOperator<String> encoding = text -> PercentEncoding.QUERY.encode(what, text);
        return new ParameterExpansion(what, name, style, encoding, "%2C", ",").pairs(value);
    }

    private boolean isExploded() {
        return switch (style) {
            case SIMPLE_EXPLODED, LABEL_EXPLODED, MATRIX_EXPLODED, FORM_EXPLODED -> true;
            default -> false;
        };
    }

    private String joined(Object value, String first, String separator) {
        if (style == ParameterStyle.JSON) {
            return encoding.apply(ParameterValue.json(value));
        }
        Object parts = ParameterValue.parts(what, value);
        if (parts == null || isEmpty(parts)) {
            return "";
        }
        if (parts instanceof String text) {
            return first + encoding.apply(text);
        }
        if (parts instanceof Map<?, ?> members && isExploded()) {
            List<String> pairs = new ArrayList<>();
            members.forEach((key, member) -> {
                refuse(key.toString().contains("=") && encoding.apply("=").equals("="), "'=' in the name of a member");
                pairs.add(part(key) + "=" + part(member));
            });
            return first + String.join(separator, pairs);
        }
        return first + String.join(separator, flat(parts));
    }

    private String matrix(Object value) {
        StringBuilder path = new StringBuilder();
        for (Pair pair : pairs(value)) {
            path.append(';').append(pair.name());
            if (!pair.value().isEmpty()) {
                path.append('=').append(pair.value());
            }
        }
        return path.toString();
    }

    private List<Pair> pairs(Object value) {
        List<Pair> pairs = new ArrayList<>();
        if (style == ParameterStyle.JSON) {
            pairs.add(new Pair(encodedName(name), encoding.apply(ParameterValue.json(value))));
            return pairs;
        }
        Object parts = ParameterValue.parts(what, value);
        if (style == ParameterStyle.DEEP_OBJECT) {
            deep(name, parts, pairs);
        } else if (parts instanceof String text) {
            pairs.add(new Pair(encodedName(name), encoding.apply(text)));
        } else if (parts != null && !isEmpty(parts)) {
            if (!isExploded()) {
                pairs.add(new Pair(encodedName(name), String.join(delimiter, flat(parts))));
            } else if (parts instanceof List<?> list) {
                list.forEach(element -> pairs.add(new Pair(encodedName(name), single(element))));
            } else {
                ((Map<?, ?>) parts).forEach((key, member) -> addMember(key.toString(), member, pairs));
            }
        }
        return pairs;
    }

    /** A list in an object of which each member is a parameter goes out as a list that is one: a pair for each element. */
    private void addMember(String key, Object member, List<Pair> pairs) {
        if (style == ParameterStyle.FORM_EXPLODED && member instanceof List<?> list) {
            list.forEach(element -> pairs.add(new Pair(encodedName(key), single(element))));
        } else {
            pairs.add(new Pair(encodedName(key), single(member)));
        }
    }

    private void deep(String prefix, @Nullable Object parts, List<Pair> pairs) {
        if (parts instanceof Map<?, ?> members) {
            members.forEach((key, member) -> deep(prefix + "[" + key + "]", member, pairs));
        } else if (parts instanceof List<?> list) {
            String named = prefix.endsWith("[]") ? prefix : prefix + "[]";
            for (Object element : list) {
                refuse(!(element instanceof String), "a list or an object within a list");
                deep(named, element, pairs);
            }
        } else if (parts != null) {
            pairs.add(new Pair(encodedName(prefix), encoding.apply((String) parts)));
        }
    }

    /** Returns the elements, or the names and values of the members in turn. */
    private List<String> flat(Object parts) {
        List<String> flat = new ArrayList<>();
        if (parts instanceof List<?> list) {
            list.forEach(element -> flat.add(part(element)));
        } else {
            ((Map<?, ?>) parts).forEach((key, member) -> {
                flat.add(part(key));
                flat.add(part(member));
            });
        }
        return flat;
    }

    private String part(Object part) {
        if (part instanceof String text && !ambiguous.isEmpty()) {
            refuse(text.contains(ambiguous), "the character '" + ambiguous + "', which stands between the parts");
        }
        return single(part);
    }

    private String single(Object part) {
        refuse(!(part instanceof String), "a list or an object within another one");
        return encoding.apply((String) part);
    }

    private void refuse(boolean refused, String found) {
        if (refused) {
            throw new IllegalArgumentException(
                    what + " holds " + found + ", which the style " + style + " of the document has no form for");
        }
    }

    private String encodedName(String plain) {
        return PercentEncoding.QUERY.encode(what, plain);
    }

    private static boolean isEmpty(Object parts) {
        return parts instanceof List<?> list && list.isEmpty()
                || parts instanceof Map<?, ?> members && members.isEmpty();
    }
}
