package dev.parley.runtime.validation;

import java.util.Objects;

/**
 * A documented limit that a request does not keep to.
 *
 * @param path the JSON path of the value in the body, such as {@code $.items[3].name}, or the name of a parameter
 * @param message what is wrong and what the limit is; holds no value of the request
 */
public record Violation(String path, String message) {
    public Violation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(message, "message");
    }
}
