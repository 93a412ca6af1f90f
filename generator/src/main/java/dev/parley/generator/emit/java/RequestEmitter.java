package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RequestDeclaration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits what a call sends beside its path as a record: query and header parameters, and the body. */
final class RequestEmitter {

    private final EmitContext context;

    RequestEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec.Builder emit(RequestDeclaration request) {
        ClassName name = context.types().declared(request.id());
        TypeSpec.Builder type = TypeSpec.recordBuilder(
                        context.names().type(request.id()).simpleName().text())
                .addJavadoc(javadoc(request))
                .recordConstructor(components(request))
                .addMethod(compactConstructor(request));
        new ValidateMethod(context).addTo(type, request.id());
        return type.addMethod(MethodSpec.methodBuilder("toBuilder")
                        .addJavadoc("Returns a builder with everything set as it is here.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name.nestedClass("Builder"))
                        .addStatement("return new Builder(this)")
                        .build())
                .addMethod(MethodSpec.methodBuilder("builder")
                        .addJavadoc("Returns a builder with nothing set.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name.nestedClass("Builder"))
                        .addStatement("return new Builder()")
                        .build());
    }

    private CodeBlock javadoc(RequestDeclaration request) {
        List<String> lines = Javadoc.paragraphs(request, "What a call sends beside its path.");
        lines.add("");
        for (Parameter parameter : request.parameters()) {
            lines.addAll(
                    Javadoc.parameter(name(request, parameter), parameter.documentation(), parameter.deprecated()));
        }
        if (request.body() != null) {
            lines.add("@param body the body of the call");
        }
        return Javadoc.lines(lines);
    }

    private MethodSpec components(RequestDeclaration request) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Parameter parameter : request.parameters()) {
            constructor.addParameter(type(parameter), name(request, parameter));
        }
        if (request.body() != null) {
            TypeName body = context.types().of(request.body().type());
            constructor.addParameter(request.body().required() ? body : JavaTypes.nullable(body), "body");
        }
        return constructor.build();
    }

    private MethodSpec compactConstructor(RequestDeclaration request) {
        CodeBlock.Builder checks = CodeBlock.builder();
        for (Parameter parameter : request.parameters()) {
            checks.add(ComponentCheck.of(parameter.type(), presence(parameter.required()), name(request, parameter)));
        }
        if (request.body() != null) {
            checks.add(ComponentCheck.of(
                    request.body().type(), presence(request.body().required()), "body"));
        }
        return MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addCode(checks.build())
                .build();
    }

    private static Presence presence(boolean required) {
        return required ? Presence.REQUIRED : Presence.OPTIONAL;
    }

    private TypeName type(Parameter parameter) {
        TypeName type = context.types().of(parameter.type());
        return parameter.required() ? type : JavaTypes.nullable(type);
    }

    private String name(RequestDeclaration request, Parameter parameter) {
        return context.names().parameter(request.id(), parameter).text();
    }
}
