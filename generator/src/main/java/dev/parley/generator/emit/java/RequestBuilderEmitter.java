package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Emits the builder of a request: it sets the parameters, and the members of the body as if they were its own. */
final class RequestBuilderEmitter {

    private final EmitContext context;

    RequestBuilderEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec emit(RequestDeclaration request) {
        ClassName name = context.types().declared(request.id());
        ClassName builder = name.nestedClass("Builder");
        TypeSpec.Builder type = TypeSpec.classBuilder("Builder")
                .addJavadoc(Javadoc.ofBuilder(simpleName(request)))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addFields(fields(request))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(copyConstructor(request, name));
        for (Parameter parameter : request.parameters()) {
            type.addMethods(parameterSetters(request, parameter, builder));
        }
        type.addMethods(bodySetters(request, builder));
        return type.addMethod(build(request, name)).build();
    }

    private List<FieldSpec> fields(RequestDeclaration request) {
        List<FieldSpec> fields = new ArrayList<>();
        for (Parameter parameter : request.parameters()) {
            TypeName type = JavaTypes.nullable(context.types().of(parameter.type()));
            fields.add(FieldSpec.builder(type, name(request, parameter), Modifier.PRIVATE)
                    .build());
        }
        RecordDeclaration record = bodyRecord(request);
        if (record != null) {
            ClassName body = context.types().declared(record.id());
            FieldSpec.Builder field = FieldSpec.builder(body.nestedClass("Builder"), "body", Modifier.PRIVATE)
                    .initializer("$T.builder()", body);
            if (record.deprecated()) {
                field.addAnnotation(Deprecated.class);
            }
            fields.add(field.build());
        } else if (request.body() != null) {
            fields.add(FieldSpec.builder(
                            JavaTypes.nullable(context.types().of(request.body().type())), "body", Modifier.PRIVATE)
                    .build());
        }
        return fields;
    }

    private MethodSpec copyConstructor(RequestDeclaration request, ClassName name) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(name, "from");
        for (Parameter parameter : request.parameters()) {
            constructor.addStatement("this.$N = from.$N", name(request, parameter), name(request, parameter));
        }
        if (bodyRecord(request) != null
                && request.body() != null
                && !request.body().required()) {
            constructor
                    .beginControlFlow("if (from.body != null)")
                    .addStatement("this.body = from.body.toBuilder()")
                    .endControlFlow();
        } else if (request.body() != null) {
            constructor.addStatement(
                    bodyRecord(request) == null ? "this.body = from.body" : "this.body = from.body.toBuilder()");
        }
        return constructor.build();
    }

    private List<MethodSpec> parameterSetters(RequestDeclaration request, Parameter parameter, ClassName builder) {
        List<MethodSpec> methods = new ArrayList<>();
        String name = name(request, parameter);
        TypeName type = context.types().of(parameter.type());
        methods.add(method(name, parameter, builder, Javadoc.ofSetter(parameter.documentation(), name, false))
                .addParameter(parameter.required() ? type : JavaTypes.nullable(type), name)
                .addStatement("this.$N = $N", name, name)
                .addStatement("return this")
                .build());
        if (parameter.type() instanceof TypeRef.ListOf list) {
            methods.add(method(
                            context.names().adder(request.id(), parameter).text(),
                            parameter,
                            builder,
                            Javadoc.ofAdder(name))
                    .addParameter(context.types().of(list.element()), "element")
                    .addStatement("return $N($T.append(this.$N, element))", name, Library.COPIES, name)
                    .build());
        }
        if (context.types().isEnum(parameter.type())) {
            methods.add(
                    method(name, parameter, builder, CodeBlock.of("Sets {@code $L} by its value on the wire.\n", name))
                            .addParameter(String.class, "value")
                            .addStatement("return $N($T.of(value))", name, type)
                            .build());
        }
        return methods;
    }

    private static MethodSpec.Builder method(String name, Parameter parameter, ClassName builder, CodeBlock javadoc) {
        return Javadoc.deprecating(parameter.deprecated(), MethodSpec.methodBuilder(name), javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder);
    }

    private List<MethodSpec> bodySetters(RequestDeclaration request, ClassName builder) {
        if (request.body() == null) {
            return List.of();
        }
        List<MethodSpec> methods = new ArrayList<>();
        RecordDeclaration record = bodyRecord(request);
        TypeName bodyType = context.types().of(request.body().type());
        methods.add(MethodSpec.methodBuilder("body")
                .addJavadoc("Sets the whole body of the call.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(bodyType, "body")
                .addStatement(record == null ? "this.body = body" : "this.body = body.toBuilder()")
                .addStatement("return this")
                .build());
        if (record != null) {
            new RecordBuilderEmitter(context).setters(record).forEach(setter -> methods.add(passedOn(setter, builder)));
        }
        return methods;
    }

    /** {@code public Builder items(List<InputItem> items) { body.items(items); return this; }}. */
    private static MethodSpec passedOn(MethodSpec setter, ClassName builder) {
        List<CodeBlock> arguments = setter.parameters().stream()
                .map(parameter -> CodeBlock.of("$N", parameter.name()))
                .toList();
        return MethodSpec.methodBuilder(setter.name())
                .addJavadoc(setter.javadoc())
                .addAnnotations(setter.annotations())
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameters(setter.parameters())
                .addStatement("this.body.$N($L)", setter.name(), CodeBlock.join(arguments, ", "))
                .addStatement("return this")
                .build();
    }

    private MethodSpec build(RequestDeclaration request, ClassName name) {
        RequiredChecks checks = new RequiredChecks(request.id(), context);
        List<CodeBlock> arguments = new ArrayList<>();
        for (Parameter parameter : request.parameters()) {
            String field = name(request, parameter);
            arguments.add(CodeBlock.of("$N", field));
            if (parameter.required()) {
                checks.add("check", parameter.wireName(), field);
            }
        }
        if (request.body() != null) {
            arguments.add(CodeBlock.of(bodyRecord(request) == null ? "body" : "body.build()"));
            if (bodyRecord(request) == null && request.body().required()) {
                checks.add("check", "body", "body");
            }
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("build")
                .addJavadoc(Javadoc.BUILD)
                .addModifiers(Modifier.PUBLIC)
                .returns(name);
        return method.addCode(checks.statement())
                .addStatement("return new $T($L)", name, CodeBlock.join(arguments, ", "))
                .build();
    }

    private @Nullable RecordDeclaration bodyRecord(RequestDeclaration request) {
        return request.body() != null
                        && request.body().type() instanceof TypeRef.Declared declared
                        && context.declaration(declared.id()) instanceof RecordDeclaration record
                ? record
                : null;
    }

    private String name(RequestDeclaration request, Parameter parameter) {
        return context.names().parameter(request.id(), parameter).text();
    }

    private String simpleName(RequestDeclaration request) {
        return context.names().type(request.id()).simpleName().text();
    }
}
