package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.prose.JavadocText;
import javax.lang.model.element.Modifier;

/** Emits an enum as an open one: a sealed interface with the known values and a record for any other. */
final class EnumEmitter {

    /** A field beside the constants, which {@code MemberNames} leaves free. */
    private static final String BY_VALUE = "BY_VALUE";

    private final EmitContext context;

    EnumEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec.Builder emit(EnumDeclaration open) {
        ClassName name = context.types().declared(open.id());
        return TypeSpec.interfaceBuilder(
                        context.names().type(open.id()).simpleName().text())
                .addModifiers(Modifier.SEALED)
                .addJavadoc(Javadoc.ofType(open, "One of several strings."))
                .addJavadoc("\n<p>A value that this client does not know is kept as {@link Unknown}.\n")
                .addSuperinterface(Library.OPEN_ENUM)
                .addMethod(of(name))
                .addType(known(open, name))
                .addType(unknown(name));
    }

    /**
     * <pre>
     * static MessageRole of(String value) {
     *     Known known = Known.BY_VALUE.get(value);
     *     return known == null ? new Unknown(value) : known;
     * }
     * </pre>
     */
    private static MethodSpec of(ClassName name) {
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "Returns the one with this value on the wire: a {@link Known}, or an {@link Unknown} that holds it.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "value")
                .addStatement("Known known = Known.$L.get(value)", BY_VALUE)
                .addStatement("return known == null ? new Unknown(value) : known")
                .build();
    }

    private TypeSpec known(EnumDeclaration open, ClassName name) {
        ClassName known = name.nestedClass("Known");
        TypeSpec.Builder type = TypeSpec.enumBuilder("Known")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The values that the document names.\n")
                .addSuperinterface(name)
                .addField(FieldSpec.builder(
                                ParameterizedTypeName.get(Library.MAP, ClassName.get(String.class), known),
                                BY_VALUE,
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer("$T.of(values())", Library.KNOWN_VALUES)
                        .build())
                .addField(String.class, "value", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "value")
                        .addStatement("this.value = value")
                        .build());
        for (EnumValue value : open.values()) {
            type.addEnumConstant(
                    constant(open, value),
                    TypeSpec.anonymousClassBuilder("$L", Literals.string(value.wireValue()))
                            .addJavadoc(constantJavadoc(value))
                            .build());
        }
        return type.addMethod(MethodSpec.methodBuilder("value")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return value")
                        .build())
                .build();
    }

    private static CodeBlock constantJavadoc(EnumValue value) {
        return value.documentation().isEmpty()
                ? CodeBlock.of("")
                : Javadoc.lines(JavadocText.paragraphs(value.documentation().text()));
    }

    private TypeSpec unknown(ClassName name) {
        return TypeSpec.recordBuilder("Unknown")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("A value that this client does not know.\n")
                .addSuperinterface(name)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(String.class, "value")
                        .build())
                .addMethod(MethodSpec.compactConstructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addCode(ComponentCheck.notNull("value"))
                        .build())
                .build();
    }

    private String constant(EnumDeclaration open, EnumValue value) {
        return context.names().constant(open.id(), value.wireValue()).text();
    }
}
