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
 * A decision tree as Java: nested {@code switch}es and conditions whose leaves read a variant.
 *
 * <p>The kind of the value, which only the root of a tree asks for, is asked for by {@code if}: a {@code switch} over an
 * enum of another file makes javac add a class with a table, one for each codec.
 */
final class DecisionExpressions {

    private final EmitContext context;
    private final ReadExpressions expressions;

    DecisionExpressions(EmitContext context) {
        this.context = context;
        this.expressions = new ReadExpressions(context, UnaryOperator.identity());
    }

    /**
     * Returns the statements of a method that returns what a tree leads to.
     *
     * <pre>
     * if (in.kind() == JsonKind.STRING) {
     *     return new Content.Text(in.readString());
     * }
     * return null;
     * </pre>
     */
    CodeBlock statements(Decision root) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!(root instanceof Decision.ByKind byKind)) {
            return code.add("return $L;\n", of(root)).build();
        }
        byKind.branches()
                .forEach(
                        (kind, then) -> code.beginControlFlow("if (in.kind() == $T.$L)", Library.JSON_KIND, kind.name())
                                .add("return $L;\n", of(then))
                                .endControlFlow());
        return code.addStatement("return null").build();
    }

    private CodeBlock of(@Nullable Decision decision) {
        if (decision == null) {
            return CodeBlock.of("null");
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
        return variant((Decision.Found) decision);
    }

    private CodeBlock memberKinds(Decision.ByMemberKind byMemberKind) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("switch (in.memberKind($L)) {\n", Literals.string(byMemberKind.member()))
                .indent();
        byMemberKind.branches().forEach((kind, then) -> code.add("case $L -> $L;\n", kind.name(), of(then)));
        return code.add("default -> $L;\n", of(byMemberKind.otherwise()))
                .unindent()
                .add("}")
                .build();
    }

    /** The reader gives the empty string for a tag that is not there. */
    private CodeBlock tags(Decision.ByTag byTag) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("switch (in.tag($L)) {\n", Literals.string(byTag.member()))
                .indent();
        if (byTag.absent() != null && !byTag.values().containsKey("")) {
            code.add("case $S -> $L;\n", "", of(byTag.absent()));
        }
        // One case for all values that lead to the same place, none for those that the default leads to.
        Map<Decision, List<String>> places = new LinkedHashMap<>();
        byTag.values()
                .forEach((value, then) ->
                        places.computeIfAbsent(then, place -> new ArrayList<>()).add(value));
        places.forEach((place, values) -> {
            if (!place.equals(byTag.otherwise()) || values.contains("")) {
                code.add("case $L -> $L;\n", labels(values), of(place));
            }
        });
        return code.add("default -> $L;\n", of(byTag.otherwise()))
                .unindent()
                .add("}")
                .build();
    }

    private static CodeBlock labels(List<String> values) {
        return values.stream().map(Literals::string).collect(CodeBlock.joining(", "));
    }

    private CodeBlock conditions(List<Decision.ByPresence.Branch> branches) {
        CodeBlock.Builder code = CodeBlock.builder();
        String format = branches.size() == 1 ? "in.has($L) ? $L : " : "in.has($L)\n$>$>? $L\n: $<$<";
        for (Decision.ByPresence.Branch branch : branches) {
            if (branch.members().isEmpty()) {
                return code.add("$L", of(branch.then())).build();
            }
            CodeBlock members = branch.members().stream().map(Literals::string).collect(CodeBlock.joining(", "));
            code.add(format, members, of(branch.then()));
        }
        return code.add("null").build();
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
