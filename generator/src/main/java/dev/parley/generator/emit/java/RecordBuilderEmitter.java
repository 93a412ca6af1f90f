package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.RecordDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits the builder nested in a record. */
final class RecordBuilderEmitter {

    private final EmitContext context;

    RecordBuilderEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec emit(RecordDeclaration record) {
        ClassName name = context.types().declared(record.id());
        TypeSpec.Builder type = TypeSpec.classBuilder("Builder")
                .addJavadoc(Javadoc.ofBuilder(simpleName(record)))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addFields(fields(record))
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(copyConstructor(record, name));
        return type.addMethods(setters(record)).addMethod(build(record, name)).build();
    }

    /** Returns the methods that set something, for the builder and for a request's builder that passes them on. */
    List<MethodSpec> setters(RecordDeclaration record) {
        BuilderSetters setters = new BuilderSetters(context, record.id());
        List<MethodSpec> methods = new ArrayList<>();
        record.properties().forEach(property -> methods.addAll(setters.of(property)));
        methods.addAll(setters.ofAdditionalProperties());
        return methods;
    }

    private List<FieldSpec> fields(RecordDeclaration record) {
        List<FieldSpec> fields = new ArrayList<>();
        for (Member.Property property : record.properties()) {
            TypeName type = JavaTypes.nullable(context.types().of(property.type()));
            FieldSpec.Builder field = FieldSpec.builder(type, name(record, property), Modifier.PRIVATE);
            if (property.preset() != null) {
                field.initializer(Literals.of(property.preset()));
            }
            fields.add(field.build());
            if (property.presence() == Presence.REQUIRED_NULLABLE) {
                FieldSpec.Builder flag = FieldSpec.builder(TypeName.BOOLEAN, flag(record, property), Modifier.PRIVATE);
                if (property.preset() != null) {
                    flag.initializer("true");
                }
                fields.add(flag.build());
            }
        }
        fields.add(FieldSpec.builder(
                        Library.ADDITIONAL_PROPERTIES, "additionalProperties", Modifier.PRIVATE, Modifier.FINAL)
                .initializer("new $T()", Library.ADDITIONAL_PROPERTIES)
                .build());
        return fields;
    }

    private MethodSpec copyConstructor(RecordDeclaration record, ClassName name) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(name, "from");
        for (Member.Property property : record.properties()) {
            String component = name(record, property);
            constructor.addStatement("this.$N = from.$N", component, component);
            if (property.presence() == Presence.REQUIRED_NULLABLE) {
                constructor.addStatement("this.$N = true", flag(record, property));
            }
        }
        return constructor
                .addStatement("this.additionalProperties.putAll(from.additionalProperties)")
                .build();
    }

    /**
     * <pre>
     * public Message build() {
     *     RequiredMembers.of("Message").check("id", id).check("role", role).verify();
     *     return new Message(id, role, additionalProperties.toJsonObject());
     * }
     * </pre>
     */
    private MethodSpec build(RecordDeclaration record, ClassName name) {
        MethodSpec.Builder method =
                MethodSpec.methodBuilder("build").addModifiers(Modifier.PUBLIC).returns(name);
        RequiredChecks checks = new RequiredChecks(record.id(), context);
        for (Member.Property property : record.properties()) {
            if (property.presence() == Presence.REQUIRED) {
                checks.add("check", property.wireName(), name(record, property));
            } else if (property.presence() == Presence.REQUIRED_NULLABLE) {
                checks.add("checkSet", property.wireName(), flag(record, property));
            }
        }
        method.addJavadoc(checks.isEmpty() ? CodeBlock.of("Builds it.\n") : Javadoc.BUILD);
        method.addCode(checks.statement());
        List<CodeBlock> arguments = new ArrayList<>();
        record.properties().forEach(property -> arguments.add(CodeBlock.of("$N", name(record, property))));
        arguments.add(CodeBlock.of("additionalProperties.toJsonObject()"));
        return method.addStatement("return new $T($L)", name, CodeBlock.join(arguments, ", "))
                .build();
    }

    private String flag(RecordDeclaration record, Member.Property property) {
        return context.names().flag(record.id(), property.wireName()).text();
    }

    private String name(RecordDeclaration record, Member.Property property) {
        return context.names().member(record.id(), property.wireName()).text();
    }

    private String simpleName(RecordDeclaration record) {
        return context.names().type(record.id()).simpleName().text();
    }
}
