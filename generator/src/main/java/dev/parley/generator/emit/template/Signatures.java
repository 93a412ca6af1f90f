package dev.parley.generator.emit.template;

import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.NameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters of methods and of their short forms, as text of one file. */
final class Signatures {

    private final NameTable names;
    private final Imports imports;
    private final TypeText types;
    private final Map<DeclarationId, Declaration> declarations;

    Signatures(NameTable names, Imports imports, Map<DeclarationId, Declaration> declarations) {
        this.names = names;
        this.imports = imports;
        this.types = new TypeText(names, imports);
        this.declarations = declarations;
    }

    /** Returns the parameters of the method that takes everything. */
    String parameters(Operation operation) {
        List<String> parameters = pathParameters(operation);
        if (operation.request() != null) {
            parameters.add(types.of(operation.request().type()) + " request");
        }
        return String.join(", ", parameters);
    }

    /** Returns the arguments that hand on everything. */
    String arguments(Operation operation) {
        Stream<String> request = Stream.ofNullable(operation.request()).map(unused -> "request");
        return Stream.concat(pathArguments(operation).stream(), request).collect(Collectors.joining(", "));
    }

    /** Returns the path arguments, each with a comma behind it. */
    String passedOn(Operation operation) {
        return pathArguments(operation).stream()
                .map(argument -> argument + ", ")
                .collect(Collectors.joining());
    }

    /** Returns the types of the parameters as Javadoc refers to them. */
    String erasures(Operation operation) {
        return Stream.concat(
                        operation.pathParameters().stream()
                                .map(parameter -> types.of(parameter.type()).replaceAll("<.*", "")),
                        Stream.ofNullable(operation.request())
                                .map(request -> types.of(request.type()).replaceAll("<.*", "")))
                .collect(Collectors.joining(", "));
    }

    /** Returns the form without a request: a list of none or one. */
    List<ShortFormView> plain(ServiceMethod method) {
        Operation operation = method.operation();
        Operation.Request request = operation.request();
        return request != null && request.optional() && hasBuilder(request)
                ? List.of(new ShortFormView(
                        String.join(", ", pathParameters(operation)),
                        passedOn(operation),
                        types.of(request.type()),
                        isDiscouraged(method, request)))
                : List.of();
    }

    /** Returns the form that fills a builder: a list of none or one. */
    List<ShortFormView> lambda(ServiceMethod method) {
        Operation operation = method.operation();
        Operation.Request request = operation.request();
        if (request == null || !hasBuilder(request)) {
            return List.of();
        }
        String type = types.of(request.type());
        List<String> parameters = pathParameters(operation);
        parameters.add(imports.name("java.util.function.Consumer") + "<" + type + ".Builder> request");
        return List.of(new ShortFormView(
                String.join(", ", parameters), passedOn(operation), type, isDiscouraged(method, request)));
    }

    /** Whether the document advises against the operation or, where it asks for events, against saying so. */
    boolean isDeprecated(ServiceMethod method) {
        return method.operation().deprecated()
                || method.events()
                        && method.operation().streaming().flag() instanceof Operation.Flag.Member flag
                        && ((RecordDeclaration) declarations.get(flag.body()))
                                .properties().stream()
                                        .filter(property -> property.wireName().equals(flag.wireName()))
                                        .anyMatch(Member.Property::deprecated);
    }

    /** Whether a form that makes a request by its builder makes what the document advises against. */
    private boolean isDiscouraged(ServiceMethod method, Operation.Request request) {
        return isDeprecated(method)
                || request.type() instanceof TypeRef.Declared declared
                        && declarations.get(declared.id()).deprecated();
    }

    private List<String> pathParameters(Operation operation) {
        return operation.pathParameters().stream()
                .map(parameter -> types.of(parameter.type()) + " "
                        + names.pathParameter(operation, parameter.wireName()).text())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private List<String> pathArguments(Operation operation) {
        return operation.pathParameters().stream()
                .map(parameter ->
                        names.pathParameter(operation, parameter.wireName()).text())
                .toList();
    }

    private boolean hasBuilder(Operation.Request request) {
        if (!(request.type() instanceof TypeRef.Declared declared)) {
            return false;
        }
        Declaration declaration = declarations.get(declared.id());
        return declaration instanceof RecordDeclaration || declaration instanceof RequestDeclaration;
    }
}
