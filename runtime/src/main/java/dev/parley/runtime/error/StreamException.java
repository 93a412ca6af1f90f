package dev.parley.runtime.error;

import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The server ended a stream of events, which had begun as a success, with an error that is not one of the events.
 *
 * <p>The message names the operation, what the server says (at most 500 characters of it) and the request id. {@link
 * #body()} is lost in Java serialization; the rest survives it.
 */
public final class StreamException extends ParleyException {
    private static final long serialVersionUID = 1L;

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
        ErrorEnvelope envelope =
                json == null && !text.isBlank() ? new ErrorEnvelope(text, null, null, null) : ErrorEnvelope.of(json);
        return new StreamException(message(operation, requestId, envelope), requestId, text, json, envelope);
    }

    private static @Nullable JsonValue parsed(byte[] data) {
        try {
            return JsonValue.parse(data);
        } catch (DecodingException notJson) {
            return null; // a message in plain words
        }
    }

    private static String message(String operation, @Nullable String requestId, ErrorEnvelope envelope) {
        StringBuilder message = new StringBuilder(operation);
        message.append(operation.isEmpty() ? "" : ": ").append("the server ended the stream of events with an error");
        if (envelope.message() != null) {
            message.append(": ").append(LogText.of(envelope.message(), 500));
        }
        if (requestId != null) {
            message.append(" (request ").append(LogText.of(requestId, 100)).append(')');
        }
        return message.toString();
    }

    /** Returns the server's id of the request ({@code x-request-id}), to be named in a support case, or null. */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Returns the data of the event as JSON, or null if it is not JSON. */
    public @Nullable JsonValue body() {
        return body;
    }

    /** Returns the data of the event as text. */
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

    /** Returns the name of the request member or parameter that the server objects to, or null. */
    public @Nullable String param() {
        return param;
    }

    /** Returns the server's code of the error, such as {@code rate_limit_exceeded}, or null. */
    public @Nullable String code() {
        return code;
    }
}
