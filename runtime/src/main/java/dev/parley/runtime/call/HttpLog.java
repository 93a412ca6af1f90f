package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes attempts to the log: an entry when the request goes out, from headers on, and one when the attempt ends. */
final class HttpLog {
    static final String NAME = "dev.parley.http";

    private static final System.Logger.Level LEVEL = System.Logger.Level.INFO;
    private static final int MAX_BODY_CHARS = 8 * 1024;
    private static final int LONGEST_SECRET_CHARS = 16 * 1024;

    /** Headers whose values are harmless. The list says what is shown, so that what nobody thought of is not. */
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "cache-control",
            "connection",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "openai-processing-ms",
            "openai-version",
            "retry-after",
            "retry-after-ms",
            "server",
            "transfer-encoding",
            "user-agent",
            "vary",
            "x-parley-retry-count",
            "x-ratelimit-limit-requests",
            "x-ratelimit-limit-tokens",
            "x-ratelimit-remaining-requests",
            "x-ratelimit-remaining-tokens",
            "x-ratelimit-reset-requests",
            "x-ratelimit-reset-tokens",
            "x-request-id",
            "x-should-retry");

    private final HttpLogging detail;
    private final System.Logger logger;

    HttpLog(HttpLogging detail, System.@Nullable Logger logger) {
        this.detail = detail;
        this.logger = logger == null ? System.getLogger(NAME) : logger;
    }

    void sending(HttpRequest request, int attempt, Redaction redaction) {
        if (!detail.includes(HttpLogging.HEADERS) || !logger.isLoggable(LEVEL)) {
            return;
        }
        StringBuilder text = new StringBuilder("--> ")
                .append(request)
                .append(" (attempt ")
                .append(attempt)
                .append(')');
        append(text, request.headers());
        if (request.source() == null) {
            append(text, request.body(), redaction);
        } else if (detail.includes(HttpLogging.BODY)) {
            text.append("\n    (a body that is not in memory)");
        }
        log(text, redaction);
    }

    void ended(
            HttpRequest request,
            @Nullable HttpResponse response,
            byte @Nullable [] body,
            AttemptResult result,
            Redaction redaction) {
        if (!logger.isLoggable(LEVEL)) {
            return;
        }
        StringBuilder text = new StringBuilder("<-- ").append(request).append(": ");
        if (result.status() != null) {
            text.append(result.status()).append(' ');
        }
        if (result.failure() != null) {
            text.append("failed ");
        }
        text.append("in ")
                .append(result.duration().toMillis())
                .append(" ms (attempt ")
                .append(result.number());
        if (result.requestId() != null) {
            text.append(", request ").append(oneLine(result.requestId()));
        }
        if (result.pause() != null) {
            text.append(", next in ").append(result.pause().toMillis()).append(" ms");
        }
        text.append(')');
        if (result.failure() != null) {
            text.append(": ").append(oneLine(String.valueOf(result.failure().getMessage())));
        }
        if (response != null) {
            append(text, response.headers());
            append(text, body, redaction);
        }
        log(text, redaction);
    }

    private void append(StringBuilder text, HttpHeaders headers) {
        if (detail.includes(HttpLogging.HEADERS)) {
            for (String name : headers.names()) {
                String values = String.join(", ", headers.all(name));
                text.append("\n    ").append(name).append(": ").append(SHOWN.contains(name) ? oneLine(values) : "***");
            }
        }
    }

    /** Masks secrets before cutting, so that the cut leaves no half of one; further back there is nothing to be shown. */
    private void append(StringBuilder text, byte @Nullable [] body, Redaction redaction) {
        if (body == null || body.length == 0 || !detail.includes(HttpLogging.BODY)) {
            return;
        }
        int considered = Math.min(body.length, 4 * MAX_BODY_CHARS + LONGEST_SECRET_CHARS);
        String masked = oneLine(redaction.apply(new String(body, 0, considered, StandardCharsets.UTF_8)));
        // Behind what was considered a secret may go on, and the masks may have brought its start to the front.
        int sound = considered < body.length ? Math.max(0, masked.length() - redaction.longest()) : masked.length();
        text.append("\n    ").append(masked, 0, Math.min(sound, MAX_BODY_CHARS));
        if (masked.length() > MAX_BODY_CHARS || considered < body.length) {
            text.append("… (").append(body.length).append(" bytes)");
        }
    }

    private void log(StringBuilder text, Redaction redaction) {
        logger.log(LEVEL, redaction.apply(text.toString()));
    }

    /** A line break of a server's must not look like the start of another entry. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString();
    }
}
