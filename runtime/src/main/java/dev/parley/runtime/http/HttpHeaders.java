package dev.parley.runtime.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request or of an answer: immutable, a list of values for each name, names in lower case and found
 * whatever the case asked for.
 */
public final class HttpHeaders {
    /** No headers. */
    public static final HttpHeaders EMPTY = new HttpHeaders(Map.of());

    private final Map<String, List<String>> values;

    private HttpHeaders(Map<String, List<String>> values) {
        this.values = values;
    }

    /** Returns a builder with nothing set. */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /** Returns a builder that holds these headers. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** Returns the first value of the header, or null if there is none. */
    public @Nullable String first(String name) {
        List<String> all = values.get(HeaderSyntax.folded(name));
        return all == null ? null : all.get(0);
    }

    /** Returns all values of the header in their order, none if it is absent. */
    public List<String> all(String name) {
        return values.getOrDefault(HeaderSyntax.folded(name), List.of());
    }

    /** Returns whether the header is there. */
    public boolean contains(String name) {
        return values.containsKey(HeaderSyntax.folded(name));
    }

    /** Returns the names, in lower case. */
    public Set<String> names() {
        return values.keySet();
    }

    /** Returns whether there are no headers. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns an unmodifiable map from each name, in lower case, to its values. */
    public Map<String, List<String>> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpHeaders that && values.equals(that.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** Returns names and values, with the values of headers that may hold a secret masked. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        values.forEach((name, all) -> text.add(name + "=" + (HeaderSyntax.isSensitive(name) ? "[***]" : all)));
        return text.toString();
    }

    /** Collects headers. Every method refuses a name that is not a token and a value with a control character. */
    public static final class Builder {
        private final Map<String, List<String>> values = new LinkedHashMap<>();

        private Builder(Map<String, List<String>> values) {
            values.forEach((name, all) -> this.values.put(name, new ArrayList<>(all)));
        }

        /**
         * Adds a value behind those that the header has.
         *
         * @throws IllegalArgumentException if name or value is not legal; its message holds the name, never the value
         */
        public Builder add(String name, String value) {
            values.computeIfAbsent(checked(name, value), absent -> new ArrayList<>(1))
                    .add(value);
            return this;
        }

        /**
         * Sets the only value of the header, dropping those that it has.
         *
         * @throws IllegalArgumentException if name or value is not legal; its message holds the name, never the value
         */
        public Builder set(String name, String value) {
            values.put(checked(name, value), new ArrayList<>(List.of(value)));
            return this;
        }

        /** Sets every header of the others, dropping the values that a header of the same name has. */
        public Builder setAll(HttpHeaders others) {
            others.values.forEach((name, all) -> values.put(name, new ArrayList<>(all)));
            return this;
        }

        /** Removes the header, if it is there. */
        public Builder remove(String name) {
            values.remove(HeaderSyntax.folded(name));
            return this;
        }

        /** Returns the headers as collected so far. */
        public HttpHeaders build() {
            if (values.isEmpty()) {
                return EMPTY;
            }
            Map<String, List<String>> copy = new LinkedHashMap<>();
            values.forEach((name, all) -> copy.put(name, List.copyOf(all)));
            return new HttpHeaders(Collections.unmodifiableMap(copy));
        }

        private static String checked(String name, String value) {
            HeaderSyntax.requireName(name);
            HeaderSyntax.requireValue(name, value);
            return HeaderSyntax.folded(name);
        }
    }
}
