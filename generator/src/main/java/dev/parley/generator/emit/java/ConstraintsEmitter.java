package dev.parley.generator.emit.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.Parameter;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Emits what holds a value against the limits of the document: a method of the codec of a record or a union, and a class of
 * its own for a request, which has no codec. A class for each type would be nothing but its overhead.
 */
final class ConstraintsEmitter {

    private final EmitContext context;
    private final CheckStatements statements;

    ConstraintsEmitter(EmitContext context) {
        this.context = context;
        this.statements = new CheckStatements(context);
    }

    /** Returns the codec of a record or a union with the check of the type. */
    TypeSpec addTo(TypeSpec codec, Declaration declaration) {
        return codec.toBuilder().addMethod(check(declaration)).build();
    }

    /** Returns the class that holds the check of a request. */
    TypeSpec emit(RequestDeclaration request) {
        return TypeSpec.classBuilder(context.types().constraints(request.id()))
                .addJavadoc(
                        "Holds a {@link $T} against the limits of the document.\n",
                        context.types().declared(request.id()))
                .addAnnotation(Library.GENERATED_BY_PARLEY)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(check(request))
                .build();
    }

    /**
     * <pre>
     * public static void check(ConversationItemCreateRequest value, Violations out) {
     *     out.parameter("limit", value.limit(), it -&gt; out.max(it, 100));
     *     out.present(value.body(), it -&gt; BodyCodec.check(it, out));
     * }
     * </pre>
     */
    private MethodSpec check(Declaration declaration) {
        return MethodSpec.methodBuilder("check")
                .addJavadoc("Adds to {@code out} what {@code value} does not keep to of the limits of the document.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(context.types().declared(declaration.id()), "value")
                .addParameter(Library.VIOLATIONS, "out")
                .addCode(checks(declaration))
                .build();
    }

    private CodeBlock checks(Declaration declaration) {
        if (declaration instanceof RecordDeclaration record) {
            return ofRecord(record);
        }
        return declaration instanceof UnionDeclaration union
                ? ofUnion(union)
                : ofRequest((RequestDeclaration) declaration);
    }

    private CodeBlock ofRecord(RecordDeclaration record) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Member.Property property : record.properties()) {
            String name =
                    context.names().member(record.id(), property.wireName()).text();
            CodeBlock checks = statements.of(property.type(), property.constraints(), "it");
            if (!checks.isEmpty()) {
                code.add("out.member($L, value.$N(), it -> $L);\n", Literals.string(property.wireName()), name, checks);
            }
        }
        return code.build();
    }

    private CodeBlock ofRequest(RequestDeclaration request) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Parameter parameter : request.parameters()) {
            String name = context.names().parameter(request.id(), parameter).text();
            CodeBlock checks = statements.of(parameter.type(), parameter.constraints(), "it");
            if (!checks.isEmpty()) {
                code.add(
                        "out.parameter($L, value.$N(), it -> $L);\n",
                        Literals.string(parameter.wireName()),
                        name,
                        checks);
            }
        }
        if (request.body() != null) {
            CodeBlock checks =
                    statements.of(request.body().type(), request.body().constraints(), "it");
            if (!checks.isEmpty()) {
                code.add("out.present(value.body(), it -> $L);\n", checks);
            }
        }
        return code.build();
    }

    /** A record that a union inside takes up already is not asked twice. */
    private CodeBlock ofUnion(UnionDeclaration union) {
        Set<DeclarationId> inside = new HashSet<>();
        union.variants().forEach(variant -> addInside(variant, inside));
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i = 0; i < union.variants().size(); i++) {
            Variant variant = union.variants().get(i);
            CodeBlock checks = ofVariant(variant, inside);
            if (!checks.isEmpty()) {
                code.beginControlFlow("if (value instanceof $T it)", context.variantType(union, i))
                        .add(isBlock(checks) ? "$L\n" : "$L;\n", checks)
                        .endControlFlow();
            }
        }
        ClassName unknown = context.types().declared(union.id()).nestedClass("Unknown");
        return code.beginControlFlow("if (value instanceof $T it)", unknown)
                .addStatement("out.unfit(it.problem())")
                .endControlFlow()
                .build();
    }

    private static boolean isBlock(CodeBlock checks) {
        return checks.toString().startsWith("{");
    }

    private CodeBlock ofVariant(Variant variant, Set<DeclarationId> inside) {
        if (variant instanceof Variant.Wrapper wrapper) {
            return statements.of(wrapper.value(), wrapper.constraints(), "it.value()");
        }
        if (variant instanceof Variant.Record record) {
            return inside.contains(record.id()) ? CodeBlock.of("") : statements.ofDeclared(record.id(), "it");
        }
        return statements.ofDeclared(((Variant.Union) variant).id(), "it");
    }

    private void addInside(Variant variant, Set<DeclarationId> into) {
        if (variant instanceof Variant.Union inner) {
            for (Variant within : ((UnionDeclaration) context.declaration(inner.id())).variants()) {
                if (within instanceof Variant.Record record) {
                    into.add(record.id());
                }
                addInside(within, into);
            }
        }
    }
}
