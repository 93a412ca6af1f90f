package dev.parley.generator.naming;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.ClientDescription;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Service;
import dev.parley.generator.words.Inflection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names of the client, the services, their methods and pages. */
final class ServiceNames {

    /** Types that the source of the client refers to by their simple names. */
    private static final List<String> USED_BY_CLIENT = List.of(
            "ApiConnection",
            "AutoCloseable",
            "Builder",
            "ClientOptions",
            "Consumer",
            "Duration",
            "Generated",
            "HttpTransport",
            "Map",
            "Supplier");

    /** Variables of the methods that have path parameters. */
    private static final List<String> USED_IN_METHODS =
            List.of("builder", "connection", "in", "inElement", "next", "request", "response");

    private record ParameterKey(String operation, String wireName) {}

    private final Map<List<String>, JavaName> services = new HashMap<>();
    private final Map<List<String>, JavaName> httpServices = new HashMap<>();
    private final Map<List<String>, Identifier> accessors = new HashMap<>();
    private final Map<String, Identifier> methods = new HashMap<>();
    private final Map<String, Identifier> constants = new HashMap<>();
    private final Map<String, JavaName> pages = new HashMap<>();
    private final Map<ParameterKey, Identifier> pathParameters = new HashMap<>();
    private final Map<String, Identifier> headerOptions = new HashMap<>();

    private final Scope serviceScope = Scope.ofTypes().reserving(List.of("Page"));
    private final Scope httpScope = Scope.ofTypes();
    private final Packages packages;
    private final NameChooser chooser;
    private final JavaName client;

    private ServiceNames(ClientDescription description, Packages packages, Diagnostics diagnostics) {
        this.packages = packages;
        this.chooser = new NameChooser(diagnostics);
        Identifier name = chooser.choose(
                description.name(),
                text -> Identifiers.type(Words.of(text)),
                Scope.ofTypes().reserving(USED_BY_CLIENT),
                "/info/title");
        this.client = JavaName.topLevel(packages.base(), name);
    }

    static ServiceNames of(ApiModel model, Packages packages, Diagnostics diagnostics) {
        ServiceNames names = new ServiceNames(model.client(), packages, diagnostics);
        names.nameHeaderOptions(model.client());
        Map<List<String>, Scope> methodScopes = new HashMap<>();
        for (Service service : model.services()) {
            names.nameService(service.resource(), methodScopes);
        }
        for (Service service : model.services()) {
            Scope constants = Scope.ofMembers();
            for (Operation operation : service.operations()) {
                names.nameOperation(service, operation, methodScopes.get(service.resource()));
                names.constants.put(operation.pointer(), constants.take(Identifiers.constant(operation.verb())));
            }
        }
        return names;
    }

    JavaName client() {
        return client;
    }

    JavaName service(List<String> resource) {
        return known(services.get(resource), resource);
    }

    JavaName httpService(List<String> resource) {
        return known(httpServices.get(resource), resource);
    }

    Identifier accessor(List<String> resource) {
        return known(accessors.get(resource), resource);
    }

    Identifier method(Operation operation) {
        return known(methods.get(operation.pointer()), operation.pointer());
    }

    Identifier constant(Operation operation) {
        return known(constants.get(operation.pointer()), operation.pointer());
    }

    JavaName page(Operation operation) {
        return known(pages.get(operation.pointer()), operation.pointer());
    }

    Identifier pathParameter(Operation operation, String wireName) {
        return known(pathParameters.get(new ParameterKey(operation.pointer(), wireName)), wireName);
    }

    Identifier headerOption(String header) {
        return known(headerOptions.get(header), header);
    }

    private static <T> T known(@org.jspecify.annotations.Nullable T name, Object key) {
        if (name == null) {
            throw new IllegalStateException("no name was decided for " + key);
        }
        return name;
    }

    private void nameHeaderOptions(ClientDescription description) {
        Scope settings =
                Scope.ofMembers().reserving(List.of("apiKey", "baseUrl", "timeout", "transport", "build", "options"));
        for (ClientDescription.HeaderOption option : description.headers()) {
            headerOptions.put(
                    option.header(), chooser.choose(option.option(), Identifiers::member, settings, "/x-java-client"));
        }
    }

    private void nameService(List<String> resource, Map<List<String>, Scope> methodScopes) {
        List<String> words = words(resource);
        words.add("Service");
        Identifier name = serviceScope.take(Identifiers.type(words));
        services.put(resource, JavaName.topLevel(packages.service(), name));
        words.add(0, "Http");
        httpServices.put(resource, JavaName.topLevel(packages.internal(), httpScope.take(Identifiers.type(words))));
        List<String> parent = resource.subList(0, resource.size() - 1);
        Scope siblings = methodScopes.computeIfAbsent(parent, ServiceNames::methods);
        accessors.put(
                resource,
                chooser.choose(NameHint.of(resource.get(resource.size() - 1)), Identifiers::method, siblings, ""));
        methodScopes.computeIfAbsent(resource, ServiceNames::methods);
    }

    /** Accessors are fields, too, beside the connection; those of the client stand beside its own methods. */
    private static Scope methods(List<String> resource) {
        Scope scope = Scope.ofMembers().reserving(List.of("connection"));
        return resource.isEmpty() ? scope.reserving(List.of("close", "fromEnv")) : scope;
    }

    private void nameOperation(Service service, Operation operation, Scope methodScope) {
        String pointer = operation.pointer();
        methods.put(pointer, chooser.choose(NameHint.of(operation.verb()), Identifiers::method, methodScope, pointer));
        Scope parameters = Scope.ofMembers().reserving(USED_IN_METHODS);
        for (Parameter parameter : operation.pathParameters()) {
            pathParameters.put(
                    new ParameterKey(pointer, parameter.wireName()),
                    chooser.choose(parameter.name(), Identifiers::member, parameters, pointer));
        }
        if (operation.paging() != null) {
            List<String> words = words(service.resource());
            if (!operation.verb().equals("list")) {
                words.addAll(Words.of(operation.verb()));
            }
            words.add("Page");
            pages.put(pointer, JavaName.topLevel(packages.service(), serviceScope.take(Identifiers.type(words))));
        }
    }

    private static List<String> words(List<String> resource) {
        List<String> words = new ArrayList<>();
        for (String segment : resource) {
            words.addAll(Words.of(Inflection.singular(segment)));
        }
        return words;
    }
}
