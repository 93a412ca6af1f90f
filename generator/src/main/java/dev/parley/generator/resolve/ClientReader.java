package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.HeaderOption;
import dev.parley.generator.model.NameHint;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the entry point of the client is called and configured by: {@code x-java-client}, else the title. */
final class ClientReader {

    private static final String EXTENSION = "x-java-client";
    private static final String POINTER = "/" + EXTENSION;

    private final OpenAPI document;
    private final Diagnostics diagnostics;
    private final Map<?, ?> settings;

    ClientReader(OpenAPI document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        Object extension = document.getExtensions() == null
                ? null
                : document.getExtensions().get(EXTENSION);
        this.settings = extension instanceof Map<?, ?> map ? map : Map.of();
        if (extension != null && !(extension instanceof Map<?, ?>)) {
            malformed(POINTER, EXTENSION + " is not an object");
        }
    }

    /**
     * Reads the rest.
     *
     * @param security who calls say they are
     * @param servers where they go
     */
    ClientDescription read(SecuritySchemes security, Servers servers) {
        Info info = document.getInfo() == null ? new Info() : document.getInfo();
        String title = info.getTitle() == null ? "" : info.getTitle().strip();
        String name = text(settings, "name", POINTER);
        String baseUrl = environmentVariable(settings, "baseUrlVariable", POINTER);
        return new ClientDescription(
                name == null ? NameHint.of((plainTitle() + " Client").strip()) : NameHint.curated(name),
                title,
                Annotations.documentation(info.getDescription()),
                servers.ofDocument(),
                security.credentials(),
                security.needed(),
                baseUrl == null ? prefix() + "BASE_URL" : baseUrl,
                templates(),
                headers());
    }

    /** Returns whether lists and objects in a query are written with brackets where the document says nothing else. */
    boolean usesBrackets() {
        String arrays = text(settings, "queryArrays", POINTER);
        if (arrays != null && !List.of("brackets", "repeat").contains(arrays)) {
            malformed(POINTER + "/queryArrays", "queryArrays is neither brackets nor repeat");
        }
        return "brackets".equals(arrays);
    }

    /** Reads what credentials are called. */
    CredentialNames credentialNames() {
        Map<String, CredentialNames.Chosen> chosen = new HashMap<>();
        Object value = settings.get("credentials");
        if (value != null && !(value instanceof List<?>)) {
            malformed(POINTER + "/credentials", "credentials is not a list");
        }
        List<?> list = value instanceof List<?> entries ? entries : List.of();
        for (int i = 0; i < list.size(); i++) {
            String pointer = Pointers.below(POINTER, "credentials", String.valueOf(i));
            Map<?, ?> entry = list.get(i) instanceof Map<?, ?> map ? map : Map.of();
            String scheme = text(entry, "scheme", pointer);
            if (scheme == null) {
                malformed(pointer, "A credential needs scheme");
                continue;
            }
            chosen.put(
                    scheme,
                    new CredentialNames.Chosen(
                            text(entry, "option", pointer),
                            environmentVariable(entry, "variable", pointer),
                            Annotations.documentation(text(entry, "description", pointer))));
        }
        return new CredentialNames(chosen, environmentVariable(settings, "apiKeyVariable", POINTER), prefix());
    }

    /** Returns the title without the word API at its end. */
    private String plainTitle() {
        String title = document.getInfo() == null || document.getInfo().getTitle() == null
                ? ""
                : document.getInfo().getTitle().strip();
        List<String> words = new ArrayList<>(Arrays.asList(title.split("\\s+")));
        words.removeIf(String::isBlank);
        if (!words.isEmpty() && words.get(words.size() - 1).equalsIgnoreCase("API")) {
            words.remove(words.size() - 1);
        }
        return String.join(" ", words);
    }

    /** Returns what environment variables start with, empty or with an underscore at its end. */
    private String prefix() {
        String prefix = plainTitle()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return prefix.isEmpty() || Character.isDigit(prefix.charAt(0)) ? "" : prefix + "_";
    }

    private String templates() {
        String templates = text(settings, "templates", POINTER);
        if (templates == null) {
            return "";
        }
        if (!templates.matches("[a-z][a-z0-9-]*")) {
            malformed(POINTER + "/templates", "templates is no plain name of small letters, digits and hyphens");
            return "";
        }
        return templates;
    }

    private List<HeaderOption> headers() {
        Object value = settings.get("headers");
        if (value == null) {
            return List.of();
        }
        List<HeaderOption> headers = new ArrayList<>();
        if (!(value instanceof List<?> list)) {
            malformed(POINTER + "/headers", "headers is not a list");
            return headers;
        }
        for (int i = 0; i < list.size(); i++) {
            String pointer = Pointers.below(POINTER, "headers", String.valueOf(i));
            Map<?, ?> entry = list.get(i) instanceof Map<?, ?> map ? map : Map.of();
            String option = text(entry, "option", pointer);
            String header = text(entry, "header", pointer);
            String variable = environmentVariable(entry, "variable", pointer);
            if (option == null || header == null || variable == null) {
                malformed(pointer, "A header needs option, header and variable");
                continue;
            }
            if (!ParameterChecks.isHeaderName(header)) {
                malformed(Pointers.below(pointer, "header"), "header is no name that a header can have");
            }
            headers.add(new HeaderOption(
                    NameHint.curated(option),
                    header,
                    variable,
                    Annotations.documentation(text(entry, "description", pointer))));
        }
        return headers;
    }

    private @Nullable String environmentVariable(Map<?, ?> map, String key, String pointer) {
        String name = text(map, key, pointer);
        if (name != null && !name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            malformed(Pointers.below(pointer, key), key + " is no name of an environment variable");
        }
        return name;
    }

    private @Nullable String text(Map<?, ?> map, String key, String pointer) {
        Object value = map.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text.strip();
        }
        if (value != null) {
            malformed(Pointers.below(pointer, key), key + " is not a text");
        }
        return null;
    }

    private void malformed(String pointer, String message) {
        diagnostics.error(
                "malformed-extension",
                pointer,
                message,
                "x-java-client is an object with name, apiKeyVariable, baseUrlVariable, templates and queryArrays, all"
                        + " texts, and the lists headers and credentials");
    }
}
