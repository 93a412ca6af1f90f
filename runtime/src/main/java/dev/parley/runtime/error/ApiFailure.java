package dev.parley.runtime.error;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parts of an answer that reports an error, taken apart once. */
record ApiFailure(
        String method,
        String pathTemplate,
        int status,
        HttpHeaders headers,
        @Nullable String requestId,
        String rawBody,
        @Nullable JsonValue body,
        ErrorEnvelope envelope,
        int attempts) {

    private static final String REQUEST_ID = "x-request-id";

    static ApiFailure of(
            String method, String pathTemplate, int status, HttpHeaders headers, byte[] body, int attempts) {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(pathTemplate, "pathTemplate");
        JsonValue json = parsed(body);
        return new ApiFailure(
                method,
                pathTemplate,
                status,
                headers,
                headers.first(REQUEST_ID),
                new String(body, StandardCharsets.UTF_8),
                json,
                ErrorEnvelope.of(json),
                attempts);
    }

    private static @Nullable JsonValue parsed(byte[] body) {
        if (body.length == 0) {
            return null;
        }
        try {
            return JsonValue.parse(body);
        } catch (DecodingException notJson) {
            return null; // a proxy's HTML page, or a body cut off: the text is kept beside it
        }
    }

    /** Returns for example {@code GET /conversations/{conversation_id}: 404 Not Found: No such one (request req_1)}. */
    String message() {
        StringBuilder message = new StringBuilder()
                .append(method)
                .append(' ')
                .append(pathTemplate)
                .append(": ")
                .append(status);
        String phrase = ReasonPhrase.of(status);
        if (phrase != null) {
            message.append(' ').append(phrase);
        }
        String words = envelope.words();
        if (words != null) {
            message.append(": ").append(words);
        } else if (body == null && !rawBody.isEmpty()) {
            message.append(ContentEncoding.note(headers));
        }
        if (status >= 300 && status < 400) {
            message.append(": redirects are not followed, check the base URL");
        }
        if (requestId != null) {
            message.append(" (request ").append(LogText.of(requestId, 100));
            if (attempts > 1) {
                message.append(", ").append(attempts).append(" attempts");
            }
            message.append(')');
        } else if (attempts > 1) {
            message.append(" (").append(attempts).append(" attempts)");
        }
        return message.toString();
    }
}
