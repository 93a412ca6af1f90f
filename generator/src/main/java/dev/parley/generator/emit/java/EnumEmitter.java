package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.EnumDeclaration;
import dev.parley.generator.model.EnumDeclaration.EnumValue;
import dev.parley.generator.prose.JavadocText;
import javax.lang.model.element.Modifier;

/** Emits an enum as an open one: a sealed interface with the known values and a record for any other. */
final class EnumEmitter {

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
                .addMethod(of(open, name))
                .addType(known(open, name))
                .addType(unknown(name));
    }

    /**
     * <pre>
     * static MessageRole of(String value) {
     *     return switch (value) {
     *         case "user" -&gt; Known.USER;
     *         default -&gt; new Unknown(value);
     *     };
     * }
     * </pre>
     */
    private MethodSpec of(EnumDeclaration open, ClassName name) {
        CodeBlock.Builder cases =
                CodeBlock.builder().add("return switch (value) {\n").indent();
        for (EnumValue value : open.values()) {
            cases.add("case $L -> Known.$L;\n", Literals.string(value.wireValue()), constant(open, value));
        }
        cases.add("default -> new Unknown(value);\n").unindent().add("};\n");
        return MethodSpec.methodBuilder("of")
                .addJavadoc(
                        "Returns the one with this value on the wire: a {@link Known}, or an {@link Unknown} that holds it.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "value")
                .addCode(cases.build())
                .build();
    }

    private TypeSpec known(EnumDeclaration open, ClassName name) {
        TypeSpec.Builder type = TypeSpec.enumBuilder("Known")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The values that the document names.\n")
                .addSuperinterface(name)
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
                .addJavadoc("A value that this client does not know.\n\n@param value the value on the wire\n")
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
