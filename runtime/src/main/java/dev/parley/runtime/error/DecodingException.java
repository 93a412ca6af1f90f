package dev.parley.runtime.error;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text that could not be read: it is no JSON, it goes over a limit, or it does not fit the type it was read as.
 *
 * <p>The message is the path and the reason, and holds less than 200 characters of the text. Where a server answers with
 * an error in place of a value, what it says follows, at most 500 characters of it. The whole text stays reachable through
 * {@link #body()}.
 */
public final class DecodingException extends ParleyException {
    private static final long serialVersionUID = 1L;
    private static final int PATH_IN_MESSAGE = 120;

    /** Larger texts are no errors, and not read a second time. */
    private static final int ERROR_BYTES = 1024 * 1024;

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
        this(path, reason, "", body, cause);
    }

    private DecodingException(String path, String reason, String note, byte[] body, @Nullable Throwable cause) {
        super(shortened(path) + ": " + reason + note, cause);
        this.path = path;
        this.reason = reason;
        this.body = Objects.requireNonNull(body, "body");
    }

    /**
     * Returns this exception as that of an answer: its message says, too, what explains it. That is the server's error, if
     * the text is an object with a member {@code error} that has a message, or the encoding, if the text is not JSON and
     * the headers name one.
     *
     * @param headers the headers of the answer
     * @return this exception itself if there is nothing to add, else another one with the same stack trace
     */
    public DecodingException inAnswer(HttpHeaders headers) {
        String note = note(headers);
        if (note.isEmpty()) {
            return this;
        }
        DecodingException said = new DecodingException(path, reason, note, body, getCause());
        said.setStackTrace(getStackTrace());
        return said;
    }

    private String note(HttpHeaders headers) {
        JsonValue json;
        try {
            json = body.length <= ERROR_BYTES ? JsonValue.parse(body) : null;
        } catch (DecodingException notJson) {
            json = null;
        }
        if (json == null) {
            return ContentEncoding.note(headers);
        }
        String words = ErrorEnvelope.inPlaceOfValue(json).words();
        return words == null ? "" : "; the answer is an error: " + words;
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
