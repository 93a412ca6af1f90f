package dev.parley.runtime.http;

import java.util.ArrayList;
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
    public static final HttpHeaders EMPTY = new HttpHeaders(new HeaderFields());

    private final HeaderFields fields;

    private HttpHeaders(HeaderFields fields) {
        this.fields = fields;
    }

    /** Returns a builder with nothing set. */
    public static Builder builder() {
        return EMPTY.toBuilder();
    }

    /** Returns a builder that holds these headers. */
    public Builder toBuilder() {
        return new Builder(fields);
    }

    /** Returns the first value of the header, or null if there is none. */
    public @Nullable String first(String name) {
        int index = fields.find(HeaderSyntax.folded(name));
        return index < 0 ? null : fields.values(index).get(0);
    }

    /** Returns all values of the header in their order, none if it is absent. */
    public List<String> all(String name) {
        int index = fields.find(HeaderSyntax.folded(name));
        return index < 0 ? List.of() : fields.values(index);
    }

    /** Returns whether the header is there. */
    public boolean contains(String name) {
        return fields.find(HeaderSyntax.folded(name)) >= 0;
    }

    /** Returns the names, in lower case. */
    public Set<String> names() {
        return asMap().keySet();
    }

    /** Returns whether there are no headers. */
    public boolean isEmpty() {
        return fields.size() == 0;
    }

    /** Returns an unmodifiable map from each name, in lower case, to its values. */
    public Map<String, List<String>> asMap() {
        return fields;
    }

    /** Returns what the headers are made of; not to be changed. */
    HeaderFields fields() {
        return fields;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpHeaders that && fields.equals(that.fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    /** Returns names and values, with the values of headers that may hold a secret masked. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        asMap().forEach((name, all) -> text.add(name + "=" + (HeaderSyntax.isSensitive(name) ? "[***]" : all)));
        return text.toString();
    }

    /** Collects headers. Every method refuses a name that is not a token and a value with a control character of ASCII. */
    public static final class Builder {
        /** Lists are unmodifiable, so that headers and builders can share them, but for those that are growing. */
        private HeaderFields fields;

        /** Whether there are lists of the builder's own, which is rare: few headers have a second value. */
        private boolean growing;

        /** Whether headers hold the fields, too, so that they must be copied before they are changed. */
        private boolean shared = true;

        private Builder(HeaderFields fields) {
            this.fields = fields;
        }

        /**
         * Adds a value behind those that the header has.
         *
         * @throws IllegalArgumentException if name or value is not legal; its message holds the name, never the value
         */
        public Builder add(String name, String value) {
            String key = checked(name, value);
            HeaderFields own = own();
            int index = own.find(key);
            if (index < 0) {
                own.add(key, List.of(value));
            } else if (own.values(index) instanceof ArrayList<String> grown) {
                grown.add(value);
            } else {
                List<String> grown = new ArrayList<>(own.values(index));
                grown.add(value);
                own.set(index, grown);
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
            own().set(checked(name, value), List.of(value));
            return this;
        }

        /** Sets every header of the others, dropping the values that a header of the same name has. */
        public Builder setAll(HttpHeaders others) {
            for (int i = 0; i < others.fields.size(); i++) {
                own().set(others.fields.name(i), others.fields.values(i));
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
            String key = HeaderSyntax.folded(name);
            if (own().find(key) < 0) {
                own().add(key, copy);
                return this;
            }
            for (int i = 0; i < all.size(); i++) {
                add(name, all.get(i));
            }
            return this;
        }

        /** Removes the header, if it is there. */
        public Builder remove(String name) {
            int index = fields.find(HeaderSyntax.folded(name));
            if (index >= 0) {
                own().remove(index);
            }
            return this;
        }

        /** Returns the headers as collected so far. */
        public HttpHeaders build() {
            if (fields.size() == 0) {
                return EMPTY;
            }
            if (growing) {
                for (int i = 0; i < fields.size(); i++) {
                    fields.set(i, List.copyOf(fields.values(i)));
                }
                growing = false;
            }
            shared = true;
            return new HttpHeaders(fields);
        }

        private HeaderFields own() {
            if (shared) {
                fields = new HeaderFields(fields);
                shared = false;
            }
            return fields;
        }

        private static String checked(String name, String value) {
            HeaderSyntax.requireName(name);
            HeaderSyntax.requireValue(name, value);
            return HeaderSyntax.folded(name);
        }
    }
}
