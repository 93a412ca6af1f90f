package dev.parley.runtime.call;

import dev.parley.runtime.body.FileContent;
import dev.parley.runtime.body.FormEncoding;
import dev.parley.runtime.body.FormValue;
import dev.parley.runtime.codec.JsonWriter;
import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.OpenEnum;
import dev.parley.runtime.validation.Validatable;
import java.net.URI;
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
    private final @Nullable String[] path;
    private final QueryString query = new QueryString();
    private @Nullable Cookies cookies;
    private HttpHeaders.@Nullable Builder headers;
    private @Nullable CallBody body;
    private @Nullable String accept;
    private @Nullable Validatable validatable;

    RequestBuilder(Operation operation) {
        this.operation = operation;
        path = new String[operation.path().size()];
        if (!operation.path().query().isEmpty()) {
            query.addLiteral(operation.path().query());
        }
    }

    /**
     * Fills a parameter of the path; a slash and all that is not legal in a segment is percent-encoded.
     *
     * @throws IllegalArgumentException if the path has no such parameter, or the value is {@code .} or {@code ..},
     *     which would lead to another path
     */
    public RequestBuilder path(String name, String value) {
        int index = indexInPath(name);
        if (value == null) {
            throw new NullPointerException(whatInPath(name));
        }
        if (value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException(whatInPath(name) + " is '" + value + "', which would change the path");
        }
        PercentEncoding encoding = PercentEncoding.PATH_SEGMENT;
        path[index] = encoding.isPlain(value) ? value : encoding.encode(whatInPath(name), value);
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
     * Adds what a value expands to by a style of the document, unless the value is null; nothing for a list of none.
     *
     * @param value a value that {@code query} takes, a list or map of such, a generated type, or JSON
     * @throws IllegalArgumentException if the style has no form for the value; the message holds the name of the
     *     parameter, never the value
     */
    public RequestBuilder query(String name, @Nullable Object value, ParameterStyle style) {
        if (value != null) {
            query.add(operation, name, value, style, false);
        }
        return this;
    }

    /**
     * Adds what a value expands to, with its reserved characters as they are ({@code allowReserved}): all but
     * {@code # [ ] & +}, which would end it or change what it says. What is percent-encoded already stays so.
     *
     * @throws IllegalArgumentException as {@link #query(String, Object, ParameterStyle)}
     */
    public RequestBuilder queryReserved(String name, @Nullable Object value, ParameterStyle style) {
        if (value != null) {
            query.add(operation, name, value, style, true);
        }
        return this;
    }

    /**
     * Adds a cookie of this call, percent-encoded, unless the value is null. All cookies go out as one header, behind
     * those that the client sends with every call, but for those of the same name.
     *
     * @throws IllegalArgumentException as {@link #query(String, Object, ParameterStyle)}
     */
    public RequestBuilder cookie(String name, @Nullable Object value, ParameterStyle style) {
        if (value != null) {
            String what = operation + ": cookie '" + name + "'";
            if (cookies == null) {
                cookies = new Cookies();
            }
            for (ParameterExpansion.Pair pair : ParameterExpansion.cookies(what, name, value, style)) {
                cookies.add(pair.name(), pair.value());
            }
        }
        return this;
    }

    /**
     * Fills a parameter of the path with what a value expands to by a style of the document.
     *
     * @throws IllegalArgumentException if the path has no such parameter, or the style has no form for the value; the
     *     message holds the name of the parameter, never the value
     */
    public RequestBuilder path(String name, Object value, ParameterStyle style) {
        int index = indexInPath(name);
        String what = whatInPath(name);
        path[index] = ParameterExpansion.path(what, name, Objects.requireNonNull(value, what), style);
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
     * Sets a header of this call alone to what a value expands to by a style of the document, unless the value is null or
     * a list of none.
     *
     * @throws IllegalArgumentException if name or value cannot be sent, or the style has no form for the value; the message
     *     holds the name, never the value
     */
    public RequestBuilder header(String name, @Nullable Object value, ParameterStyle style) {
        if (value != null) {
            String text = ParameterExpansion.header(operation + ": header '" + name + "'", value, style);
            headerValue(name, text);
        }
        return this;
    }

    /**
     * Sets the body to the value as JSON; null sets none.
     *
     * @param value what {@link JsonWriter#value} takes
     * @throws IllegalArgumentException if the value has no form in JSON
     */
    public RequestBuilder body(@Nullable Object value) {
        return body(value, CallBody.JSON);
    }

    /**
     * Sets the body to the value as JSON under a media type of its own; null sets none.
     *
     * @param value what {@link JsonWriter#value} takes
     * @throws IllegalArgumentException if the value has no form in JSON
     */
    public RequestBuilder body(@Nullable Object value, String contentType) {
        body = value == null ? null : new CallBody.Json(JsonWriter.encode(value), contentType);
        return this;
    }

    /**
     * Sets the body to a part for each member of the value; null sets none. Files are read when the call is sent.
     *
     * @param value what {@link JsonWriter#value} takes, an object in JSON
     * @throws IllegalArgumentException if the value has no form
     */
    public RequestBuilder multipart(@Nullable Object value, FormEncoding encoding) {
        body = value == null ? null : new CallBody.Multipart(FormValue.of(value), encoding);
        return this;
    }

    /**
     * Sets the body to a form of the members of the value; null sets none.
     *
     * @param value what {@link JsonWriter#value} takes, an object in JSON
     * @throws IllegalArgumentException if the value has no form
     */
    public RequestBuilder form(@Nullable Object value, FormEncoding encoding) {
        body = value == null ? null : new CallBody.Form(FormValue.of(value), encoding);
        return this;
    }

    /**
     * Sets the body to a text, in the charset that the media type names, or else in UTF-8; null sets none.
     *
     * @throws IllegalArgumentException if the text has a character that the charset lacks
     */
    public RequestBuilder text(@Nullable String text, String contentType) {
        body = text == null
                ? null
                : new CallBody.Wire(
                        MediaTypes.encode(operation, text, contentType), MediaTypes.withCharset(contentType));
        return this;
    }

    /**
     * Sets the body to a file; null sets none.
     *
     * @param contentType the media type of one that states none
     */
    public RequestBuilder content(@Nullable FileContent file, String contentType) {
        body = file == null ? null : new CallBody.Wire(file, Objects.requireNonNullElse(file.mediaType(), contentType));
        return this;
    }

    /** Sets the media types that the answer may have, in place of the one that the kind of the call implies. */
    public RequestBuilder accept(String mediaTypes) {
        accept = Objects.requireNonNull(mediaTypes, "mediaTypes");
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
        return operation.path().expand("", path, query.with(operation, further));
    }

    /** Returns the whole address, with further parameters as {@link #target(List)}. */
    URI address(BaseUrl base, List<Map.Entry<String, String>> further) {
        return URI.create(operation.path().expand(base.toString(), path, query.with(operation, further)));
    }

    @Nullable
    Validatable validatable() {
        return validatable;
    }

    HttpHeaders headers() {
        return headers == null ? HttpHeaders.EMPTY : headers.build();
    }

    /** Returns whether the call sets a query parameter of this name itself. */
    boolean hasQuery(String name) {
        return query.has(name);
    }

    /** Returns the cookies of the call, or null if it sets none. */
    @Nullable
    Cookies cookies() {
        return cookies;
    }

    @Nullable
    CallBody body() {
        return body;
    }

    @Nullable
    String accept() {
        return accept;
    }

    /** Returns the operation, without any value. */
    @Override
    public String toString() {
        return operation.toString();
    }

    private int indexInPath(String name) {
        int index = operation.path().index(Objects.requireNonNull(name, "name"));
        if (index < 0) {
            throw new IllegalArgumentException(whatInPath(name) + " does not exist");
        }
        return index;
    }

    private String whatInPath(String name) {
        return operation + ": path parameter '" + name + "'";
    }

    private RequestBuilder headerValue(String name, @Nullable Object value) {
        if (value != null) {
            String text = ParameterValue.text(operation + ": header '" + name + "'", value);
            HeaderSyntax.requireSendable(name, text);
            if (headers == null) {
                headers = HttpHeaders.builder();
            }
            headers.set(name, text);
        }
        return this;
    }

    private RequestBuilder queryValue(String name, @Nullable Object value) {
        if (value != null) {
            query.add(operation, name, value);
        }
        return this;
    }
}
