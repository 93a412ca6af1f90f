package dev.parley.runtime.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One operation of an API, as generated code declares it once: its name, method and path. */
public final class Operation {
    private final CallInfo info;
    private final PathTemplate path;
    private final @Nullable BaseUrl server;
    private final @Nullable List<List<String>> credentials;

    /**
     * Declares an operation.
     *
     * @param name the name for messages, such as {@code conversations.retrieve}
     * @param method the HTTP method, in upper case
     * @param pathTemplate the path below the base URL, with its parameters in braces, and perhaps behind a question mark
     *     a query that goes out with every call
     * @throws IllegalArgumentException if the path template does not start with a slash, its braces do not pair, or it
     *     holds a character that a path cannot hold
     */
    public Operation(String name, String method, String pathTemplate) {
        this(
                new CallInfo(
                        Objects.requireNonNull(name, "name"),
                        Objects.requireNonNull(method, "method"),
                        Objects.requireNonNull(pathTemplate, "pathTemplate")),
                new PathTemplate(pathTemplate),
                null,
                null);
    }

    private Operation(
            CallInfo info, PathTemplate path, @Nullable BaseUrl server, @Nullable List<List<String>> credentials) {
        this.info = info;
        this.path = path;
        this.server = server;
        this.credentials = credentials;
    }

    /**
     * Returns the same operation on a server of its own, which counts unless the user of the client sets a base URL.
     *
     * @throws IllegalArgumentException if it is no base URL
     */
    public Operation at(String baseUrl) {
        return new Operation(info, path, BaseUrl.parse(baseUrl), credentials);
    }

    /**
     * Returns the same operation with one more choice of credentials, in place of what calls of the client need otherwise.
     *
     * @param schemes the names of the schemes that are needed together
     */
    public Operation requiring(String... schemes) {
        List<List<String>> alternatives = new ArrayList<>(credentials == null ? List.of() : credentials);
        alternatives.add(List.of(schemes));
        return new Operation(info, path, server, List.copyOf(alternatives));
    }

    /** Returns the same operation without credentials, whatever calls of the client need otherwise. */
    public Operation withoutCredentials() {
        return new Operation(info, path, server, List.of());
    }

    /** Returns the name, such as {@code conversations.retrieve}. */
    public String name() {
        return info.operation();
    }

    /** Returns the HTTP method. */
    public String method() {
        return info.method();
    }

    /** Returns the path below the base URL, with its parameters in braces. */
    public String pathTemplate() {
        return info.pathTemplate();
    }

    /** Returns a new request of this operation with nothing set. */
    public RequestBuilder request() {
        return new RequestBuilder(this);
    }

    CallInfo info() {
        return info;
    }

    PathTemplate path() {
        return path;
    }

    /** Returns the server of this operation alone, or null. */
    @Nullable
    BaseUrl server() {
        return server;
    }

    /** Returns the choices of schemes that are needed together, or null for those of the client. */
    @Nullable
    List<List<String>> credentials() {
        return credentials;
    }

    /** Returns the method and the path template, which is how exceptions name the operation. */
    @Override
    public String toString() {
        return method() + " " + path;
    }
}
