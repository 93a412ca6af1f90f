package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.naming.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Emits {@code toParam()}: the form in which a value that a server sent is sent back. */
final class ToParamMethods {

    private static final String NAME = "toParam";

    private final EmitContext context;

    ToParamMethods(EmitContext context) {
        this.context = context;
    }

    /** {@code InputItem toParam();}. */
    List<MethodSpec> ofInterface(UnionDeclaration union) {
        if (union.param() == null || !params(union.unions()).isEmpty()) {
            return List.of();
        }
        return List.of(MethodSpec.methodBuilder(NAME)
                .addJavadoc(Javadoc.TO_PARAM)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(context.types().declared(union.param().union()))
                .build());
    }

    /**
     * <pre>
     * public InputItem toParam() {
     *     return JsonReader.reread(this, InputItemCodec::read, "created_by");
     * }
     * </pre>
     */
    List<MethodSpec> ofRecord(RecordDeclaration record, ClassName type) {
        for (UnionDeclaration.Param param : params(record.unions())) {
            Set<String> left = param.left().get(record.id());
            if (left == null) {
                return List.of(method(type, CodeBlock.of("return this")));
            }
            CodeBlock.Builder arguments =
                    CodeBlock.builder().add("this, $T::read", context.types().codec(param.union()));
            left.forEach(name -> arguments.add(", $L", Literals.string(name)));
            return List.of(method(
                    context.types().declared(param.union()),
                    CodeBlock.of("return $T.reread($L)", Library.JSON_READER, arguments.build())));
        }
        return List.of();
    }

    /** The unknown variant of one union is that of the other, with the same JSON. */
    List<MethodSpec> ofUnknown(UnionDeclaration union, ClassName unknown) {
        List<UnionDeclaration.Param> params = new ArrayList<>();
        if (union.param() != null) {
            params.add(union.param());
        }
        params.addAll(params(union.unions()));
        if (params.isEmpty()) {
            return List.of();
        }
        DeclarationId id = params.get(0).union();
        if (isInside(union, id)) {
            return List.of(method(unknown, CodeBlock.of("return this")));
        }
        UnionDeclaration target = (UnionDeclaration) context.declaration(id);
        ClassName type = context.types().declared(id);
        Identifier tag = context.names().tag(id);
        CodeBlock tagValue = tag == null || target.tag() == null
                ? CodeBlock.of("")
                : CodeBlock.of(
                        "$T.tagOf(json, $L), ",
                        Library.JSON_READER,
                        Literals.string(target.tag().wireName()));
        return List.of(
                method(type, CodeBlock.of("return new $T($Ljson, null)", type.nestedClass("Unknown"), tagValue)));
    }

    private boolean isInside(UnionDeclaration union, DeclarationId target) {
        return union.id().equals(target)
                || union.unions().stream()
                        .anyMatch(outer -> isInside((UnionDeclaration) context.declaration(outer), target));
    }

    private static MethodSpec method(TypeName returned, CodeBlock statement) {
        return MethodSpec.methodBuilder(NAME)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(returned)
                .addStatement(statement)
                .build();
    }

    /** Returns what the unions around a declaration, near or far, are sent back as. */
    private List<UnionDeclaration.Param> params(List<DeclarationId> unions) {
        List<UnionDeclaration.Param> params = new ArrayList<>();
        for (DeclarationId id : unions) {
            UnionDeclaration union = (UnionDeclaration) context.declaration(id);
            if (union.param() != null) {
                params.add(union.param());
            }
            params.addAll(params(union.unions()));
        }
        return params;
    }
}
