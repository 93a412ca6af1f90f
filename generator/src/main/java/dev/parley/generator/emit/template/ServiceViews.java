package dev.parley.generator.emit.template;

import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes the views of the interfaces of services. */
final class ServiceViews {

    private final Map<DeclarationId, Declaration> declarations;
    private final NameTable names;
    private final String source;
    private final ChildViews children;

    ServiceViews(ApiModel model, NameTable names, String source) {
        this.declarations = model.byId();
        this.names = names;
        this.source = source;
        this.children = new ChildViews(model, names);
    }

    ServiceView blocking(Service service) {
        return new File(service, names.service(service.resource())).blocking();
    }

    ServiceView async(Service service) {
        return new File(service, names.asyncService(service.resource())).async();
    }

    private static List<String> doc(Service service) {
        return service.documentation().isEmpty()
                ? List.of("The operations of " + JavadocText.code(String.join(".", service.resource())) + ".")
                : JavadocText.paragraphs(service.documentation().text());
    }

    /** One file in the making. */
    private final class File {

        private final Service service;
        private final JavaName type;
        private final Imports imports;
        private final Signatures signatures;
        private final MethodDocs docs;
        private final ReturnTypes returns;

        File(Service service, JavaName type) {
            this.service = service;
            this.type = type;
            this.imports = new Imports(type);
            imports.name("javax.annotation.processing.Generated");
            this.signatures = new Signatures(names, imports, declarations);
            this.docs = new MethodDocs(names, signatures);
            this.returns = new ReturnTypes(names, imports);
        }

        ServiceView blocking() {
            return view(
                    children.services(service.resource(), imports),
                    method -> method(method, docs.blocking(method), returns.blocking(method), !method.empty()));
        }

        ServiceView async() {
            return view(
                    children.asyncServices(service.resource(), imports),
                    method -> method(method, docs.async(method), returns.async(method), true));
        }

        private ServiceView view(List<ChildView> below, Function<ServiceMethod, ServiceView.Method> view) {
            String interfaceName = imports.name(names.service(service.resource()));
            List<ServiceView.Method> methods =
                    ServiceMethod.of(service).stream().map(view).toList();
            return new ServiceView(
                    source,
                    type.packageName(),
                    List.copyOf(imports.sorted()),
                    type.simpleName().text(),
                    interfaceName,
                    doc(service),
                    below,
                    methods);
        }

        private ServiceView.Method method(ServiceMethod method, List<String> doc, String returnType, boolean answers) {
            return new ServiceView.Method(
                    method.name(names),
                    doc,
                    docs.shortForm(method),
                    signatures.isDeprecated(method),
                    returnType,
                    answers,
                    signatures.parameters(method.operation()),
                    signatures.plain(method),
                    signatures.lambda(method));
        }
    }
}
