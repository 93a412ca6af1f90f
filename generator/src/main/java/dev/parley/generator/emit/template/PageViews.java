package dev.parley.generator.emit.template;

import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.List;
import java.util.Map;

/** Makes the views of pages. */
final class PageViews {

    private final NameTable names;
    private final Map<DeclarationId, Declaration> declarations;
    private final String source;

    PageViews(NameTable names, Map<DeclarationId, Declaration> declarations, String source) {
        this.names = names;
        this.declarations = declarations;
        this.source = source;
    }

    PageView blocking(Service service, Operation operation, Operation.Paging paging) {
        Imports imports = new Imports(names.page(operation));
        imports.name("dev.parley.runtime.page.Page");
        return view(service, operation, paging, names.page(operation), imports);
    }

    PageView async(Service service, Operation operation, Operation.Paging paging) {
        Imports imports = new Imports(names.asyncPage(operation));
        List.of("dev.parley.runtime.page.AsyncPage", "java.util.concurrent.CompletableFuture")
                .forEach(imports::name);
        return view(service, operation, paging, names.asyncPage(operation), imports);
    }

    private PageView view(
            Service service, Operation operation, Operation.Paging paging, JavaName page, Imports imports) {
        List.of(
                        "java.util.List",
                        "java.util.function.Function",
                        "javax.annotation.processing.Generated",
                        "org.jspecify.annotations.Nullable")
                .forEach(imports::name);
        TypeText types = new TypeText(names, imports);
        RecordDeclaration response = (RecordDeclaration) declarations.get(paging.page());
        TypeRef.Declared request = (TypeRef.Declared) operation.request().type();
        String elementType = types.boxed(paging.element());
        String responseType = types.of(new TypeRef.Declared(paging.page()));
        String requestType = types.of(request);
        return new PageView(
                source,
                page.packageName(),
                List.copyOf(imports.sorted()),
                page.simpleName().text(),
                elementType,
                responseType,
                requestType,
                items(response, paging.items()),
                flag(response, paging.hasMore()),
                accessor(response, paging.lastId()),
                names.parameter(request.id(), parameter(operation, paging.after()))
                        .text(),
                backwards(operation, paging, response, request),
                JavadocText.code(String.join(".", service.resource()) + "." + operation.verb()));
    }

    private List<PageView.Backwards> backwards(
            Operation operation, Operation.Paging paging, RecordDeclaration response, TypeRef.Declared request) {
        Operation.Backwards backwards = paging.backwards();
        return backwards == null
                ? List.of()
                : List.of(new PageView.Backwards(
                        accessor(response, backwards.firstId()),
                        names.parameter(request.id(), parameter(operation, backwards.before()))
                                .text()));
    }

    private static Parameter parameter(Operation operation, String wireName) {
        return operation.request().parameters().stream()
                .filter(parameter -> parameter.location() == Parameter.Location.QUERY
                        && parameter.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private String items(RecordDeclaration response, String wireName) {
        String accessor = accessor(response, wireName);
        return presence(response, wireName) == Presence.REQUIRED
                ? accessor
                : accessor + " == null ? List.of() : " + accessor;
    }

    private String flag(RecordDeclaration response, String wireName) {
        String accessor = accessor(response, wireName);
        return presence(response, wireName) == Presence.REQUIRED ? accessor : "Boolean.TRUE.equals(" + accessor + ")";
    }

    private String accessor(RecordDeclaration response, String wireName) {
        return "response." + names.member(response.id(), wireName).text() + "()";
    }

    private static Presence presence(RecordDeclaration response, String wireName) {
        return response.properties().stream()
                .filter(property -> property.wireName().equals(wireName))
                .map(Member.Property::presence)
                .findFirst()
                .orElseThrow();
    }
}
