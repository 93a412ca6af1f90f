package dev.parley.runtime.error;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text that could not be read: it is no JSON, it goes over a limit, or it does not fit the type it was read as.
 *
 * <p>The message is the path and the reason, and holds less than 200 characters of the text; the whole text stays
 * reachable through {@link #body()}.
 */
public final class DecodingException extends ParleyException {
    private static final long serialVersionUID = 1L;
    private static final int PATH_IN_MESSAGE = 120;

    private final String path;
    private final String reason;
    private final byte[] body;

    /**
     * Makes an exception.
     *
     * @param path where in the text, as a JSONPath such as {@code $.data[3].id}
     * @param reason what is wrong there, quoting at most a few words of the text
     * @param body the whole text as received; kept, not copied
     * @param cause what the JSON parser reported, or null
     */
    public DecodingException(String path, String reason, byte[] body, @Nullable Throwable cause) {
        super(shortened(path) + ": " + reason, cause);
        this.path = path;
        this.reason = reason;
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Returns where in the text the problem is, as a JSONPath such as {@code $.data[3].id}. */
    public String path() {
        return path;
    }

    /** Returns what is wrong there, such as {@code expected a string, found a number}. */
    public String reason() {
        return reason;
    }

    /** Returns a copy of the whole text as received. */
    public byte[] body() {
        return body.clone();
    }

    /** Returns the whole text as received, read as UTF-8; bytes that are not UTF-8 show as U+FFFD. */
    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Names in a path come from the text, so that a path can be as long as the text. */
    private static String shortened(String path) {
        if (path.length() <= PATH_IN_MESSAGE) {
            return path;
        }
        int half = PATH_IN_MESSAGE / 2;
        return path.substring(0, half) + '…' + path.substring(path.length() - half);
    }
}
