package dev.parley.runtime.error;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The server ended a stream of events, which had begun as a success, with an error that is not one of the events, or sent
 * something that is no event at all in place of the events.
 *
 * <p>The message names the operation, what the server says (at most 500 characters of it) or, if that cannot be told, the
 * first 100 characters of what came, and the request id. {@link #body()} is lost in Java serialization; the rest survives it.
 */
public final class StreamException extends ParleyException {
    private static final long serialVersionUID = 1L;
    private static final String REQUEST_ID = "x-request-id";

    private final @Nullable String requestId;
    private final String rawBody;
    private final transient @Nullable JsonValue body;
    private final @Nullable String serverMessage;
    private final @Nullable String type;
    private final @Nullable String param;
    private final @Nullable String code;

    private StreamException(
            String message,
            @Nullable String requestId,
            String rawBody,
            @Nullable JsonValue body,
            ErrorEnvelope envelope) {
        super(message, null);
        this.requestId = requestId;
        this.rawBody = rawBody;
        this.body = body;
        serverMessage = envelope.message();
        type = envelope.type();
        param = envelope.param();
        code = envelope.code();
    }

    /**
     * Makes the exception for an event.
     *
     * @param operation the operation whose stream it is, such as {@code POST /responses}, or the empty string
     * @param requestId the server's id of the request, or null
     * @param data the data of the event: the error as JSON, or its message as plain text
     */
    public static StreamException of(String operation, @Nullable String requestId, byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        JsonValue json = parsed(data);
        ErrorEnvelope envelope = json == null && !text.isBlank() ? ErrorEnvelope.ofText(text) : ErrorEnvelope.of(json);
        String words = envelope.words();
        String problem = "the server ended the stream of events with an error" + (words == null ? "" : ": " + words);
        return new StreamException(message(operation, requestId, problem), requestId, text, json, envelope);
    }

    /**
     * Makes the exception for an answer, a success, that holds something else than events.
     *
     * @param operation the operation whose stream it is, such as {@code POST /responses}, or the empty string
     * @param headers the headers of the answer
     * @param problem what is wrong with the answer, as a part of the message
     * @param data what came, as much of it as is kept
     */
    public static StreamException of(String operation, HttpHeaders headers, String problem, byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        JsonValue json = parsed(data);
        ErrorEnvelope envelope = ErrorEnvelope.of(json);
        String words = envelope.words();
        String encoding = ContentEncoding.note(headers);
        String said = problem;
        if (words != null) {
            said += "; the server says: " + words;
        } else if (!encoding.isEmpty()) {
            said += encoding;
        } else if (!text.isBlank()) {
            said += "; the answer begins with: " + LogText.of(text, 100);
        }
        String requestId = headers.first(REQUEST_ID);
        return new StreamException(message(operation, requestId, said), requestId, text, json, envelope);
    }

    private static @Nullable JsonValue parsed(byte[] data) {
        try {
            return JsonValue.parse(data);
        } catch (DecodingException notJson) {
            return null; // a message in plain words
        }
    }

    private static String message(String operation, @Nullable String requestId, String problem) {
        StringBuilder message = new StringBuilder(operation);
        message.append(operation.isEmpty() ? "" : ": ").append(problem);
        if (requestId != null) {
            message.append(" (request ").append(LogText.of(requestId, 100)).append(')');
        }
        return message.toString();
    }

    /** Returns the server's id of the request ({@code x-request-id}), to be named in a support case, or null. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Returns the data of the event, or what came in place of events, as JSON, or null if it is not JSON. */
    public @Nullable JsonValue body() {
        return body;
    }

    /**
     * Returns the data of the event as text, or what came in place of events, without fields and comments, as many whole
     * lines of it as fit into 64 KiB.
     */
    public String rawBody() {
        return rawBody;
    }

    /** Returns what the server says, in full, or null if it says nothing that can be read. */
    public @Nullable String serverMessage() {
        return serverMessage;
    }

    /** Returns the server's kind of error, such as {@code server_error}, or null. */
    public @Nullable String type() {
        return type;
    }

    /** Returns the request member or parameter that the server objects to, as the server names it, or null. */
    public @Nullable String param() {
        return param;
    }

    /** Returns the server's code of the error, such as {@code rate_limit_exceeded}, or null. */
    public @Nullable String code() {
        return code;
    }
}
