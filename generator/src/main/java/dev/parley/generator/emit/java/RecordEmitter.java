package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.naming.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Emits an object schema as a record. Its builder and its codec have emitters of their own. */
final class RecordEmitter {

    private final EmitContext context;

    RecordEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec.Builder emit(RecordDeclaration record) {
        ClassName name = context.types().declared(record.id());
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addJavadoc(Javadoc.ofRecord(record, context))
                .recordConstructor(components(record))
                .addSuperinterfaces(interfaces(record))
                .addMethod(compactConstructor(record));
        inheritedTypes(record).forEach(type::alwaysQualify);
        record.constants().forEach(constant -> type.addMethod(constantAccessor(record, constant)));
        return type.addMethod(writeTo(record))
                .addMethod(fromJson(record, name))
                .addMethod(toBuilder(record, name))
                .addMethod(builder(record, name));
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

    private List<TypeName> interfaces(RecordDeclaration record) {
        List<TypeName> interfaces = new ArrayList<>();
        record.unions().forEach(union -> interfaces.add(context.types().declared(union)));
        if (interfaces.isEmpty()) {
            interfaces.add(Library.JSON_WRITABLE);
        }
        if (context.mixins().contains(context.names().type(record.id()).nestedName())) {
            interfaces.add(mixin(context.types().declared(record.id())));
        }
        return interfaces;
    }

    private static ClassName mixin(ClassName type) {
        return ClassName.get(type.packageName(), String.join("", type.simpleNames()) + "Mixin");
    }

    /**
     * The types that a record inherits from its unions. Inside the record their simple names mean them, so that another type
     * of the same name has to be written in full.
     */
    private Set<String> inheritedTypes(RecordDeclaration record) {
        Set<String> inherited = new LinkedHashSet<>();
        record.unions().forEach(union -> addInherited(union, inherited));
        return inherited;
    }

    private void addInherited(DeclarationId id, Set<String> inherited) {
        UnionDeclaration union = (UnionDeclaration) context.declaration(id);
        inherited.add("Unknown");
        for (int i = 0; i < union.variants().size(); i++) {
            Identifier simpleName = context.names().wrapper(id, i).simpleName();
            inherited.add(simpleName.text());
        }
        context.nestedIn(new Placement.NestedIn(id))
                .forEach(inner -> inherited.add(context.names().type(inner.id()).simpleName().text()));
        inherited.remove(context.names().type(id).simpleName().text());
        union.unions().forEach(outer -> addInherited(outer, inherited));
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
        boolean overrides = record.unions().stream()
                .anyMatch(union -> name.equals(context.names().tag(union)));
        if (overrides) {
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
        return MethodSpec.methodBuilder("fromJson")
                .addJavadoc(Javadoc.FROM_JSON)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "json")
                .addStatement("return $T.decode(json, $T::read)", Library.JSON_READER, context.types().codec(record.id()))
                .build();
    }

    private MethodSpec toBuilder(RecordDeclaration record, ClassName name) {
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
