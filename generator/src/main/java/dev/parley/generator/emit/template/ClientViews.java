package dev.parley.generator.emit.template;

import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.List;

/** Makes the view of the client class. */
final class ClientViews {

    private ClientViews() {}

    static ClientView of(ClientDescription client, NameTable names, ServiceViews services, String source) {
        Imports imports = new Imports(names.client());
        List.of(
                        "dev.parley.runtime.call.ApiConnection",
                        "dev.parley.runtime.call.ClientOptions",
                        "dev.parley.runtime.http.HttpTransport",
                        "java.time.Duration",
                        "java.util.Map",
                        "java.util.function.Consumer",
                        "java.util.function.Supplier",
                        "javax.annotation.processing.Generated")
                .forEach(imports::name);
        List<ServiceView.Child> children = services.children(List.of(), imports, true);
        return new ClientView(
                source,
                names.packages().base(),
                List.copyOf(imports.sorted()),
                names.client().simpleName().text(),
                client.documentation().isEmpty()
                        ? List.of("The client of the API.")
                        : JavadocText.paragraphs(client.documentation().text()),
                client.baseUrl().isEmpty() ? List.of() : List.of(StringLiteral.of(client.baseUrl())),
                client.apiKeyVariable(),
                client.baseUrlVariable(),
                client.headers().stream().map(option -> option(option, names)).toList(),
                children);
    }

    private static ClientView.Option option(ClientDescription.HeaderOption option, NameTable names) {
        String name = names.headerOption(option.header()).text();
        String text = option.documentation().isEmpty()
                ? "Sets {@code " + name + "}."
                : JavadocText.sentence(
                        "Sets",
                        "Sets {@code " + name + "}.",
                        option.documentation().text());
        return new ClientView.Option(
                name, StringLiteral.of(option.header()), option.variable(), JavadocText.wrap(text, ""));
    }
}
