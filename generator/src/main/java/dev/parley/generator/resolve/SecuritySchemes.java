package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ClientDescription.Credential;
import dev.parley.generator.model.ClientDescription.Credential.Place;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which credentials there are, and which of them calls need: one of several choices, all of its schemes. */
final class SecuritySchemes {

    private static final String SCHEMES = "/components/securitySchemes";

    private final Diagnostics diagnostics;
    private final CredentialNames names;
    private final Map<String, Credential> sendable = new LinkedHashMap<>();

    /** Schemes that ask for nothing of a request, such as a certificate of the connection. */
    private final Set<String> silent = new LinkedHashSet<>();

    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<List<String>> needed;

    SecuritySchemes(
            OpenAPI document, List<OperationSource> operations, CredentialNames names, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.names = names;
        Map<String, SecurityScheme> schemes =
                document.getComponents() == null || document.getComponents().getSecuritySchemes() == null
                        ? Map.of()
                        : document.getComponents().getSecuritySchemes();
        schemes.forEach((name, scheme) -> read(name, followed(scheme, schemes)));
        boolean saysNothing = document.getSecurity() == null
                && operations.stream().allMatch(source -> source.operation().getSecurity() == null);
        this.needed = saysNothing && !sendable.isEmpty()
                ? optional()
                : choices(document.getSecurity() == null ? List.of() : document.getSecurity(), "/security");
    }

    /** Returns the choices that a call needs, unless its operation says. */
    List<List<String>> needed() {
        return needed;
    }

    /** Returns the choices that an operation needs, or {@code null} if it needs what others need. */
    @Nullable
    List<List<String>> of(OperationSource source) {
        List<SecurityRequirement> own = source.operation().getSecurity();
        if (own == null) {
            return null;
        }
        List<List<String>> choices = choices(own, Pointers.below(source.pointer(), "security"));
        return choices.equals(needed) ? null : choices;
    }

    /** Returns the credentials that operations have been found to need, those of all calls first. */
    List<Credential> credentials() {
        List<Credential> credentials = new ArrayList<>();
        Set<String> order = new LinkedHashSet<>();
        needed.forEach(order::addAll);
        order.addAll(sendable.keySet());
        for (String name : order) {
            if (used.contains(name)) {
                credentials.add(sendable.get(name));
            } else {
                diagnostics.note(
                        "security-unused",
                        Pointers.below(SCHEMES, name),
                        "No operation needs this scheme, so the client has no setting for it",
                        "Add it to security of the document or of an operation");
            }
        }
        return names.inOrder(credentials);
    }

    private List<List<String>> optional() {
        diagnostics.note(
                "security-optional",
                SCHEMES,
                "Nothing says which operations need a credential, so each is sent if it is set",
                "Add security to the document");
        List<List<String>> choices = new ArrayList<>();
        sendable.keySet().forEach(name -> choices.add(List.of(name)));
        choices.add(List.of());
        used.addAll(sendable.keySet());
        return choices;
    }

    private List<List<String>> choices(List<SecurityRequirement> requirements, String pointer) {
        Set<List<String>> choices = new LinkedHashSet<>();
        for (SecurityRequirement requirement : requirements) {
            List<String> all = new ArrayList<>();
            boolean possible = true;
            for (String name : requirement.keySet()) {
                if (sendable.containsKey(name)) {
                    all.add(name);
                } else if (!silent.contains(name)) {
                    possible = false;
                    reportUnknown(name, pointer);
                }
            }
            if (possible) {
                choices.add(List.copyOf(all));
                used.addAll(all);
            }
        }
        return List.copyOf(choices);
    }

    private void reportUnknown(String name, String pointer) {
        if (!known.contains(name)) {
            diagnostics.warning(
                    "unsupported-security",
                    pointer,
                    "There is no security scheme '" + name + "', so the client sends nothing for it",
                    "Add it to #/components/securitySchemes, or set what it needs as a header of the client");
        }
    }

    private static @Nullable SecurityScheme followed(SecurityScheme scheme, Map<String, SecurityScheme> schemes) {
        return scheme.get$ref() == null ? scheme : schemes.get(Pointers.last(scheme.get$ref()));
    }

    private void read(String name, @Nullable SecurityScheme scheme) {
        known.add(name);
        String pointer = Pointers.below(SCHEMES, name);
        if (scheme == null || scheme.getType() == null) {
            unsupported(pointer, "The scheme does not say what it is");
            return;
        }
        switch (scheme.getType()) {
            case OAUTH2, OPENIDCONNECT -> add(name, Place.BEARER, "", scheme);
            case MUTUALTLS -> {
                silent.add(name);
                diagnostics.note(
                        "mutual-tls",
                        pointer,
                        "The connection shows a certificate, and a call sends nothing",
                        "Give the client an HttpClient whose SSL context has the certificate");
            }
            case HTTP -> http(name, scheme, pointer);
            case APIKEY -> apiKey(name, scheme, pointer);
        }
    }

    private void http(String name, SecurityScheme scheme, String pointer) {
        switch (String.valueOf(scheme.getScheme()).toLowerCase(Locale.ROOT)) {
            case "bearer" -> add(name, Place.BEARER, "", scheme);
            case "basic" -> add(name, Place.BASIC, "", scheme);
            default -> unsupported(pointer, "The client does not know the HTTP scheme " + scheme.getScheme());
        }
    }

    private void apiKey(String name, SecurityScheme scheme, String pointer) {
        String key = scheme.getName() == null ? "" : scheme.getName();
        if (scheme.getIn() == null || key.isEmpty()) {
            unsupported(pointer, "The key has no name, or no place");
            return;
        }
        if (scheme.getIn() != SecurityScheme.In.QUERY && !ParameterChecks.isSendableName(key)) {
            unsupported(pointer, "The key has a name that the client cannot send");
            return;
        }
        Place place = switch (scheme.getIn()) {
            case HEADER -> Place.HEADER;
            case QUERY -> Place.QUERY;
            case COOKIE -> Place.COOKIE;
        };
        add(name, place, key, scheme);
    }

    private void add(String name, Place place, String key, SecurityScheme scheme) {
        sendable.put(name, names.credential(name, place, key, Annotations.documentation(scheme.getDescription())));
    }

    private void unsupported(String pointer, String what) {
        diagnostics.warning(
                "unsupported-security",
                pointer,
                what + ", so it sends nothing for the scheme",
                "Set the header that the scheme needs when you build the client");
    }
}
