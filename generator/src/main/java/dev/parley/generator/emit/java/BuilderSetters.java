package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Presence;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import dev.parley.generator.naming.Identifier;
import dev.parley.generator.prose.JavadocText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Emits the methods of a builder that set a component, with the short forms that a caller expects. */
final class BuilderSetters {

    private final EmitContext context;
    private final DeclarationId owner;
    private final ClassName builder;

    BuilderSetters(EmitContext context, DeclarationId owner) {
        this.context = context;
        this.owner = owner;
        this.builder = context.types().declared(owner).nestedClass("Builder");
    }

    /** Returns the plain setter, an adder for a list, and short forms for open enums and wrapped variants of unions. */
    List<MethodSpec> of(Member.Property property) {
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(setter(property));
        if (property.type() instanceof TypeRef.ListOf list) {
            methods.add(adder(property, list));
        }
        if (context.types().isEnum(property.type())) {
            methods.add(fromString(property));
        }
        methods.addAll(fromWrapped(property));
        return methods;
    }

    /** {@code additionalProperty(name, value)}: members that the document does not name. */
    List<MethodSpec> ofAdditionalProperties() {
        return List.of(MethodSpec.methodBuilder("additionalProperty")
                .addJavadoc("Sets a member that the document does not name.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builder)
                .addParameter(String.class, "name")
                .addParameter(Library.JSON_VALUE, "value")
                .addStatement("additionalProperties.put(name, value)")
                .addStatement("return this")
                .build());
    }

    /**
     * <pre>
     * public Builder phase(@Nullable MessagePhase phase) {
     *     this.phase = phase;
     *     additionalProperties.keepNull("phase", phase);
     *     return this;
     * }
     * </pre>
     */
    private MethodSpec setter(Member.Property property) {
        String name = name(property);
        TypeName type = context.types().of(property.type());
        boolean required = property.presence() == Presence.REQUIRED;
        MethodSpec.Builder method = method(name, property, javadoc(property, name))
                .addParameter(required ? type : JavaTypes.nullable(type), name)
                .addStatement("this.$N = $N", name, name);
        if (property.presence() == Presence.REQUIRED_NULLABLE) {
            method.addStatement(
                    "this.$N = true",
                    context.names().flag(owner, property.wireName()).text());
        } else if (property.preset() != null) {
            method.addStatement("additionalProperties.remove($L)", Literals.string(property.wireName()));
        } else if (property.presence() == Presence.OPTIONAL) {
            method.addStatement("additionalProperties.keepNull($L, $N)", Literals.string(property.wireName()), name);
        }
        return method.addStatement("return this").build();
    }

    private static CodeBlock javadoc(Member.Property property, String name) {
        if (property.preset() != null) {
            String preset = JavadocText.code(Literals.plain(property.preset()));
            String ofNull = property.required() ? "is sent as null." : "leaves it out.";
            return Javadoc.lines(JavadocText.wrap(
                    "Sets {@code " + name + "}, which is " + preset + " unless set; {@code null} " + ofNull, ""));
        }
        return Javadoc.ofSetter(property.documentation(), name, property.presence() != Presence.REQUIRED);
    }

    /** {@code addItem(item)}: the list grows by one; nobody else sees the list that grows. */
    private MethodSpec adder(Member.Property property, TypeRef.ListOf list) {
        String name = name(property);
        String element = "element";
        TypeName type = context.types().of(list.element());
        ParameterSpec parameter = ParameterSpec.builder(
                        list.nullableElements() ? JavaTypes.nullable(type) : type, element)
                .build();
        return method(context.names().adder(owner, property.wireName()).text(), property, Javadoc.ofAdder(name))
                .addParameter(parameter)
                .addStatement("return $N($T.append(this.$N, $N))", name, Library.COPIES, name, element)
                .build();
    }

    /** {@code role("user")} for {@code role(MessageRole.of("user"))}. */
    private MethodSpec fromString(Member.Property property) {
        String name = name(property);
        return method(name, property, CodeBlock.of("Sets {@code $L} by its value on the wire.\n", name))
                .addParameter(String.class, "value")
                .addStatement("return $N($T.of(value))", name, context.types().of(property.type()))
                .build();
    }

    /** {@code content("Hi")} for {@code content(new Content.Text("Hi"))}: one for each wrapper with a Java type of its own. */
    private List<MethodSpec> fromWrapped(Member.Property property) {
        if (!(property.type() instanceof TypeRef.Declared declared)
                || !(context.declaration(declared.id()) instanceof UnionDeclaration union)) {
            return List.of();
        }
        List<MethodSpec> methods = new ArrayList<>();
        Set<String> erasures = new HashSet<>();
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i) instanceof Variant.Wrapper wrapper && erasures.add(erasure(wrapper.value()))) {
                ClassName wrapperType = context.types().wrapper(union.id(), i);
                methods.add(fromWrapped(property, wrapper, wrapperType));
                methods.addAll(fromString(property, wrapper, wrapperType));
                if (context.types().isEnum(wrapper.value()) && erasures.add(String.class.getName())) {
                    methods.add(fromWord(property, wrapper, wrapperType));
                }
            }
        }
        return methods;
    }

    private MethodSpec fromWrapped(Member.Property property, Variant.Wrapper wrapper, ClassName wrapperType) {
        String name = name(property);
        return method(name, property, CodeBlock.of("Sets {@code $L} to a {@link $T}.\n", name, wrapperType))
                .addParameter(context.types().of(wrapper.value()), "value")
                .addStatement("return $N(new $T(value))", name, wrapperType)
                .build();
    }

    /** {@code toolChoice("auto")} for {@code toolChoice(new ToolChoice.Text(ToolChoiceOptions.of("auto")))}. */
    private MethodSpec fromWord(Member.Property property, Variant.Wrapper wrapper, ClassName wrapperType) {
        String name = name(property);
        return method(name, property, CodeBlock.of("Sets {@code $L} by its value on the wire.\n", name))
                .addParameter(String.class, "value")
                .addStatement(
                        "return $N(new $T($T.of(value)))",
                        name,
                        wrapperType,
                        context.types().of(wrapper.value()))
                .build();
    }

    /** {@code conversationId("conv_1")} for {@code conversation(new Conversation.Text("conv_1"))}. */
    private List<MethodSpec> fromString(Member.Property property, Variant.Wrapper wrapper, ClassName wrapperType) {
        Identifier name = context.names().stringSetter(owner, property.wireName());
        if (name == null || wrapper.value() != TypeRef.Scalar.STRING) {
            return List.of();
        }
        CodeBlock javadoc = CodeBlock.of("Sets {@code $L} to a {@link $T}.\n", name(property), wrapperType);
        return List.of(method(name.text(), property, javadoc)
                .addParameter(String.class, name.text())
                .addStatement("return $N(new $T($N))", name(property), wrapperType, name.text())
                .build());
    }

    private String erasure(TypeRef type) {
        if (type instanceof TypeRef.ListOf) {
            return "List";
        }
        return type instanceof TypeRef.MapOf ? "Map" : context.types().of(type).toString();
    }

    private MethodSpec.Builder method(String name, Member.Property property, CodeBlock javadoc) {
        return Javadoc.deprecating(property.deprecated(), MethodSpec.methodBuilder(name), javadoc)
                .addModifiers(Modifier.PUBLIC)
                .returns(builder);
    }

    private String name(Member.Property property) {
        return context.names().member(owner, property.wireName()).text();
    }
}
