package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A decision tree as Java: nested {@code switch}es and conditions, of which each way returns what it leads to.
 *
 * <p>They are statements and no expressions: where the values of an expression meet, javac 25 writes down a class that
 * all variants extend, and to see that they do the JVM loads every one of them before it runs the method.
 *
 * <p>The kind of the value, which only the root of a tree asks for, is asked for by {@code if}: a {@code switch} over an
 * enum of another file makes javac add a class with a table, one for each codec.
 */
final class DecisionStatements {

    private static final CodeBlock NONE = CodeBlock.of("return null;\n");

    private final EmitContext context;
    private final ReadExpressions expressions;

    DecisionStatements(EmitContext context) {
        this.context = context;
        this.expressions = new ReadExpressions(context, UnaryOperator.identity());
    }

    /**
     * Returns the statements of a method that returns what a tree leads to, or null.
     *
     * <pre>
     * switch (in.tag("type")) {
     *     case "text" -> {
     *         return TextPartCodec.read(in);
     *     }
     *     default -> {
     *         return null;
     *     }
     * }
     * </pre>
     */
    CodeBlock of(@Nullable Decision decision) {
        if (decision == null) {
            return NONE;
        }
        if (decision instanceof Decision.ByKind byKind) {
            return kinds(byKind);
        }
        if (decision instanceof Decision.ByMemberKind byMemberKind) {
            return memberKinds(byMemberKind);
        }
        if (decision instanceof Decision.ByTag byTag) {
            return tags(byTag);
        }
        if (decision instanceof Decision.ByPresence byPresence) {
            return conditions(byPresence.branches());
        }
        return CodeBlock.of("return $L;\n", variant((Decision.Found) decision));
    }

    private CodeBlock kinds(Decision.ByKind byKind) {
        CodeBlock.Builder code = CodeBlock.builder();
        byKind.branches()
                .forEach(
                        (kind, then) -> code.beginControlFlow("if (in.kind() == $T.$L)", Library.JSON_KIND, kind.name())
                                .add(of(then))
                                .endControlFlow());
        return code.add(NONE).build();
    }

    private CodeBlock memberKinds(Decision.ByMemberKind byMemberKind) {
        CodeBlock.Builder code = CodeBlock.builder()
                .beginControlFlow("switch (in.memberKind($L))", Literals.string(byMemberKind.member()));
        byMemberKind.branches().forEach((kind, then) -> code.add(group(CodeBlock.of("case $L", kind.name()), then)));
        return code.add(group(CodeBlock.of("default"), byMemberKind.otherwise()))
                .endControlFlow()
                .build();
    }

    /** The reader gives the empty string for a tag that is not there. */
    private CodeBlock tags(Decision.ByTag byTag) {
        CodeBlock.Builder code =
                CodeBlock.builder().beginControlFlow("switch (in.tag($L))", Literals.string(byTag.member()));
        if (byTag.absent() != null && !byTag.values().containsKey("")) {
            code.add(group(CodeBlock.of("case $S", ""), byTag.absent()));
        }
        // One case for all values that lead to the same place, none for those that the default leads to.
        Map<Decision, List<String>> places = new LinkedHashMap<>();
        byTag.values()
                .forEach((value, then) ->
                        places.computeIfAbsent(then, place -> new ArrayList<>()).add(value));
        places.forEach((place, values) -> {
            if (!place.equals(byTag.otherwise()) || values.contains("")) {
                code.add(group(CodeBlock.of("case $L", labels(values)), place));
            }
        });
        return code.add(group(CodeBlock.of("default"), byTag.otherwise()))
                .endControlFlow()
                .build();
    }

    private CodeBlock group(CodeBlock label, @Nullable Decision then) {
        return CodeBlock.builder()
                .beginControlFlow("$L ->", label)
                .add(of(then))
                .endControlFlow()
                .build();
    }

    private static CodeBlock labels(List<String> values) {
        return values.stream().map(Literals::string).collect(CodeBlock.joining(", "));
    }

    private CodeBlock conditions(List<Decision.ByPresence.Branch> branches) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Decision.ByPresence.Branch branch : branches) {
            if (branch.members().isEmpty()) {
                return code.add(of(branch.then())).build();
            }
            CodeBlock members = branch.members().stream().map(Literals::string).collect(CodeBlock.joining(", "));
            code.beginControlFlow("if (in.has($L))", members)
                    .add(of(branch.then()))
                    .endControlFlow();
        }
        return code.add(NONE).build();
    }

    private CodeBlock variant(Decision.Found found) {
        UnionDeclaration union = (UnionDeclaration) context.declaration(found.union());
        Variant variant = union.variants().get(found.variant());
        if (variant instanceof Variant.Record record) {
            return CodeBlock.of("$T.read(in)", context.types().codec(record.id()));
        }
        if (variant instanceof Variant.Union inner) {
            return CodeBlock.of("$T.read(in)", context.types().codec(inner.id()));
        }
        return CodeBlock.of(
                "new $T($L)",
                context.types().wrapper(found.union(), found.variant()),
                expressions.of(((Variant.Wrapper) variant).value(), "in"));
    }
}
