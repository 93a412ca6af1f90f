package dev.parley.generator.emit.template;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes the views of the classes behind the interfaces of services. */
final class HttpServiceViews {

    private final NameTable names;
    private final String source;
    private final ChildViews children;
    private final Map<DeclarationId, Declaration> declarations;

    HttpServiceViews(ApiModel model, NameTable names, String source) {
        this.names = names;
        this.source = source;
        this.children = new ChildViews(model, names);
        this.declarations = model.byId();
    }

    HttpServiceView blocking(Service service) {
        return view(
                service,
                names.httpService(service.resource()),
                names.service(service.resource()),
                children::httpServices,
                names::page,
                imports -> new ReturnTypes(names, imports)::blocking);
    }

    HttpServiceView async(Service service) {
        return view(
                service,
                names.httpAsyncService(service.resource()),
                names.asyncService(service.resource()),
                children::httpAsyncServices,
                names::asyncPage,
                imports -> new ReturnTypes(names, imports)::async);
    }

    private HttpServiceView view(
            Service service,
            JavaName type,
            JavaName implemented,
            BiFunction<List<String>, Imports, List<ChildView>> children,
            Function<Operation, JavaName> pages,
            Function<Imports, Function<ServiceMethod, String>> returns) {
        Imports imports = new Imports(type);
        List.of("dev.parley.runtime.call.ApiConnection", "javax.annotation.processing.Generated")
                .forEach(imports::name);
        String interfaceName = imports.name(implemented);
        List<ServiceMethod> all = ServiceMethod.of(service);
        String calls = all.isEmpty() ? "" : imports.name(names.calls(service.resource()));
        List<ChildView> below = children.apply(service.resource(), imports);
        Signatures signatures = new Signatures(names, imports, declarations);
        Function<ServiceMethod, String> returnTypes = returns.apply(imports);
        List<HttpServiceView.Method> methods = all.stream()
                .map(method -> new HttpServiceView.Method(
                        method.name(names),
                        signatures.isDeprecated(method),
                        returnTypes.apply(method),
                        signatures.parameters(method.operation()),
                        "calls." + method.name(names) + "(" + signatures.arguments(method.operation()) + ")",
                        page(method, pages, imports, signatures),
                        method.events(),
                        !method.events() && !method.paged() && !method.empty(),
                        method.empty()))
                .toList();
        return new HttpServiceView(
                source,
                type.packageName(),
                List.copyOf(imports.sorted()),
                type.simpleName().text(),
                interfaceName,
                calls,
                !below.isEmpty(),
                !methods.isEmpty(),
                below,
                methods);
    }

    private static List<HttpServiceView.Page> page(
            ServiceMethod method, Function<Operation, JavaName> pages, Imports imports, Signatures signatures) {
        Operation operation = method.operation();
        return method.paged()
                ? List.of(
                        new HttpServiceView.Page(imports.name(pages.apply(operation)), signatures.passedOn(operation)))
                : List.of();
    }
}
