package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Placement;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import dev.parley.generator.naming.Identifier;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.prose.JavadocText;
import java.util.List;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Emits a union as a sealed interface with its wrappers and its unknown variant. */
final class UnionEmitter {

    private static final String FALLBACK = "One of several kinds of value.";

    private final EmitContext context;
    private final TypeEmitter types;

    UnionEmitter(EmitContext context, TypeEmitter types) {
        this.context = context;
        this.types = types;
    }

    TypeSpec.Builder emit(UnionDeclaration union) {
        ClassName name = context.types().declared(union.id());
        Identifier tag = context.names().tag(union.id());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(
                        context.names().type(union.id()).simpleName().text())
                .addModifiers(Modifier.SEALED)
                .addJavadoc(javadoc(union, tag))
                .addSuperinterfaces(context.superinterfaces(union.id(), union.unions()))
                .addPermittedSubclasses(permitted(union));
        if (tag != null) {
            type.addMethod(tagAccessor(union, tag));
        }
        type.addMethods(new SharedAccessors(context).ofInterface(union));
        type.addMethods(new ToParamMethods(context).ofInterface(union));
        type.addMethod(fromJson(union, name));
        for (int i = 0; i < union.variants().size(); i++) {
            if (union.variants().get(i) instanceof Variant.Wrapper wrapper) {
                type.addType(wrapper(union, i, wrapper));
            }
        }
        return type.addType(unknown(union, name, tag));
    }

    private CodeBlock javadoc(UnionDeclaration union, @Nullable Identifier tag) {
        List<String> lines = new java.util.ArrayList<>(Javadoc.paragraphs(union, FALLBACK));
        lines.add("");
        String how = tag == null ? "" : "The variant is named by {@link #" + tag + "()}. ";
        lines.addAll(JavadocText.wrap(
                "<p>" + how + "A value that this client does not know, or that does not fit the document, is read as"
                        + " {@link Unknown} and written back unchanged.",
                ""));
        return Javadoc.lines(lines);
    }

    private List<TypeName> permitted(UnionDeclaration union) {
        List<TypeName> permitted = new java.util.ArrayList<>();
        for (int i = 0; i < union.variants().size(); i++) {
            permitted.add(context.permittedType(union, i));
        }
        permitted.add(JavaTypes.className(context.names().type(union.id())).nestedClass("Unknown"));
        return permitted;
    }

    private MethodSpec tagAccessor(UnionDeclaration union, Identifier tag) {
        return MethodSpec.methodBuilder(tag.text())
                .addJavadoc("Returns the wire value that names the variant.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(tagType(union))
                .build();
    }

    private static TypeName tagType(UnionDeclaration union) {
        ClassName string = ClassName.get(String.class);
        return union.tag() != null && union.tag().nullable() ? JavaTypes.nullable(string) : string;
    }

    private MethodSpec fromJson(UnionDeclaration union, ClassName name) {
        return FromJsonMethod.of(
                name,
                Javadoc.FROM_JSON,
                CodeBlock.of("$T.fromJson(json)", context.types().codec(union.id())));
    }

    /** {@code record Text(String value) implements Content { … }}. */
    private TypeSpec wrapper(UnionDeclaration union, int position, Variant.Wrapper wrapper) {
        JavaName name = context.names().wrapper(union.id(), position);
        TypeName value = context.types().inside(JavaTypes.className(name)).of(wrapper.value());
        String summary = wrapper.documentation().isEmpty()
                ? "The variant that is " + kind(wrapper) + "."
                : String.join(
                        "\n", JavadocText.paragraphs(wrapper.documentation().text()));
        TypeSpec.Builder type = TypeSpec.recordBuilder(name.simpleName().text())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("$L\n", summary)
                .addSuperinterface(context.types().declared(union.id()))
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(value, "value")
                        .build());
        CodeBlock check = ComponentCheck.of(wrapper.value(), dev.parley.generator.model.Presence.REQUIRED, "value");
        if (!check.isEmpty()) {
            type.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addCode(check)
                    .build());
        }
        type.addMethod(writeTo(CodeBlock.of("out.value(value)")));
        types.addNested(type, new Placement.NestedInWrapper(union.id(), position));
        return type.build();
    }

    private static String kind(Variant.Wrapper wrapper) {
        return switch (wrapper.kind()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
        };
    }

    private static MethodSpec writeTo(CodeBlock statement) {
        return MethodSpec.methodBuilder("writeTo")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Library.JSON_WRITER, "out")
                .addStatement(statement)
                .build();
    }

    /** {@code record Unknown(String type, JsonValue json, @Nullable String problem) implements ConversationItem { … }}. */
    private TypeSpec unknown(UnionDeclaration union, ClassName name, @Nullable Identifier tag) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        CodeBlock.Builder javadoc = CodeBlock.builder()
                .add("A value that this client does not know, or whose content does not fit its variant.\n\n");
        CodeBlock.Builder checks = CodeBlock.builder();
        if (tag != null) {
            components.addParameter(String.class, tag.text());
            javadoc.add("@param $L the value of the member as received, empty if it is missing or no string\n", tag);
            checks.add(ComponentCheck.notNull(tag.text()));
        }
        components
                .addParameter(Library.JSON_VALUE, "json")
                .addParameter(ParameterSpec.builder(JavaTypes.nullable(ClassName.get(String.class)), "problem")
                        .build());
        javadoc.add("@param json the whole value as received\n");
        javadoc.add("@param problem what did not fit and where, or {@code null} if the variant is unknown\n");
        return TypeSpec.recordBuilder("Unknown")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(javadoc.build())
                .addSuperinterface(name)
                .recordConstructor(components.build())
                .addMethod(MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addCode(checks.add(ComponentCheck.notNull("json")).build())
                        .build())
                .addMethods(new SharedAccessors(context).ofUnknown(union))
                .addMethods(new ToParamMethods(context).ofUnknown(union, name.nestedClass("Unknown")))
                .addMethod(writeTo(CodeBlock.of("json.writeTo(out)")))
                .build();
    }
}
