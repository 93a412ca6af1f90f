package dev.parley.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a client proves itself with: compared with the key that the server asks for, and kept out of every record. */
final class Credentials {

    private static final String BEARER = "Bearer ";
    private static final String MASK = "***";
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "api-key", "x-api-key", "cookie");

    private final @Nullable String requiredKey;

    /**
     * Makes the check.
     *
     * @param requiredKey the key that every request must bring, null to let every request in
     */
    Credentials(@Nullable String requiredKey) {
        this.requiredKey = requiredKey;
    }

    /**
     * Lets a request in.
     *
     * @throws ApiError if the request does not bring the key
     */
    void check(Request request) {
        if (requiredKey == null) {
            return;
        }
        String authorization = request.header("authorization");
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw ApiError.missingKey();
        }
        if (!authorization.substring(BEARER.length()).strip().equals(requiredKey)) {
            throw ApiError.wrongKey();
        }
    }

    /** The same headers, the secret of those that carry one replaced; the scheme of a credential stays readable. */
    static Map<String, List<String>> masked(Map<String, List<String>> headers) {
        Map<String, List<String>> masked = new TreeMap<>();
        headers.forEach((name, values) -> masked.put(name, SECRET_HEADERS.contains(name) ? mask(values) : values));
        return masked;
    }

    private static List<String> mask(List<String> values) {
        List<String> masked = new ArrayList<>();
        for (String value : values) {
            masked.add(value.startsWith(BEARER) ? BEARER + MASK : MASK);
        }
        return List.copyOf(masked);
    }
}
