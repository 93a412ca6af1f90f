package dev.parley.generator.emit.template;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.List;
import java.util.function.Function;

/** Makes the views of the classes that a program starts at. */
final class ClientViews {

    private static final List<String> USED_BY_CLIENT = List.of(
            "dev.parley.runtime.call.ApiConnection",
            "dev.parley.runtime.call.CallObserver",
            "dev.parley.runtime.call.ClientOptions",
            "dev.parley.runtime.call.HttpLogging",
            "dev.parley.runtime.call.Interceptor",
            "dev.parley.runtime.call.RetryPolicy",
            "dev.parley.runtime.http.HttpTransport",
            "dev.parley.runtime.http.JdkHttpTransport",
            "dev.parley.runtime.json.JsonValue",
            "java.net.http.HttpClient",
            "java.time.Duration",
            "java.util.Map",
            "java.util.Properties",
            "java.util.concurrent.Executor",
            "java.util.function.Consumer",
            "javax.annotation.processing.Generated",
            "org.jspecify.annotations.Nullable");

    private final ClientDescription client;
    private final NameTable names;
    private final String source;
    private final ChildViews children;

    ClientViews(ApiModel model, NameTable names, String source) {
        this.client = model.client();
        this.names = names;
        this.source = source;
        this.children = new ChildViews(model, names);
    }

    ClientView client() {
        Imports imports = new Imports(names.client());
        USED_BY_CLIENT.forEach(imports::name);
        if (!client.credentials().isEmpty()) {
            imports.name("dev.parley.runtime.call.CredentialScheme");
            imports.name("java.util.function.Supplier");
        }
        ClientSettings settings = new ClientSettings(client, names);
        String async = imports.name(names.asyncClient());
        String calls = imports.name(names.clientCalls());
        List<ChildView> services = children.httpServices(List.of(), imports);
        return new ClientView(
                source,
                names.packages().base(),
                List.copyOf(imports.sorted()),
                names.client().simpleName().text(),
                async,
                calls,
                doc(),
                settings.setup(),
                !settings.servers().isEmpty(),
                settings.servers(),
                settings.credentials(),
                settings.variables(),
                client.baseUrlVariable(),
                names.systemProperty(client.baseUrlVariable()),
                settings.headers(),
                services);
    }

    RootView asyncClient() {
        return root(names.asyncClient(), true, imports -> children.httpAsyncServices(List.of(), imports));
    }

    RootView calls() {
        return root(names.clientCalls(), false, imports -> children.calls(List.of(), imports));
    }

    private RootView root(JavaName type, boolean takesOptions, Function<Imports, List<ChildView>> below) {
        Imports imports = new Imports(type);
        List.of("dev.parley.runtime.call.ApiConnection", "javax.annotation.processing.Generated")
                .forEach(imports::name);
        if (takesOptions) {
            imports.name("java.util.function.Consumer");
        }
        String clientName = imports.name(names.client());
        List<ChildView> found = below.apply(imports);
        return new RootView(
                source,
                type.packageName(),
                List.copyOf(imports.sorted()),
                type.simpleName().text(),
                clientName,
                doc(),
                found);
    }

    private List<String> doc() {
        return client.documentation().isEmpty()
                ? List.of("The client of the API.")
                : JavadocText.paragraphs(client.documentation().text());
    }
}
