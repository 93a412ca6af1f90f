package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.HeaderOption;
import dev.parley.generator.model.NameHint;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

    ClientDescription read() {
        Info info = document.getInfo() == null ? new Info() : document.getInfo();
        String title = info.getTitle() == null ? "" : info.getTitle().strip();
        List<String> words = new ArrayList<>(Arrays.asList(title.split("\\s+")));
        words.removeIf(String::isBlank);
        if (!words.isEmpty() && words.get(words.size() - 1).equalsIgnoreCase("API")) {
            words.remove(words.size() - 1);
        }
        String name = text(settings, "name", POINTER);
        String apiKey = environmentVariable(settings, "apiKeyVariable", POINTER);
        String baseUrl = environmentVariable(settings, "baseUrlVariable", POINTER);
        String plain = String.join(" ", words);
        return new ClientDescription(
                name == null ? NameHint.of((plain + " Client").strip()) : NameHint.curated(name),
                title,
                Annotations.documentation(info.getDescription()),
                baseUrl(),
                apiKey == null ? variable(plain, "API_KEY") : apiKey,
                baseUrl == null ? variable(plain, "BASE_URL") : baseUrl,
                templates(),
                headers());
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

    private static String variable(String words, String suffix) {
        String prefix =
                words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_+|_+$", "");
        boolean usable = !prefix.isEmpty() && !Character.isDigit(prefix.charAt(0));
        return usable ? prefix + "_" + suffix : suffix;
    }

    private String baseUrl() {
        List<Server> servers = document.getServers();
        if (servers == null || servers.isEmpty() || servers.get(0).getUrl() == null) {
            return "";
        }
        String[] url = {servers.get(0).getUrl()};
        if (servers.get(0).getVariables() != null) {
            servers.get(0)
                    .getVariables()
                    .forEach((name, variable) -> url[0] = url[0].replace(
                            "{" + name + "}", variable.getDefault() == null ? "" : variable.getDefault()));
        }
        if (!isComplete(url[0])) {
            if (!url[0].equals("/")) {
                diagnostics.warning(
                        "relative-server",
                        "/servers/0/url",
                        "The URL of the server is no complete http or https URL, so the client has no base URL",
                        "Give the complete URL");
            }
            return "";
        }
        return url[0].replaceAll("/+$", "");
    }

    private static boolean isComplete(String url) {
        try {
            URI uri = new URI(url);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.normalize().equals(uri);
        } catch (URISyntaxException e) {
            return false;
        }
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
                "x-java-client is an object with name, apiKeyVariable, baseUrlVariable, templates and headers, all"
                        + " texts but the last");
    }
}
