package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the secrets of one request out of what came back, for servers and proxies that echo them. */
final class Redaction {
    private static final String MASK = "***";

    /** Shorter ones are placeholders for servers that ask for no key; as words of a message they may mean anything. */
    private static final int SHORTEST_SECRET = 6;

    private final List<String> secrets = new ArrayList<>();

    private Redaction() {}

    /** Knows the values of all headers that may hold a secret, and the token behind a scheme such as Bearer. */
    static Redaction of(HttpHeaders headers) {
        Redaction redaction = new Redaction();
        headers.asMap().forEach((name, values) -> {
            if (HeaderSyntax.isSensitive(name)) {
                values.forEach(redaction::add);
            }
        });
        return redaction;
    }

    private void add(String value) {
        addIfLong(value.strip());
        addIfLong(value.substring(value.indexOf(' ') + 1).strip());
    }

    private void addIfLong(String secret) {
        if (secret.length() >= SHORTEST_SECRET) {
            secrets.add(secret);
        }
    }

    boolean concerns(@Nullable String text) {
        return text != null && secrets.stream().anyMatch(text::contains);
    }

    String apply(String text) {
        String redacted = text;
        for (String secret : secrets) {
            redacted = redacted.replace(secret, MASK);
        }
        return redacted;
    }

    /** Returns the body itself, the same array, if it holds no secret. */
    byte[] apply(byte[] body) {
        // In Latin-1 every byte is one char and back, and the secrets are ASCII.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return concerns(text) ? apply(text).getBytes(StandardCharsets.ISO_8859_1) : body;
    }

    /** Returns the headers with every secret in a value masked. */
    HttpHeaders apply(HttpHeaders headers) {
        HttpHeaders.Builder redacted = HttpHeaders.builder();
        headers.asMap().forEach((name, values) -> values.forEach(value -> redacted.add(name, apply(value))));
        return redacted.build();
    }

    /** Returns the exception itself, or one without causes and with a redacted message if a secret shows in it. */
    IOException apply(IOException exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (concerns(cause.getMessage())) {
                IOException redacted = new IOException(apply(exception.toString()));
                redacted.setStackTrace(exception.getStackTrace());
                return redacted;
            }
        }
        return exception;
    }
}
