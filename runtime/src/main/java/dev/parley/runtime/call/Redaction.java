package dev.parley.runtime.call;

import dev.parley.runtime.http.HeaderSyntax;
import dev.parley.runtime.http.HttpHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets of one call out of what came back, for servers and proxies that echo them. What the secrets are is
 * looked up when something is to be redacted, not for a call that goes well.
 */
final class Redaction {
    private static final String MASK = "***";

    /** Shorter ones are placeholders for servers that ask for no key; as words of a message they may mean anything. */
    private static final int SHORTEST_SECRET = 6;

    /** Replaced and never changed, as {@link #learned}. */
    private volatile List<HttpHeaders> sent = List.of();

    /** Replaced and never changed: there is one in nearly every call. */
    private volatile Set<String> learned = Set.of();

    private final List<Map.Entry<String, String>> query;

    private Redaction(List<Map.Entry<String, String>> query) {
        this.query = query;
    }

    /** Knows the values of all headers that may hold a secret, and the token behind a scheme such as Bearer. */
    static Redaction of(HttpHeaders headers) {
        return of(headers, List.of());
    }

    /** Knows also the values of the parameters of a query whose names say that they are secrets. */
    static Redaction of(HttpHeaders headers, List<Map.Entry<String, String>> query) {
        Redaction redaction = new Redaction(query);
        if (!headers.isEmpty()) {
            redaction.learn(headers);
        }
        return redaction;
    }

    /** Adds the secrets of headers that went out, too. */
    synchronized void learn(HttpHeaders headers) {
        if (sent.isEmpty()) {
            sent = List.of(headers);
        } else if (!sent.contains(headers)) {
            List<HttpHeaders> more = new ArrayList<>(sent);
            more.add(headers);
            sent = more;
        }
    }

    /** Adds a credential, also as it stands in a URL. */
    void learn(CredentialScheme scheme, String secret) {
        learn(secret);
        learn(PercentEncoding.QUERY.encode(scheme.name(), secret));
        if (scheme.place() == CredentialScheme.Place.BASIC) {
            learn(secret.substring(secret.indexOf(':') + 1));
        }
    }

    private synchronized void learn(String secret) {
        if (secret.length() >= SHORTEST_SECRET && !learned.contains(secret)) {
            if (learned.isEmpty()) {
                learned = Set.of(secret);
            } else {
                Set<String> more = new HashSet<>(learned);
                more.add(secret);
                learned = more;
            }
        }
    }

    /** Adds the secrets of another call, each once. */
    void learn(Redaction other) {
        other.secrets().forEach(this::learn);
    }

    /** Returns the secrets, longer ones first: one that holds another is masked as a whole. */
    private Set<String> secrets() {
        Set<String> secrets =
                new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        secrets.addAll(learned);
        for (HttpHeaders headers : sent) {
            for (String name : headers.names()) {
                if (HeaderSyntax.isSensitive(name) && !name.equals(RequestAssembler.IDEMPOTENCY_KEY)) {
                    addAll(secrets, headers.all(name));
                    if (name.equals(Cookies.HEADER)) {
                        headers.all(name)
                                .forEach(line -> Cookies.values(line).forEach(value -> addIfLong(secrets, value)));
                    }
                }
            }
        }
        for (Map.Entry<String, String> parameter : query) {
            if (HeaderSyntax.isSensitive(parameter.getKey())) {
                addIfLong(secrets, parameter.getValue());
                addIfLong(secrets, PercentEncoding.QUERY.encode(parameter.getKey(), parameter.getValue()));
            }
        }
        return secrets;
    }

    private static void addAll(Set<String> secrets, List<String> values) {
        for (String value : values) {
            addIfLong(secrets, value.strip());
            addIfLong(secrets, value.substring(value.indexOf(' ') + 1).strip());
        }
    }

    private static void addIfLong(Set<String> secrets, String secret) {
        if (secret.length() >= SHORTEST_SECRET) {
            secrets.add(secret);
        }
    }

    /** Returns the length of the longest secret. */
    int longest() {
        int longest = 0;
        for (String secret : secrets()) {
            longest = Math.max(longest, secret.length());
        }
        return longest;
    }

    String apply(String text) {
        String redacted = text;
        for (String secret : secrets()) {
            redacted = redacted.replace(secret, MASK);
        }
        return redacted;
    }

    @Nullable
    String applyIfPresent(@Nullable String text) {
        return text == null ? null : apply(text);
    }

    /** Returns the body itself, the same array, if it holds no secret. */
    byte[] apply(byte[] body) {
        // In Latin-1 every byte is one char and back, and the secrets are ASCII.
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String redacted = apply(text);
        return redacted.equals(text) ? body : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the headers with every secret in a value masked. */
    HttpHeaders apply(HttpHeaders headers) {
        Set<String> secrets = secrets();
        HttpHeaders.Builder redacted = HttpHeaders.builder();
        for (String name : headers.names()) {
            for (String value : headers.all(name)) {
                String masked = value;
                for (String secret : secrets) {
                    masked = masked.replace(secret, MASK);
                }
                redacted.add(name, masked);
            }
        }
        return redacted.build();
    }

    /** Returns the exception itself, or one without causes and with a redacted message if a secret shows in it. */
    IOException apply(IOException exception) {
        List<Throwable> all = new ArrayList<>();
        collect(exception, all);
        for (Throwable each : all) {
            String message = each.getMessage();
            if (message != null && !apply(message).equals(message)) {
                IOException redacted = new IOException(apply(exception.toString()));
                redacted.setStackTrace(exception.getStackTrace());
                return redacted;
            }
        }
        return exception;
    }

    /** A stack trace prints causes and what was suppressed alike. */
    private static void collect(Throwable exception, List<Throwable> all) {
        if (all.contains(exception)) {
            return;
        }
        all.add(exception);
        Throwable cause = exception.getCause();
        if (cause != null) {
            collect(cause, all);
        }
        for (Throwable suppressed : exception.getSuppressed()) {
            collect(suppressed, all);
        }
    }
}
