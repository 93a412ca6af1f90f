package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The credentials of a client: which schemes there are, where each secret comes from, and what calls need. Immutable. */
final class Credentials {

    /** The scheme of a client that declares none. */
    static final String BEARER = "";

    private static final String PLAIN_HINT = "set one with ClientOptions.Builder.credential(...)";

    static final Credentials NONE = new Credentials(Map.of(), Map.of(), null, null);

    private final Map<String, CredentialScheme> schemes;
    private final Map<String, Supplier<? extends @Nullable String>> sources;

    /** What a call needs unless its operation says: one of these, all of its schemes; null for a bearer token. */
    private final @Nullable List<List<String>> needed;

    private final @Nullable String hint;

    private Credentials(
            Map<String, CredentialScheme> schemes,
            Map<String, Supplier<? extends @Nullable String>> sources,
            @Nullable List<List<String>> needed,
            @Nullable String hint) {
        this.schemes = schemes;
        this.sources = sources;
        this.needed = needed;
        this.hint = hint;
    }

    /** A secret that stays the same; no record, whose text would show it. */
    private static final class Fixed implements Supplier<String> {
        private final String secret;

        Fixed(String secret) {
            this.secret = secret;
        }

        @Override
        public String get() {
            return secret;
        }
    }

    /** A secret, and how it is sent. */
    record Secret(CredentialScheme scheme, String value) {

        /** Returns the scheme alone. */
        @Override
        public String toString() {
            return scheme.toString();
        }
    }

    Credentials withScheme(CredentialScheme scheme) {
        Map<String, CredentialScheme> more = new LinkedHashMap<>(schemes);
        more.put(scheme.name(), scheme);
        return new Credentials(more, sources, needed == null ? List.of() : needed, hint);
    }

    Credentials withSecret(String scheme, String secret) {
        return withSource(scheme, new Fixed(secret));
    }

    Credentials withSource(String scheme, Supplier<? extends @Nullable String> source) {
        Map<String, Supplier<? extends @Nullable String>> more = new LinkedHashMap<>(sources);
        more.put(scheme(scheme).name(), source);
        return new Credentials(schemes, more, needed, hint);
    }

    Credentials needing(List<String> all) {
        List<List<String>> alternatives = new ArrayList<>(needed == null ? List.of() : needed);
        alternatives.add(List.copyOf(all));
        return new Credentials(schemes, sources, List.copyOf(alternatives), hint);
    }

    Credentials withHint(String text) {
        return new Credentials(schemes, sources, needed, text);
    }

    @Nullable
    String hint() {
        return hint;
    }

    /** Returns the name of the scheme that was declared first. */
    String first() {
        return schemes.isEmpty() ? BEARER : schemes.keySet().iterator().next();
    }

    /**
     * Returns the scheme of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    CredentialScheme scheme(String name) {
        CredentialScheme scheme = schemes.get(name);
        if (scheme == null && name.equals(BEARER)) {
            return CredentialScheme.bearer(BEARER, hint == null ? PLAIN_HINT : hint);
        }
        if (scheme == null) {
            throw new IllegalArgumentException("there is no credential scheme '" + name + "'; declared are "
                    + String.join(", ", schemes.keySet()));
        }
        return scheme;
    }

    /**
     * Returns the secrets of the first alternative of which every credential is set, one that needs none last of all; each source is
     * asked once at most.
     *
     * @param call what the user sets for the call
     * @param own the headers that the user sets
     * @param ownQuery the query parameters that the user sets for all calls
     * @throws IllegalStateException if no alternative has all of its credentials, and the user's own headers have none
     */
    List<Secret> choose(RequestBuilder call, HttpHeaders own, List<Map.Entry<String, String>> ownQuery) {
        Operation operation = call.operation();
        List<List<String>> alternatives = operation.credentials();
        if (alternatives == null) {
            alternatives = needed == null ? List.of(List.of(first())) : needed;
        }
        boolean open = alternatives.isEmpty();
        // Where there is one choice of one scheme, nothing is asked for twice.
        @Nullable Map<String, String> asked = isOne(alternatives) ? null : new HashMap<>();
        for (int i = 0; i < alternatives.size(); i++) {
            List<String> alternative = alternatives.get(i);
            open |= alternative.isEmpty();
            List<Secret> chosen = alternative.isEmpty() ? null : chosen(alternative, call, own, ownQuery, asked);
            if (chosen != null) {
                return chosen;
            }
        }
        if (open
                || own.contains(RequestAssembler.AUTHORIZATION)
                || own.contains("api-key")
                || own.contains("x-api-key")) {
            return List.of();
        }
        throw new IllegalStateException("no credential for " + operation + ": " + hints(alternatives));
    }

    private @Nullable List<Secret> chosen(
            List<String> alternative,
            RequestBuilder call,
            HttpHeaders own,
            List<Map.Entry<String, String>> ownQuery,
            @Nullable Map<String, String> asked) {
        List<Secret> secrets = new ArrayList<>(alternative.size());
        for (int i = 0; i < alternative.size(); i++) {
            String name = alternative.get(i);
            CredentialScheme scheme = scheme(name);
            if (alternative.indexOf(name) == i && !isSet(scheme, call, own, ownQuery)) {
                String secret = asked == null ? null : asked.get(name);
                if (secret == null) {
                    secret = ask(name);
                    if (asked != null) {
                        asked.put(name, secret);
                    }
                }
                if (secret.isBlank()) {
                    return null;
                }
                secrets.add(new Secret(scheme, secret));
            }
        }
        for (int i = 0; i < secrets.size(); i++) {
            Secret secret = secrets.get(i);
            secret.scheme().requireSendable(secret.value());
        }
        return secrets;
    }

    private static boolean isOne(List<List<String>> alternatives) {
        return alternatives.size() == 1 && alternatives.get(0).size() <= 1;
    }

    /** Returns whether the user sets by hand what the scheme would. */
    private static boolean isSet(
            CredentialScheme scheme, RequestBuilder call, HttpHeaders own, List<Map.Entry<String, String>> ownQuery) {
        String key = scheme.key();
        if (scheme.isHeader()) {
            return own.contains(key);
        }
        if (scheme.place() == CredentialScheme.Place.COOKIE) {
            return Cookies.isIn(own, key);
        }
        for (Map.Entry<String, String> parameter : ownQuery) {
            if (parameter.getKey().equals(key)) {
                return true;
            }
        }
        return call.hasQuery(key);
    }

    private String ask(String name) {
        Supplier<? extends @Nullable String> source = sources.get(name);
        String secret = source == null ? null : source.get();
        return secret == null ? "" : secret;
    }

    private String hints(List<List<String>> alternatives) {
        return String.join(
                "; or ",
                alternatives.stream()
                        .map(alternative -> String.join(
                                ", and ",
                                alternative.stream()
                                        .map(name -> scheme(name).hint())
                                        .toList()))
                        .toList());
    }
}
