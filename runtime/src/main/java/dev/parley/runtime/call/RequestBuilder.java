package dev.parley.runtime.call;

import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.OpenEnum;
import dev.parley.runtime.validation.Validatable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parameters and the body of one call. Generated code fills it and hands it to
 * {@link ApiConnection#call}; query parameters go out in the order in which they are set.
 *
 * <p>What is set is encoded at once, so a bad value is refused where it is given, and a request can be sent again.
 */
public final class RequestBuilder {
    private final Operation operation;
    private final Map<String, String> path = new HashMap<>();
    private final QueryString query = new QueryString();
    private final HttpHeaders.Builder headers = HttpHeaders.builder();
    private byte @Nullable [] body;
    private @Nullable Validatable validatable;

    RequestBuilder(Operation operation) {
        this.operation = operation;
    }

    /**
     * Fills a parameter of the path; a slash and all that is not legal in a segment is percent-encoded.
     *
     * @throws IllegalArgumentException if the path has no such parameter, or the value is {@code .} or {@code ..},
     *     which would lead to another path
     */
    public RequestBuilder path(String name, String value) {
        Objects.requireNonNull(name, "name");
        String what = operation + ": path parameter '" + name + "'";
        Objects.requireNonNull(value, what);
        if (!operation.path().names(name)) {
            throw new IllegalArgumentException(what + " does not exist");
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(what + " is '" + value + "', which would change the path");
        }
        path.put(name, PercentEncoding.PATH_SEGMENT.encode(what, value));
        return this;
    }

    /**
     * Fills a parameter of the path with a number.
     *
     * @throws IllegalArgumentException if the path has no such parameter
     */
    public RequestBuilder path(String name, long value) {
        return path(name, Long.toString(value));
    }

    /** Adds a query parameter unless the value is null. */
    public RequestBuilder query(String name, @Nullable String value) {
        return queryValue(name, value);
    }

    /** Adds a query parameter, its value on the wire, unless the value is null. */
    public RequestBuilder query(String name, @Nullable OpenEnum value) {
        return queryValue(name, value);
    }

    /** Adds a query parameter unless the value is null. */
    public RequestBuilder query(String name, @Nullable Long value) {
        return queryValue(name, value);
    }

    /** Adds a query parameter unless the value is null. */
    public RequestBuilder query(String name, @Nullable Integer value) {
        return queryValue(name, value);
    }

    /** Adds a query parameter, {@code true} or {@code false}, unless the value is null. */
    public RequestBuilder query(String name, @Nullable Boolean value) {
        return queryValue(name, value);
    }

    /**
     * Adds a query parameter unless the value is null; an integral number goes out without a fraction.
     *
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public RequestBuilder query(String name, @Nullable Double value) {
        return queryValue(name, value);
    }

    /**
     * Adds {@code name[]=value} for each value, in their order; nothing if the list is null or empty.
     *
     * @throws IllegalArgumentException if a value is neither a string, a number that {@code query} takes, nor a boolean
     */
    public RequestBuilder query(String name, @Nullable List<?> values) {
        if (values != null) {
            for (Object value : values) {
                Objects.requireNonNull(value, () -> operation + ": a value of query parameter '" + name + "'");
                query.add(operation, name, "[]", value);
            }
        }
        return this;
    }

    /**
     * Sets a header of this call alone, in place of one that the client sends with every call; a null value sets
     * nothing.
     *
     * @throws IllegalArgumentException if name or value cannot be sent; the message holds the name, never the value
     */
    public RequestBuilder header(String name, @Nullable String value) {
        return headerValue(name, value);
    }

    /** Sets a header of this call alone, to the value on the wire, unless the value is null. */
    public RequestBuilder header(String name, @Nullable OpenEnum value) {
        return headerValue(name, value);
    }

    /** Sets a header of this call alone unless the value is null. */
    public RequestBuilder header(String name, @Nullable Long value) {
        return headerValue(name, value);
    }

    /** Sets a header of this call alone unless the value is null. */
    public RequestBuilder header(String name, @Nullable Integer value) {
        return headerValue(name, value);
    }

    /** Sets a header of this call alone, to {@code true} or {@code false}, unless the value is null. */
    public RequestBuilder header(String name, @Nullable Boolean value) {
        return headerValue(name, value);
    }

    /**
     * Sets a header of this call alone unless the value is null; an integral number goes out without a fraction.
     *
     * @throws IllegalArgumentException if the value is infinite or not a number
     */
    public RequestBuilder header(String name, @Nullable Double value) {
        return headerValue(name, value);
    }

    /**
     * Sets the body to the value as JSON; null sets none.
     *
     * @param value what {@link JsonWriter#value} takes
     * @throws IllegalArgumentException if the value has no form in JSON
     */
    public RequestBuilder body(@Nullable Object value) {
        body = value == null ? null : JsonWriter.encode(value);
        return this;
    }

    /**
     * Sets what is validated before the call is sent, if the client is set to validate requests
     * ({@link ClientOptions.Builder#validateRequests}).
     */
    public RequestBuilder validated(Validatable request) {
        validatable = Objects.requireNonNull(request, "request");
        return this;
    }

    Operation operation() {
        return operation;
    }

    /**
     * Returns the path and query below the base URL, percent-encoded.
     *
     * @throws IllegalStateException if path parameters are missing
     */
    String target() {
        return target(List.of());
    }

    /** Returns the path and query, with further parameters where the call sets none of the name itself. */
    String target(List<Map.Entry<String, String>> further) {
        return operation.path().expand(path) + query.with(operation, further);
    }

    @Nullable
    Validatable validatable() {
        return validatable;
    }

    HttpHeaders headers() {
        return headers.build();
    }

    byte @Nullable [] body() {
        return body;
    }

    /** Returns the operation, without any value. */
    @Override
    public String toString() {
        return operation.toString();
    }

    private RequestBuilder headerValue(String name, @Nullable Object value) {
        if (value != null) {
            String text = QueryString.text(operation + ": header '" + name + "'", value);
            HeaderSyntax.requireSendable(name, text);
            headers.set(name, text);
        }
        return this;
    }

    private RequestBuilder queryValue(String name, @Nullable Object value) {
        if (value != null) {
            query.add(operation, name, "", value);
        }
        return this;
    }
}
