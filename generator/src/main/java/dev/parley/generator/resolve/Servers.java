package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.ServerVariable;
import dev.parley.generator.model.NameHint;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads where calls go: the first server of the document, and the first of an operation that has its own. */
final class Servers {

    private static final String VALUE = "x";

    private final OpenAPI document;
    private final Diagnostics diagnostics;
    private final ClientDescription.Server server;

    Servers(OpenAPI document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        this.server = read();
    }

    /** Returns the server of the document. */
    ClientDescription.Server ofDocument() {
        return server;
    }

    /** Returns the base URL that an operation has of its own, or an empty text. */
    String of(OperationSource source) {
        boolean own = Keywords.isFilled(source.operation().getServers());
        List<Server> servers =
                own ? source.operation().getServers() : source.pathItem().getServers();
        if (!Keywords.isFilled(servers)) {
            return "";
        }
        String pointer = Pointers.below(own ? source.pointer() : source.pathPointer(), "servers");
        String url = trimmed(filled(servers.get(0), true));
        if (!isComplete(url)) {
            diagnostics.warning(
                    "servers-ignored",
                    pointer,
                    "The URL of the server is no complete http or https URL, so the operation is called on the server of"
                            + " the document",
                    "Give the complete URL");
            return "";
        }
        if (servers.size() > 1 || isVaried(servers.get(0))) {
            diagnostics.note(
                    "servers-ignored",
                    pointer,
                    "The operation is called on its first server, with the defaults of its variables",
                    "Set the base URL of the client for another one");
        }
        return url.equals(trimmed(filled(first(), true))) ? "" : url;
    }

    private ClientDescription.Server read() {
        Server first = first();
        String url = trimmed(Objects.toString(first.getUrl(), ""));
        List<String> all = described();
        if (url.isEmpty()) {
            return new ClientDescription.Server("", List.of(), all.size() > 1 ? all : List.of());
        }
        boolean complete = isComplete(trimmed(filled(first, true))) || isComplete(trimmed(filled(first, false)));
        if (!complete) {
            diagnostics.warning(
                    "relative-server",
                    "/servers/0/url",
                    "The URL of the server is no complete http or https URL, so the client has no base URL",
                    "Give the complete URL");
            return new ClientDescription.Server(url.matches("/[A-Za-z0-9._~/-]*") ? url : "", List.of(), all);
        }
        return new ClientDescription.Server(url, variables(first), all);
    }

    private Server first() {
        List<Server> servers = document.getServers();
        return servers == null || servers.isEmpty() ? new Server().url("") : servers.get(0);
    }

    private List<String> described() {
        List<String> lines = new ArrayList<>();
        for (Server each : document.getServers() == null ? List.<Server>of() : document.getServers()) {
            String description =
                    each.getDescription() == null ? "" : each.getDescription().strip();
            String url = Objects.toString(each.getUrl(), "");
            if (!url.isEmpty() && !url.equals("/")) {
                lines.add(description.isEmpty() ? url : url + ": " + description);
            }
        }
        return lines;
    }

    private static List<ServerVariable> variables(Server server) {
        List<ServerVariable> variables = new ArrayList<>();
        if (server.getVariables() != null) {
            server.getVariables().forEach((name, variable) -> {
                if (server.getUrl().contains("{" + name + "}")) {
                    variables.add(new ServerVariable(
                            NameHint.of("server " + name),
                            name,
                            variable.getDefault(),
                            variable.getEnum() == null ? List.of() : variable.getEnum(),
                            Annotations.documentation(variable.getDescription())));
                }
            });
        }
        return variables;
    }

    private static boolean isVaried(Server server) {
        return server.getVariables() != null && !server.getVariables().isEmpty();
    }

    /** Returns the URL with values for its variables: their defaults, or for what has none anything. */
    private static String filled(Server server, boolean defaults) {
        String[] url = {Objects.toString(server.getUrl(), "")};
        if (server.getVariables() != null) {
            server.getVariables()
                    .forEach((name, variable) -> url[0] = url[0].replace(
                            "{" + name + "}",
                            defaults && variable.getDefault() != null ? variable.getDefault() : VALUE));
        }
        return url[0];
    }

    private static String trimmed(String url) {
        return url.replaceAll("/+$", "");
    }

    private static boolean isComplete(@Nullable String url) {
        try {
            URI uri = new URI(Objects.toString(url, ""));
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
}
