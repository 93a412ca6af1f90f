package dev.parley.generator.resolve;

import dev.parley.generator.model.ClientDescription.Credential;
import dev.parley.generator.model.ClientDescription.Credential.Place;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.NameHint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the setting of a credential is called, and the environment variable that it is read from. */
final class CredentialNames {

    /** Words of the name of a scheme that say no more than that it is one. */
    private static final Set<String> EMPTY =
            Set.of("auth", "authentication", "authorization", "scheme", "security", "http");

    private static final Set<String> SECRETS =
            Set.of("key", "token", "secret", "password", "credential", "credentials");

    /**
     * What a person chose for one scheme.
     *
     * @param option the setting, or {@code null}
     * @param variable the environment variable, or {@code null}
     * @param documentation what it is
     */
    record Chosen(@Nullable String option, @Nullable String variable, Documentation documentation) {}

    private final Map<String, Chosen> chosen;
    private final @Nullable String firstVariable;
    private final String prefix;

    /**
     * Takes what the document says.
     *
     * @param chosen by the name of the scheme
     * @param firstVariable the variable of the first credential, or {@code null}
     * @param prefix what other variables start with; empty for nothing
     */
    CredentialNames(Map<String, Chosen> chosen, @Nullable String firstVariable, String prefix) {
        this.chosen = chosen;
        this.firstVariable = firstVariable;
        this.prefix = prefix;
    }

    Credential credential(String scheme, Place place, String key, Documentation documentation) {
        Chosen own = chosen.getOrDefault(scheme, new Chosen(null, null, Documentation.NONE));
        List<String> words = words(scheme, place);
        String variable = (prefix + String.join("_", words)).toUpperCase(Locale.ROOT);
        return new Credential(
                scheme,
                place,
                key,
                own.option() == null ? NameHint.of(String.join(" ", words)) : NameHint.curated(own.option()),
                own.variable() == null ? variable : own.variable(),
                own.documentation().isEmpty() ? documentation : own.documentation());
    }

    /** Returns the credentials with the variable of the first as the document wants it. */
    List<Credential> inOrder(List<Credential> credentials) {
        List<Credential> named = new ArrayList<>(credentials);
        if (firstVariable != null && !named.isEmpty()) {
            Credential first = named.get(0);
            Chosen own = chosen.get(first.scheme());
            if (own == null || own.variable() == null) {
                named.set(
                        0,
                        new Credential(
                                first.scheme(),
                                first.place(),
                                first.key(),
                                first.option(),
                                firstVariable,
                                first.documentation()));
            }
        }
        return named;
    }

    /** {@code AdminApiKeyAuth} is {@code admin api key}, {@code bearerAuth} is {@code bearer token}. */
    private static List<String> words(String scheme, Place place) {
        List<String> words = new ArrayList<>();
        for (String word : scheme.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        words.removeIf(EMPTY::contains);
        if (words.size() == 1 && words.get(0).equals("apikey")) {
            return List.of("api", "key");
        }
        if (!words.isEmpty() && SECRETS.contains(words.get(words.size() - 1))) {
            return words;
        }
        switch (place) {
            case BASIC -> {
                if (words.isEmpty()) {
                    words.add("basic");
                }
                words.add("auth");
            }
            case BEARER -> {
                if (words.isEmpty()) {
                    words.add("bearer");
                }
                words.add("token");
            }
            default -> {
                if (words.isEmpty()) {
                    words.add("api");
                }
                words.add("key");
            }
        }
        return words;
    }
}
