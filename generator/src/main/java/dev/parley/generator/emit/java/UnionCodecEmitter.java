package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.naming.Identifier;
import javax.lang.model.element.Modifier;

/**
 * Emits the codec of a union: the decision tree, and reading from text. The interface leaves that to the codec, which has
 * references to methods anyway; it would have one more, and all that a class file needs for the first.
 */
final class UnionCodecEmitter {

    private final EmitContext context;

    UnionCodecEmitter(EmitContext context) {
        this.context = context;
    }

    TypeSpec emit(UnionDeclaration union) {
        ClassName type = context.types().declared(union.id());
        ClassName codec = context.types().codec(union.id());
        return TypeSpec.classBuilder(codec)
                .addJavadoc("Reads {@link $T}; its variants write themselves.\n", type)
                .addAnnotation(Library.GENERATED_BY_PARLEY)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(fromJson(union, type, codec))
                .addMethod(read(union, type, codec))
                .addMethod(variant(union, type))
                .build();
    }

    private static MethodSpec fromJson(UnionDeclaration union, ClassName type, ClassName codec) {
        return FromJsonMethod.of(
                type,
                CodeBlock.of("Reads the value that {@code json} is.\n"),
                CodeBlock.of(
                        "$T.$L(json, $T::read)",
                        Library.JSON_READER,
                        union.objects() ? "decodeObject" : "decode",
                        codec));
    }

    /**
     * <pre>
     * public static ConversationItem read(JsonReader in) {
     *     return in.readUnion(ConversationItemCodec::variant, "type", ConversationItem.Unknown::new);
     * }
     * </pre>
     */
    private MethodSpec read(UnionDeclaration union, ClassName type, ClassName codec) {
        ClassName unknown = type.nestedClass("Unknown");
        Identifier tag = context.names().tag(union.id());
        CodeBlock create = tag == null || union.tag() == null
                ? CodeBlock.of("$T::new", unknown)
                : CodeBlock.of("$L, $T::new", Literals.string(union.tag().wireName()), unknown);
        return MethodSpec.methodBuilder("read")
                .addJavadoc("Reads the value that {@code in} stands on.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(type)
                .addParameter(Library.JSON_READER, "in")
                .addStatement("return in.readUnion($T::variant, $L)", codec, create)
                .build();
    }

    private MethodSpec variant(UnionDeclaration union, ClassName type) {
        return MethodSpec.methodBuilder("variant")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(JavaTypes.nullable(type))
                .addParameter(Library.JSON_READER, "in")
                .addCode(new DecisionStatements(context).of(union.decision()))
                .build();
    }
}
