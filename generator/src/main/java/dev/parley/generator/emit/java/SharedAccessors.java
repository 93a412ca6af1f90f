package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.TypeRef;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.naming.Identifier;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits the accessors that a union has because all its variants have them. */
final class SharedAccessors {

    private final EmitContext context;

    SharedAccessors(EmitContext context) {
        this.context = context;
    }

    /** {@code @Nullable String id();}, unless a union around this one has it. */
    List<MethodSpec> ofInterface(UnionDeclaration union) {
        List<MethodSpec> methods = new ArrayList<>();
        for (UnionDeclaration.Shared member : union.shared()) {
            Identifier name = context.names().shared(union.id(), member.wireName());
            if (name != null && !isInherited(name, union)) {
                methods.add(MethodSpec.methodBuilder(name.text())
                        .addJavadoc(Javadoc.ofShared(name.text()))
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(type(member))
                        .build());
            }
        }
        return methods;
    }

    /** What the unknown variant answers: the member of the JSON that it holds, if it is there as a string. */
    List<MethodSpec> ofUnknown(UnionDeclaration union) {
        List<MethodSpec> methods = new ArrayList<>();
        for (UnionDeclaration.Shared member : union.shared()) {
            Identifier name = context.names().shared(union.id(), member.wireName());
            if (name != null) {
                boolean tag = isTagAround(name, union);
                methods.add(MethodSpec.methodBuilder(name.text())
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(tag ? ClassName.get(String.class) : type(member))
                        .addCode(tag ? ofTag(member) : ofMember(member))
                        .build());
            }
        }
        return methods;
    }

    /** Returns whether a union around a declaration has an accessor of this name. */
    boolean isInherited(Identifier name, List<DeclarationId> unions) {
        return unions.stream()
                .map(id -> (UnionDeclaration) context.declaration(id))
                .anyMatch(union -> has(union, name) || isInherited(name, union));
    }

    private boolean isInherited(Identifier name, UnionDeclaration union) {
        return isInherited(name, union.unions());
    }

    private boolean has(UnionDeclaration union, Identifier name) {
        return name.equals(context.names().tag(union.id()))
                || union.shared().stream()
                        .anyMatch(member -> name.equals(context.names().shared(union.id(), member.wireName())));
    }

    /** Returns whether a union around this one says that the member is always there. */
    private boolean isTagAround(Identifier name, UnionDeclaration union) {
        return union.unions().stream()
                .map(id -> (UnionDeclaration) context.declaration(id))
                .anyMatch(outer -> isTag(name, outer) || isTagAround(name, outer));
    }

    private boolean isTag(Identifier name, UnionDeclaration union) {
        return union.tag() != null
                && !union.tag().nullable()
                && name.equals(context.names().tag(union.id()));
    }

    private TypeName type(UnionDeclaration.Shared member) {
        return JavaTypes.nullable(context.types().of(member.type()));
    }

    private static CodeBlock ofTag(UnionDeclaration.Shared member) {
        return CodeBlock.builder()
                .addStatement("return $T.tagOf(json, $L)", Library.JSON_READER, Literals.string(member.wireName()))
                .build();
    }

    private CodeBlock ofMember(UnionDeclaration.Shared member) {
        CodeBlock text = CodeBlock.of("$T.textOf(json, $L)", Library.JSON_READER, Literals.string(member.wireName()));
        if (member.type() == TypeRef.Scalar.STRING) {
            return CodeBlock.builder().addStatement("return $L", text).build();
        }
        return CodeBlock.builder()
                .addStatement("$T text = $L", String.class, text)
                .addStatement(
                        "return text == null ? null : $T.of(text)",
                        context.types().of(member.type()))
                .build();
    }
}
