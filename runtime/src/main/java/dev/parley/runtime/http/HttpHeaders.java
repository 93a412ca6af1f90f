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
        return asMap().keySet();
    }

    /** Returns whether there are no headers. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** Returns an unmodifiable map from each name, in lower case, to its values. */
    public Map<String, List<String>> asMap() {
        return Collections.unmodifiableMap(values);
    }

    /** Returns what {@link #asMap} holds, without a wrapper around each entry; not to be changed. */
    Set<Map.Entry<String, List<String>>> entries() {
        return values.entrySet();
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

    /** Collects headers. Every method refuses a name that is not a token and a value with a control character of ASCII. */
    public static final class Builder {
        /** Lists are unmodifiable, so that headers and builders can share them, but for those that are growing. */
        private Map<String, List<String>> values;

        /** Whether there are lists of the builder's own, which is rare: few headers have a second value. */
        private boolean growing;

        /** Whether headers hold the map, too, so that it must be copied before it is changed. */
        private boolean shared = true;

        private Builder(Map<String, List<String>> values) {
            this.values = values;
        }

        /**
         * Adds a value behind those that the header has.
         *
         * @throws IllegalArgumentException if name or value is not legal; its message holds the name, never the value
         */
        public Builder add(String name, String value) {
            String key = checked(name, value);
            List<String> before = own().putIfAbsent(key, List.of(value));
            if (before instanceof ArrayList<String> own) {
                own.add(value);
            } else if (before != null) {
                List<String> grown = new ArrayList<>(before);
                grown.add(value);
                values.put(key, grown);
                growing = true;
            }
            return this;
        }

        /**
         * Sets the only value of the header, dropping those that it has.
         *
         * @throws IllegalArgumentException if name or value is not legal; its message holds the name, never the value
         */
        public Builder set(String name, String value) {
            own().put(checked(name, value), List.of(value));
            return this;
        }

        /** Sets every header of the others, dropping the values that a header of the same name has. */
        public Builder setAll(HttpHeaders others) {
            if (!others.isEmpty()) {
                own().putAll(others.values);
            }
            return this;
        }

        /** Adds values behind those that the header has; as {@link #add}. */
        Builder addAll(String name, List<String> all) {
            for (int i = 0; i < all.size(); i++) {
                HeaderSyntax.requireValue(name, all.get(i));
            }
            HeaderSyntax.requireName(name);
            List<String> copy = List.copyOf(all); // itself, of lists that the JDK makes
            List<String> before = own().putIfAbsent(HeaderSyntax.folded(name), copy);
            if (before != null) {
                for (int i = 0; i < all.size(); i++) {
                    add(name, all.get(i));
                }
            }
            return this;
        }

        /** Removes the header, if it is there. */
        public Builder remove(String name) {
            String key = HeaderSyntax.folded(name);
            if (values.containsKey(key)) {
                own().remove(key);
            }
            return this;
        }

        /** Returns the headers as collected so far. */
        public HttpHeaders build() {
            if (values.isEmpty()) {
                return EMPTY;
            }
            if (growing) {
                for (Map.Entry<String, List<String>> header : values.entrySet()) {
                    header.setValue(List.copyOf(header.getValue()));
                }
                growing = false;
            }
            shared = true;
            return new HttpHeaders(values);
        }

        private Map<String, List<String>> own() {
            if (shared) {
                values = new LinkedHashMap<>(values);
                shared = false;
            }
            return values;
        }

        private static String checked(String name, String value) {
            HeaderSyntax.requireName(name);
            HeaderSyntax.requireValue(name, value);
            return HeaderSyntax.folded(name);
        }
    }
}
