package dev.parley.runtime.call;

import java.util.Objects;

/** One operation of an API, as generated code declares it once: its name, method and path. */
public final class Operation {
    private final String name;
    private final String method;
    private final PathTemplate path;

    /**
     * Declares an operation.
     *
     * @param name the name for messages, such as {@code conversations.retrieve}
     * @param method the HTTP method, in upper case
     * @param pathTemplate the path below the base URL, with its parameters in braces
     * @throws IllegalArgumentException if the path template does not start with a slash, its braces do not pair, or it
     *     holds a character that a path cannot hold
     */
    public Operation(String name, String method, String pathTemplate) {
        this.name = Objects.requireNonNull(name, "name");
        this.method = Objects.requireNonNull(method, "method");
        this.path = new PathTemplate(Objects.requireNonNull(pathTemplate, "pathTemplate"));
    }

    /** Returns the name, such as {@code conversations.retrieve}. */
    public String name() {
        return name;
    }

    /** Returns the HTTP method. */
    public String method() {
        return method;
    }

    /** Returns the path below the base URL, with its parameters in braces. */
    public String pathTemplate() {
        return path.toString();
    }

    /** Returns a new request of this operation with nothing set. */
    public RequestBuilder request() {
        return new RequestBuilder(this);
    }

    PathTemplate path() {
        return path;
    }

    /** Returns the method and the path template, which is how exceptions name the operation. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
