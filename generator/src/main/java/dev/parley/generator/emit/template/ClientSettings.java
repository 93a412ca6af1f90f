package dev.parley.generator.emit.template;

import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.ClientDescription.Credential;
import dev.parley.generator.model.ClientDescription.ServerVariable;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The settings of a client that come of the document: who calls say they are, where they go, what goes out with them. */
final class ClientSettings {

    private final ClientDescription client;
    private final NameTable names;

    ClientSettings(ClientDescription client, NameTable names) {
        this.client = client;
        this.names = names;
    }

    /** Returns the links of the chain that tells the options of the run-time what the document says. */
    List<String> setup() {
        List<String> links = new ArrayList<>();
        if (!client.server().url().isEmpty()) {
            links.add(".server(" + StringLiteral.of(client.server().url()) + ")");
        }
        for (ServerVariable variable : client.server().variables()) {
            if (variable.value() != null) {
                links.add(".serverVariable(" + StringLiteral.of(variable.name()) + ", "
                        + StringLiteral.of(variable.value()) + ")");
            }
        }
        client.credentials().forEach(credential -> links.add(".scheme(" + scheme(credential) + ")"));
        client.needed().forEach(all -> links.add(requiring(all)));
        if (client.needed().isEmpty()) {
            links.add(requiring(List.of()));
        }
        int last = links.size() - 1;
        links.set(last, links.get(last) + ");");
        return links;
    }

    /** Returns the link that adds a choice of credentials. */
    static String requiring(List<String> schemes) {
        return ".requiring(" + schemes.stream().map(StringLiteral::of).collect(Collectors.joining(", ")) + ")";
    }

    List<String> servers() {
        return client.server().all().size() < 2
                ? List.of()
                : client.server().all().stream()
                        .flatMap(line -> JavadocText.wrap("<li>" + JavadocText.code(line), "    ").stream())
                        .toList();
    }

    List<ClientView.Credential> credentials() {
        return client.credentials().stream().map(this::credential).toList();
    }

    List<ClientView.Variable> variables() {
        return client.server().variables().stream().map(this::variable).toList();
    }

    List<ClientView.Option> headers() {
        return client.headers().stream().map(this::option).toList();
    }

    private String scheme(Credential credential) {
        String name = names.credential(credential.scheme()).text();
        String hint = "set " + credential.variable() + " for fromEnv(), or call " + name + "(...) on the builder";
        String key = credential.key().isEmpty() ? "" : StringLiteral.of(credential.key()) + ", ";
        String method = switch (credential.place()) {
            case BEARER -> "bearer";
            case BASIC -> "basic";
            case HEADER -> "header";
            case QUERY -> "query";
            case COOKIE -> "cookie";
        };
        return "CredentialScheme." + method + "(" + StringLiteral.of(credential.scheme()) + ", " + key
                + StringLiteral.of(hint) + ")";
    }

    private ClientView.Credential credential(Credential credential) {
        String name = names.credential(credential.scheme()).text();
        String plain = switch (credential.place()) {
            case BEARER -> "Sets the secret that authenticates each call, sent as a bearer token.";
            case BASIC -> "Sets the user and the password of each call, with a colon between them.";
            case HEADER, QUERY, COOKIE -> "Sets the secret that authenticates each call.";
        };
        return new ClientView.Credential(
                name,
                StringLiteral.of(credential.scheme()),
                credential.variable(),
                names.systemProperty(credential.variable()),
                sentence(plain, credential.documentation().text()),
                credential.place() == Credential.Place.BASIC ? List.of(name) : List.of());
    }

    private ClientView.Variable variable(ServerVariable variable) {
        String name = names.serverVariable(variable.name()).text();
        return new ClientView.Variable(
                name,
                variable.allowed().stream()
                        .map(value -> ", " + StringLiteral.of(value))
                        .collect(Collectors.joining()),
                StringLiteral.of(variable.name()),
                sentence(
                        "Sets the variable " + JavadocText.code(variable.name()) + " of the server.",
                        variable.documentation().text()));
    }

    private static List<String> sentence(String plain, String prose) {
        return JavadocText.wrap(prose.isEmpty() ? plain : JavadocText.sentence("Sets", plain, prose), "");
    }

    private ClientView.Option option(ClientDescription.HeaderOption option) {
        String name = names.headerOption(option.header()).text();
        String text = option.documentation().isEmpty()
                ? "Sets {@code " + name + "}."
                : JavadocText.sentence(
                        "Sets",
                        "Sets {@code " + name + "}.",
                        option.documentation().text());
        return new ClientView.Option(
                name,
                StringLiteral.of(option.header()),
                option.variable(),
                names.systemProperty(option.variable()),
                JavadocText.wrap(text, ""));
    }
}
