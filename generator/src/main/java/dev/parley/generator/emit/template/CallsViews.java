package dev.parley.generator.emit.template;

import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Service;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import java.util.List;
import java.util.Map;

/** Makes the views of the classes that make the calls of a resource. */
final class CallsViews {

    private final NameTable names;
    private final String source;
    private final ChildViews children;
    private final Map<DeclarationId, Declaration> declarations;

    CallsViews(ApiModel model, NameTable names, String source) {
        this.names = names;
        this.source = source;
        this.children = new ChildViews(model, names);
        this.declarations = model.byId();
    }

    CallsView of(Service service) {
        JavaName type = names.calls(service.resource());
        Imports imports = new Imports(type);
        List.of("dev.parley.runtime.call.ApiConnection", "javax.annotation.processing.Generated")
                .forEach(imports::name);
        if (!service.operations().isEmpty()) {
            imports.name("dev.parley.runtime.call.Operation");
        }
        String interfaceName = imports.name(names.service(service.resource()));
        List<ChildView> below = children.calls(service.resource(), imports);
        List<CallsView.Method> methods = methods(service, interfaceName, imports);
        return new CallsView(
                source,
                type.packageName(),
                List.copyOf(imports.sorted()),
                type.simpleName().text(),
                interfaceName,
                below,
                service.operations().stream()
                        .map(operation -> constant(service, operation))
                        .toList(),
                methods);
    }

    private CallsView.OperationConstant constant(Service service, Operation operation) {
        return new CallsView.OperationConstant(
                names.operationConstant(operation).text(),
                StringLiteral.of(String.join(".", service.resource()) + "." + operation.verb()),
                operation.method(),
                StringLiteral.of(operation.path()),
                access(operation.access()));
    }

    private static String access(Operation.Access access) {
        StringBuilder links = new StringBuilder();
        if (!access.server().isEmpty()) {
            links.append(".at(").append(StringLiteral.of(access.server())).append(')');
        }
        if (access.credentials() != null) {
            access.credentials().forEach(all -> links.append(ClientSettings.requiring(all)));
            if (access.credentials().isEmpty()) {
                links.append(".withoutCredentials()");
            }
        }
        return links.toString();
    }

    private List<CallsView.Method> methods(Service service, String interfaceName, Imports imports) {
        Signatures signatures = new Signatures(names, imports, declarations);
        MethodDocs docs = new MethodDocs(names, signatures);
        ReturnTypes returns = new ReturnTypes(names, imports);
        CallStatements statements = new CallStatements(names, imports, declarations);
        StreamFlags flags = new StreamFlags(names, declarations);
        return ServiceMethod.of(service).stream()
                .map(method -> new CallsView.Method(
                        method.name(names),
                        docs.call(method, interfaceName),
                        signatures.isDeprecated(method),
                        returns.call(method),
                        signatures.parameters(method.operation()),
                        signatures.plain(method),
                        signatures.lambda(method),
                        flags.refusal(method),
                        statements.of(method)))
                .toList();
    }
}
