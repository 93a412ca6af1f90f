package dev.parley.generator.emit.template;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.List;
import java.util.Map;

/** Makes the views of services: of the interface, and of the class behind it. */
final class ServiceViews {

    private final ApiModel model;
    private final NameTable names;
    private final String source;
    private final Map<DeclarationId, Declaration> declarations;

    ServiceViews(ApiModel model, NameTable names, String source) {
        this.model = model;
        this.names = names;
        this.source = source;
        this.declarations = model.byId();
    }

    ServiceView service(Service service) {
        JavaName type = names.service(service.resource());
        Imports imports = new Imports(type);
        imports.name("javax.annotation.processing.Generated");
        return view(service, type, imports, true, false);
    }

    ServiceView http(Service service) {
        JavaName type = names.httpService(service.resource());
        Imports imports = new Imports(type);
        List.of("dev.parley.runtime.call.ApiConnection", "javax.annotation.processing.Generated")
                .forEach(imports::name);
        if (!service.operations().isEmpty()) {
            imports.name("dev.parley.runtime.call.Operation");
        }
        return view(service, type, imports, false, true);
    }

    /** Returns the services directly below a resource; the empty list of names stands for the client. */
    List<ServiceView.Child> children(List<String> resource, Imports imports, boolean http) {
        return model.services().stream()
                .map(Service::resource)
                .filter(child -> child.size() == resource.size() + 1
                        && child.subList(0, resource.size()).equals(resource))
                .map(child -> new ServiceView.Child(
                        imports.name(names.service(child)),
                        http ? imports.name(names.httpService(child)) : "",
                        names.accessor(child).text(),
                        JavadocText.code(String.join(".", child))))
                .toList();
    }

    private ServiceView view(Service service, JavaName type, Imports imports, boolean forms, boolean calls) {
        OperationViews operations = new OperationViews(names, imports, declarations);
        String interfaceName = imports.name(names.service(service.resource()));
        List<ServiceView.Child> children = children(service.resource(), imports, calls);
        List<OperationView> views = service.operations().stream()
                .map((Operation operation) -> operations.of(service, operation, forms, calls))
                .toList();
        return new ServiceView(
                source,
                type.packageName(),
                List.copyOf(imports.sorted()),
                type.simpleName().text(),
                interfaceName,
                doc(service),
                children,
                views);
    }

    private static List<String> doc(Service service) {
        return service.documentation().isEmpty()
                ? List.of("The operations of " + JavadocText.code(String.join(".", service.resource())) + ".")
                : JavadocText.paragraphs(service.documentation().text());
    }
}
