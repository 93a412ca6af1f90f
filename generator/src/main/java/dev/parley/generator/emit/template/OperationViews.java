package dev.parley.generator.emit.template;

import dev.parley.generator.emit.ReaderMethods;
import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.Service;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.prose.JavadocText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the views of operations for one file. */
final class OperationViews {

    private static final String CONTINUATION = "        ";

    private final NameTable names;
    private final Imports imports;
    private final TypeText types;
    private final Map<DeclarationId, Declaration> declarations;

    OperationViews(NameTable names, Imports imports, Map<DeclarationId, Declaration> declarations) {
        this.names = names;
        this.imports = imports;
        this.types = new TypeText(names, imports);
        this.declarations = declarations;
    }

    /**
     * Makes the view of an operation.
     *
     * @param forms whether the file has the short forms, and so needs their imports
     * @param calls whether the file sends the request, and so needs the imports of codecs
     */
    OperationView of(Service service, Operation operation, boolean forms, boolean calls) {
        List<String> path = pathParameters(operation);
        List<String> arguments = operation.pathParameters().stream()
                .map(parameter ->
                        names.pathParameter(operation, parameter.wireName()).text())
                .toList();
        List<String> all = new ArrayList<>(path);
        Operation.Request request = operation.request();
        if (request != null) {
            all.add(types.of(request.type()) + " request");
        }
        String passedOn = arguments.stream().map(argument -> argument + ", ").collect(Collectors.joining());
        return new OperationView(
                names.method(operation).text(),
                names.operationConstant(operation).text(),
                StringLiteral.of(String.join(".", service.resource()) + "." + operation.verb()),
                operation.method(),
                StringLiteral.of(operation.path()),
                doc(operation),
                shortDoc(operation),
                operation.deprecated(),
                returns(operation),
                operation.response() != null,
                String.join(", ", all),
                forms ? plain(operation, path, passedOn) : List.of(),
                forms ? lambda(operation, path, passedOn) : List.of(),
                calls ? sends(operation) : List.of(),
                calls ? decoder(operation.response()) : "",
                page(operation, passedOn));
    }

    private List<String> pathParameters(Operation operation) {
        return operation.pathParameters().stream()
                .map(parameter -> types.of(parameter.type()) + " "
                        + names.pathParameter(operation, parameter.wireName()).text())
                .toList();
    }

    /** The first paragraph, and a pointer to the method that takes everything. */
    private List<String> shortDoc(Operation operation) {
        List<String> lines = new ArrayList<>();
        for (String line : paragraphs(operation)) {
            if (line.isEmpty()) {
                break;
            }
            lines.add(line);
        }
        String parameters = Stream.concat(
                        operation.pathParameters().stream().map(parameter -> types.of(parameter.type())),
                        Stream.ofNullable(operation.request()).map(request -> erasure(request.type())))
                .collect(Collectors.joining(", "));
        lines.add("");
        lines.add("@see #" + names.method(operation) + "(" + parameters + ")");
        if (operation.deprecated()) {
            lines.add("@deprecated The document marks it so.");
        }
        return lines;
    }

    private String erasure(TypeRef type) {
        return types.of(type).replaceAll("<.*", "");
    }

    private static List<String> paragraphs(Operation operation) {
        return operation.documentation().isEmpty()
                ? List.of("Calls {@code " + operation.method() + "} of the resource.")
                : JavadocText.paragraphs(operation.documentation().text());
    }

    private List<String> doc(Operation operation) {
        List<String> lines = new ArrayList<>(paragraphs(operation));
        lines.add("");
        for (Parameter parameter : operation.pathParameters()) {
            String name = names.pathParameter(operation, parameter.wireName()).text();
            String phrase = JavadocText.phrase(parameter.documentation().text());
            String text = phrase.isEmpty() ? "the path parameter" : phrase;
            lines.addAll(JavadocText.wrap("@param " + name + " " + text, "    "));
        }
        if (operation.request() != null) {
            lines.add("@param request everything else that the call sends");
        }
        lines.add("@throws dev.parley.runtime.error.ApiException if the server answers with an error");
        lines.add(
                "@throws dev.parley.runtime.error.TransportException if the call does not get through or takes too long");
        if (operation.deprecated()) {
            lines.add("@deprecated The document marks it so.");
        }
        return lines;
    }

    private String returns(Operation operation) {
        if (operation.paging() != null) {
            return imports.name(names.page(operation));
        }
        return operation.response() == null ? "void" : types.of(operation.response());
    }

    private List<OperationView.ShortForm> plain(Operation operation, List<String> path, String passedOn) {
        Operation.Request request = operation.request();
        return request != null && request.optional() && hasBuilder(request)
                ? List.of(new OperationView.ShortForm(
                        String.join(", ", path), passedOn, types.of(request.type()), isDiscouraged(operation, request)))
                : List.of();
    }

    /** Whether a form that makes a request by its builder makes what the document advises against. */
    private boolean isDiscouraged(Operation operation, Operation.Request request) {
        return operation.deprecated()
                || request.type() instanceof TypeRef.Declared declared
                        && declarations.get(declared.id()).deprecated();
    }

    private List<OperationView.ShortForm> lambda(Operation operation, List<String> path, String passedOn) {
        Operation.Request request = operation.request();
        if (request == null || !hasBuilder(request)) {
            return List.of();
        }
        String type = types.of(request.type());
        List<String> parameters = new ArrayList<>(path);
        parameters.add(imports.name("java.util.function.Consumer") + "<" + type + ".Builder> request");
        return List.of(new OperationView.ShortForm(
                String.join(", ", parameters), passedOn, type, isDiscouraged(operation, request)));
    }

    private boolean hasBuilder(Operation.Request request) {
        if (!(request.type() instanceof TypeRef.Declared declared)) {
            return false;
        }
        Declaration declaration = declarations.get(declared.id());
        return declaration instanceof RecordDeclaration || declaration instanceof RequestDeclaration;
    }

    private List<String> sends(Operation operation) {
        List<String> sends = new ArrayList<>();
        sends.add(names.operationConstant(operation) + ".request()");
        for (Parameter parameter : operation.pathParameters()) {
            sends.add(CONTINUATION + ".path(" + StringLiteral.of(parameter.wireName()) + ", "
                    + pathValue(operation, parameter) + ")");
        }
        Operation.Request request = operation.request();
        if (request != null) {
            addRequest(request, sends);
        }
        if (operation.response() != null) {
            sends.set(sends.size() - 1, sends.get(sends.size() - 1) + ",");
        }
        return sends;
    }

    private void addRequest(Operation.Request request, List<String> sends) {
        boolean isDeclaration = request.type() instanceof TypeRef.Declared declared
                && declarations.get(declared.id()) instanceof RequestDeclaration;
        for (Parameter parameter : request.parameters()) {
            String method = parameter.location() == Parameter.Location.HEADER ? ".header(" : ".query(";
            String member = names.parameter(((TypeRef.Declared) request.type()).id(), parameter)
                    .text();
            sends.add(CONTINUATION + method + StringLiteral.of(parameter.wireName()) + ", request." + member + "())");
        }
        if (request.body() != null) {
            sends.add(CONTINUATION + (isDeclaration ? ".body(request.body())" : ".body(request)"));
        }
    }

    private String pathValue(Operation operation, Parameter parameter) {
        String name = names.pathParameter(operation, parameter.wireName()).text();
        boolean isEnum = parameter.type() instanceof TypeRef.Declared declared
                && declarations.get(declared.id()) instanceof EnumDeclaration;
        return isEnum ? name + ".value()" : name;
    }

    private String decoder(@Nullable TypeRef type) {
        if (type == null) {
            return "";
        }
        if (type instanceof TypeRef.Declared declared && isEnum(declared)) {
            return "in -> " + read(type, "in");
        }
        if (type instanceof TypeRef.Declared declared) {
            return imports.name(names.codec(declared.id())) + "::read";
        }
        return "in -> " + read(type, "in");
    }

    private String read(TypeRef type, String reader) {
        if (type instanceof TypeRef.Scalar scalar) {
            return reader + "." + ReaderMethods.of(scalar) + "()";
        }
        if (type instanceof TypeRef.FreeForm freeForm) {
            return reader + "." + ReaderMethods.of(freeForm) + "()";
        }
        String element = reader + "Element";
        if (type instanceof TypeRef.ListOf list) {
            return reader + "." + ReaderMethods.of(list) + "(" + element + " -> " + read(list.element(), element) + ")";
        }
        if (type instanceof TypeRef.MapOf map) {
            return reader + "." + ReaderMethods.of(map) + "(" + element + " -> " + read(map.value(), element) + ")";
        }
        TypeRef.Declared declared = (TypeRef.Declared) type;
        return isEnum(declared)
                ? types.of(type) + ".of(" + reader + ".readWord())"
                : imports.name(names.codec(declared.id())) + ".read(" + reader + ")";
    }

    private boolean isEnum(TypeRef.Declared declared) {
        return declarations.get(declared.id()) instanceof EnumDeclaration;
    }

    private List<OperationView.PageCall> page(Operation operation, String passedOn) {
        return operation.paging() == null
                ? List.of()
                : List.of(new OperationView.PageCall(
                        imports.name(names.page(operation)),
                        imports.name(names.type(operation.paging().page())),
                        passedOn));
    }
}
