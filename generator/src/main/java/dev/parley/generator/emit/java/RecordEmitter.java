package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.naming.Identifier;
import javax.lang.model.element.Modifier;

/** Emits an object schema as a record. Its builder and its codec have emitters of their own. */
final class RecordEmitter {

    private final EmitContext context;

    RecordEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec.Builder emit(RecordDeclaration record) {
        ClassName name = context.types().declared(record.id());
        TypeSpec.Builder type = TypeSpec.recordBuilder(
                        context.names().type(record.id()).simpleName().text())
                .addJavadoc(Javadoc.ofRecord(record, context))
                .recordConstructor(components(record))
                .addSuperinterfaces(context.superinterfaces(record.id(), record.unions()))
                .addMethod(compactConstructor(record));
        record.constants().forEach(constant -> type.addMethod(constantAccessor(record, constant)));
        type.addMethods(new ToParamMethods(context).ofRecord(record, name));
        type.addMethod(writeTo(record));
        new ValidateMethod(context).addTo(type, record.id());
        return type.addMethod(fromJson(record, name)).addMethod(toBuilder(name)).addMethod(builder(record, name));
    }

    private MethodSpec components(RecordDeclaration record) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        for (Member.Property property : record.properties()) {
            constructor.addParameter(context.types().of(property), name(record, property));
        }
        return constructor
                .addParameter(Library.JSON_OBJECT, "additionalProperties")
                .build();
    }

    /**
     * <pre>
     * public Message {
     *     Objects.requireNonNull(id, "id");
     *     content = List.copyOf(content);
     *     Objects.requireNonNull(additionalProperties, "additionalProperties");
     * }
     * </pre>
     */
    private MethodSpec compactConstructor(RecordDeclaration record) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member.Property property : record.properties()) {
            code.add(ComponentCheck.of(property.type(), property.presence(), name(record, property)));
        }
        code.add(ComponentCheck.notNull("additionalProperties"));
        return MethodSpec.compactConstructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addCode(code.build())
                .build();
    }

    /** {@code public String type() { return "message"; }}. */
    private MethodSpec constantAccessor(RecordDeclaration record, Member.Constant constant) {
        Identifier name = context.names().member(record.id(), constant.wireName());
        MethodSpec.Builder accessor = MethodSpec.methodBuilder(name.text())
                .addJavadoc(Javadoc.ofConstant(constant))
                .addModifiers(Modifier.PUBLIC)
                .returns(context.types().of(constant.value().type()))
                .addStatement("return $L", Literals.of(constant.value()));
        if (new SharedAccessors(context).isInherited(name, record.unions())) {
            accessor.addAnnotation(Override.class);
        }
        return accessor.build();
    }

    private MethodSpec writeTo(RecordDeclaration record) {
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(ParameterSpec.builder(Library.JSON_WRITER, "out").build())
                .addStatement("$T.write(out, this)", context.types().codec(record.id()))
                .build();
    }

    private MethodSpec fromJson(RecordDeclaration record, ClassName name) {
        return FromJsonMethod.of(
                name,
                Javadoc.FROM_JSON,
                CodeBlock.of(
                        "$T.decode(json, $T::read)",
                        Library.JSON_READER,
                        context.types().codec(record.id())));
    }

    private MethodSpec toBuilder(ClassName name) {
        return MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Returns a builder with everything set as it is here.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(name.nestedClass("Builder"))
                .addStatement("return new Builder(this)")
                .build();
    }

    private MethodSpec builder(RecordDeclaration record, ClassName name) {
        return Javadoc.deprecating(
                        record.deprecated(),
                        MethodSpec.methodBuilder("builder"),
                        CodeBlock.of("Returns a builder with nothing set.\n"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name.nestedClass("Builder"))
                .addStatement("return new Builder()")
                .build();
    }

    private String name(RecordDeclaration record, Member.Property property) {
        return context.names().member(record.id(), property.wireName()).text();
    }
}
