package dev.parley.conformance.exchange;

import dev.parley.runtime.http.HttpHeaders;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Takes secrets out of exchanges: whatever a request carried as a credential, wherever it shows again, whole or as the
 * ends that some servers echo ({@code abcd...wxyz}), and whatever looks like a key or the id of an organization, a
 * project or a user. Names and addresses of people are not known here: whoever commits a recording looks at it before.
 */
final class SecretRemoval {

    private static final int SHORTEST_SECRET = 6;
    private static final int ECHOED_END = 4;
    private static final String REMOVED = "removed";
    private static final String MASK = "(?:\\*{2,}|\\.{3,}|…)";
    private static final List<String> CREDENTIAL_HEADERS = List.of(
            "authorization",
            "proxy-authorization",
            "cookie",
            "api-key",
            "x-api-key",
            "openai-organization",
            "openai-project");

    /** What a pattern finds is replaced by the text beside it. */
    private record Shape(Pattern pattern, String replacement) {
        static Shape of(String regex, String replacement) {
            return new Shape(Pattern.compile(regex), replacement);
        }
    }

    private static final List<Shape> SHAPES = List.of(
            Shape.of("(?<![A-Za-z0-9])(sk|sess)-(?:[\\w-]*" + MASK + "[\\w*-]*|[\\w-]{8,})", "$1-" + REMOVED),
            Shape.of("(?i)\\b(Bearer|Basic)\\s+(?!" + REMOVED + ")[\\w.~+/=-]{8,}", "$1 " + REMOVED),
            Shape.of("(?<![A-Za-z0-9])(org|user)-[A-Za-z0-9]{8,}", "$1-" + REMOVED),
            Shape.of("(?<![A-Za-z0-9])proj_[A-Za-z0-9]{8,}", "proj_" + REMOVED),
            Shape.of("(?i)([?&](?:api[-_]?key|key|token|access_token)=)[^&\\s\"]+", "$1" + REMOVED));

    private final Set<String> known =
            new TreeSet<>(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Remembers the credentials of a request. */
    void learn(HttpHeaders sent) {
        for (String header : CREDENTIAL_HEADERS) {
            for (String value : sent.all(header)) {
                for (String word : value.split("[\\s;]+")) {
                    add(word);
                    add(word.substring(word.indexOf('=') + 1)); // the value of a cookie
                }
            }
        }
    }

    private void add(String secret) {
        if (secret.length() >= SHORTEST_SECRET && !secret.equals("Bearer")) {
            known.add(secret);
        }
    }

    Exchange apply(Exchange exchange) {
        return new Rewriting(this::apply).apply(exchange);
    }

    String apply(String text) {
        String clean = text;
        for (String secret : known) {
            clean = clean.replace(secret, placeholder(secret)).replaceAll(echo(secret), REMOVED);
        }
        for (Shape shape : SHAPES) {
            clean = shape.pattern.matcher(clean).replaceAll(shape.replacement);
        }
        return clean;
    }

    /** Returns whether a text still holds a credential that was learned. */
    boolean isIn(String text) {
        return known.stream().anyMatch(text::contains);
    }

    private static String placeholder(String secret) {
        return SHAPES.stream()
                .filter(shape -> shape.pattern.matcher(secret).matches())
                .map(shape -> shape.pattern.matcher(secret).replaceFirst(shape.replacement))
                .findFirst()
                .orElse(REMOVED);
    }

    /** The first or the last characters of a secret beside a mask. */
    private static String echo(String secret) {
        String first = Pattern.quote(secret.substring(0, ECHOED_END));
        String last = Pattern.quote(secret.substring(secret.length() - ECHOED_END));
        return "[\\w*-]*" + MASK + "[\\w*-]*" + last + "|" + first + "[\\w-]*" + MASK + "[\\w*-]*";
    }
}
