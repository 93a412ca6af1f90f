package dev.parley.generator.emit.template;

import dev.parley.generator.emit.StringLiteral;
import dev.parley.generator.emit.layout.SourceLayout;
import dev.parley.generator.model.Answering;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.Operation;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.naming.NameTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements that make calls, as text of one file. */
final class CallStatements {

    private static final String INDENT = "        ";

    /** The number of links that read well on one line. */
    private static final int SHORT_CHAIN = 2;

    private static final String STYLES = "dev.parley.runtime.call.ParameterStyle";

    /** Types of path parameters that the run-time takes without a style. */
    private static final Set<TypeRef> TEXTS = Set.of(TypeRef.Scalar.STRING, TypeRef.Scalar.LONG, TypeRef.Scalar.INT);

    private final NameTable names;
    private final Imports imports;
    private final Decoders decoders;
    private final StreamFlags flags;
    private final BodyLinks bodies;
    private final Map<DeclarationId, Declaration> declarations;

    CallStatements(NameTable names, Imports imports, Map<DeclarationId, Declaration> declarations) {
        this.names = names;
        this.imports = imports;
        this.decoders = new Decoders(names, imports, declarations);
        this.bodies = new BodyLinks(imports);
        this.flags = new StreamFlags(names, declarations);
        this.declarations = declarations;
    }

    /** Returns the lines of the statement that makes the call of a method. */
    List<String> of(ServiceMethod method) {
        List<String> request = request(method);
        String start = "return connection." + call(method) + "(";
        boolean decoded = !method.empty() && !method.streamed() && !method.textual();
        String end = decoded ? "," : ");";
        String decoder = decoded ? decoder(method) + ");" : "";
        String oneLine = start + String.join("", request) + end + (decoder.isEmpty() ? "" : " " + decoder);
        if (INDENT.length() + oneLine.length() <= SourceLayout.WIDTH) {
            return List.of(oneLine);
        }
        List<String> lines = new ArrayList<>();
        lines.add(start);
        List<String> chain = request.size() > SHORT_CHAIN ? request : List.of(String.join("", request));
        for (int i = 0; i < chain.size(); i++) {
            lines.add(INDENT + (i == 0 ? "" : INDENT) + chain.get(i) + (i == chain.size() - 1 ? end : ""));
        }
        if (!decoder.isEmpty()) {
            lines.add(INDENT + decoder);
        }
        return lines;
    }

    private static String call(ServiceMethod method) {
        if (method.events()) {
            return "stream";
        }
        if (method.streamed()) {
            return "content";
        }
        if (method.textual()) {
            return "text";
        }
        return method.nullable() ? "callIfPresent" : "call";
    }

    /** Returns the links of the chain that fills the request. */
    private List<String> request(ServiceMethod method) {
        Operation operation = method.operation();
        List<String> links = new ArrayList<>();
        links.add(names.operationConstant(operation) + ".request()");
        for (Parameter parameter : operation.pathParameters()) {
            links.add(pathLink(operation, parameter));
        }
        Operation.Request request = operation.request();
        if (request != null) {
            addParameters(method, request, links);
            if (request.body() != null) {
                String source = flags.set(method);
                links.addAll(bodies.of(request, source + (isDeclaration(request) ? ".body()" : "")));
            }
            if (isValidatable(request)) {
                links.add(".validated(request)");
            }
        }
        String accept = operation.answering().accept();
        if (!method.events() && !method.empty() && !accept.equals(Answering.JSON.accept())) {
            links.add(".accept(" + StringLiteral.of(accept) + ")");
        }
        return links;
    }

    private void addParameters(ServiceMethod method, Operation.Request request, List<String> links) {
        for (Parameter parameter : request.parameters()) {
            String member = names.parameter(((TypeRef.Declared) request.type()).id(), parameter)
                    .text();
            String value = flags.isSet(method, parameter) ? "true" : "request." + member + "()";
            String link = switch (parameter.location()) {
                case HEADER -> ".header(";
                case COOKIE -> ".cookie(";
                default -> parameter.reserved() ? ".queryReserved(" : ".query(";
            };
            links.add(link + StringLiteral.of(parameter.wireName()) + ", " + value + style(parameter.style()) + ")");
        }
    }

    private String style(Parameter.Style style) {
        return style == Parameter.Style.PLAIN ? "" : ", " + imports.name(STYLES) + "." + style;
    }

    private boolean isDeclaration(Operation.Request request) {
        return request.type() instanceof TypeRef.Declared declared
                && declarations.get(declared.id()) instanceof RequestDeclaration;
    }

    /** Whether the request has limits of its own to be held against: lists and unions have none. */
    private boolean isValidatable(Operation.Request request) {
        return isDeclaration(request)
                || request.type() instanceof TypeRef.Declared declared
                        && declarations.get(declared.id()) instanceof RecordDeclaration;
    }

    /** The run-time takes texts and whole numbers as they are; anything else goes by its style. */
    private String pathLink(Operation operation, Parameter parameter) {
        String name = names.pathParameter(operation, parameter.wireName()).text();
        boolean isEnum = parameter.type() instanceof TypeRef.Declared declared
                && declarations.get(declared.id()) instanceof EnumDeclaration;
        boolean isText = isEnum || TEXTS.contains(parameter.type());
        Parameter.Style style = parameter.style();
        if (style == Parameter.Style.PLAIN && !isText) {
            style = Parameter.Style.SIMPLE;
        }
        String value = isEnum && style == Parameter.Style.PLAIN ? name + ".value()" : name;
        return ".path(" + StringLiteral.of(parameter.wireName()) + ", " + value + style(style) + ")";
    }

    private String decoder(ServiceMethod method) {
        Operation operation = method.operation();
        return decoders.of(method.events() ? operation.streaming().event() : operation.response());
    }
}
