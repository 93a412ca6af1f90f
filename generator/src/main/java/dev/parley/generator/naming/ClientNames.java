package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ClientDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names of the classes that a program starts at, and of their settings. */
final class ClientNames {

    private static final String CLIENT = "Client";
    private static final String ASYNC_CLIENT = "AsyncClient";
    private static final String CALLS = "Calls";
    private static final Set<String> ASKERS = Set.of(CLIENT, ASYNC_CLIENT, CALLS);

    /** Types that the sources of the client refer to by their simple names. */
    private static final List<String> USED_BY_CLIENT = List.of(
            "ApiConnection",
            "AutoCloseable",
            "Builder",
            "CallObserver",
            "ClientOptions",
            "Consumer",
            "CredentialScheme",
            "Duration",
            "Executor",
            "Generated",
            "HttpClient",
            "HttpLogging",
            "HttpTransport",
            "Interceptor",
            "JdkHttpTransport",
            "JsonValue",
            "Map",
            "Nullable",
            "Properties",
            "RetryPolicy",
            "Supplier");

    /** Methods of the builder, and variables of those that read the settings of a surrounding. */
    private static final List<String> USED_BY_BUILDER = List.of(
            "attemptInterceptor",
            "attemptTimeout",
            "baseUrl",
            "bodyMember",
            "build",
            "callInterceptor",
            "connectTimeout",
            "environment",
            "executor",
            "given",
            "header",
            "httpClient",
            "idempotencyKeys",
            "logging",
            "maxResponseBytes",
            "maxRetries",
            "observer",
            "options",
            "properties",
            "query",
            "retryPolicy",
            "timeout",
            "transport",
            "userAgent",
            "validateRequests",
            "variables");

    private final JavaName client;
    private final JavaName asyncClient;
    private final JavaName calls;
    private final Map<String, Identifier> headerOptions = new HashMap<>();
    private final Map<String, Identifier> credentials = new HashMap<>();
    private final Map<String, Identifier> serverVariables = new HashMap<>();

    private ClientNames(JavaName client, JavaName asyncClient, JavaName calls) {
        this.client = client;
        this.asyncClient = asyncClient;
        this.calls = calls;
    }

    static ClientNames of(
            ClientDescription description, Packages packages, NameLedger ledger, Diagnostics diagnostics) {
        NameChooser chooser = new NameChooser(diagnostics);
        Scope scope = ledger.open(NameLock.CLIENT, ASKERS, Scope.ofTypes()).reserving(USED_BY_CLIENT);
        Identifier client = chooser.choose(
                description.name(), text -> Identifiers.type(Words.of(text)), scope, CLIENT, "/info/title");
        ClientNames names = new ClientNames(
                JavaName.topLevel(packages.base(), client),
                JavaName.topLevel(packages.base(), scope.take(Identifiers.type("Async" + client), ASYNC_CLIENT)),
                JavaName.topLevel(packages.base(), scope.take(Identifiers.type(stem(client.text()) + CALLS), CALLS)));
        Scope settings = Scope.ofMembers().reserving(USED_BY_BUILDER);
        for (ClientDescription.Credential credential : description.credentials()) {
            names.credentials.put(
                    credential.scheme(),
                    chooser.choose(
                            credential.option(),
                            Identifiers::member,
                            settings,
                            credential.scheme(),
                            "/components/securitySchemes"));
        }
        for (ClientDescription.ServerVariable variable : description.server().variables()) {
            names.serverVariables.put(
                    variable.name(),
                    chooser.choose(variable.option(), Identifiers::member, settings, variable.name(), "/servers/0"));
        }
        for (ClientDescription.HeaderOption option : description.headers()) {
            names.headerOptions.put(
                    option.header(),
                    chooser.choose(option.option(), Identifiers::member, settings, option.header(), "/x-java-client"));
        }
        return names;
    }

    private static String stem(String client) {
        return client.endsWith(CLIENT) && client.length() > CLIENT.length()
                ? client.substring(0, client.length() - CLIENT.length())
                : client;
    }

    /** {@code OPENAI_BASE_URL} is {@code openai.baseUrl}. */
    static String systemProperty(String variable) {
        List<String> words = Words.of(variable);
        if (words.size() < 2) {
            return Words.lowerCamel(words);
        }
        return Words.lowerCamel(words.subList(0, 1)) + "." + Words.lowerCamel(words.subList(1, words.size()));
    }

    JavaName client() {
        return client;
    }

    JavaName asyncClient() {
        return asyncClient;
    }

    JavaName calls() {
        return calls;
    }

    Identifier headerOption(String header) {
        return known(headerOptions, header);
    }

    Identifier credential(String scheme) {
        return known(credentials, scheme);
    }

    Identifier serverVariable(String variable) {
        return known(serverVariables, variable);
    }

    private static Identifier known(Map<String, Identifier> names, String key) {
        Identifier name = names.get(key);
        if (name == null) {
            throw new IllegalStateException("no name was decided for " + key);
        }
        return name;
    }
}
