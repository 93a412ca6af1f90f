package dev.parley.generator;

import dev.parley.generator.diagnostic.Diagnostic;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Decision;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.model.UnionDeclaration;
import dev.parley.generator.model.Variant;
import dev.parley.generator.naming.NameTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes how each union is decided, for a person to check: the tree, and what was settled by order. */
final class UnionReport {

    private static final String AMBIGUOUS = "ambiguous-union";

    private final Map<DeclarationId, Declaration> declarations;
    private final NameTable names;
    private final StringBuilder text = new StringBuilder();

    private UnionReport(ApiModel model, NameTable names) {
        this.declarations = model.byId();
        this.names = names;
    }

    /** Returns the report in Markdown, empty if there is no union. */
    static String of(ApiModel model, NameTable names, Diagnostics diagnostics) {
        UnionReport report = new UnionReport(model, names);
        Map<String, List<Diagnostic>> ambiguities = diagnostics.all().stream()
                .filter(diagnostic -> diagnostic.code().equals(AMBIGUOUS))
                .collect(Collectors.groupingBy(Diagnostic::pointer, LinkedHashMap::new, Collectors.toList()));
        List<UnionDeclaration> unions = model.declarations().stream()
                .filter(UnionDeclaration.class::isInstance)
                .map(UnionDeclaration.class::cast)
                .toList();
        if (unions.isEmpty()) {
            return "";
        }
        report.head(unions.size(), ambiguities);
        unions.forEach(
                union -> report.union(union, ambiguities.getOrDefault(union.id().pointer(), List.of())));
        return report.text.toString();
    }

    private void head(int unions, Map<String, List<Diagnostic>> ambiguities) {
        text.append("# Unions\n\n")
                .append(unions == 1 ? "1 union" : unions + " unions")
                .append(", each read by a tree: one look at what a value has, no variant tried in vain. ");
        if (ambiguities.isEmpty()) {
            text.append("No value fits two variants.\n");
            return;
        }
        text.append("In ")
                .append(ambiguities.size())
                .append(" some values fit two variants, and the first in the document is read:\n\n");
        ambiguities
                .keySet()
                .forEach(pointer -> text.append("- ").append(code(pointer)).append('\n'));
    }

    private void union(UnionDeclaration union, List<Diagnostic> ambiguities) {
        text.append("\n## ").append(names.type(union.id()).nestedName()).append("\n\n");
        text.append(code(union.id().pointer()))
                .append(", ")
                .append(union.variants().size())
                .append(union.variants().size() == 1 ? " variant.\n\n" : " variants.\n\n");
        tree(union.decision(), 0);
        if (!ambiguities.isEmpty()) {
            text.append('\n');
        }
        for (Diagnostic ambiguity : ambiguities) {
            text.append("Settled by order: ").append(ambiguity.message()).append(".\n");
        }
    }

    private void tree(Decision decision, int depth) {
        if (decision instanceof Decision.ByKind byKind) {
            byKind.branches()
                    .forEach((kind, then) -> branch(depth, "JSON " + kind.name().toLowerCase(Locale.ROOT), then));
        } else if (decision instanceof Decision.ByTag byTag) {
            alike(byTag.values())
                    .forEach((values, then) -> branch(depth, code(byTag.member()) + " is " + values, then));
            branch(depth, "no " + code(byTag.member()), byTag.absent());
            branch(depth, "another " + code(byTag.member()), byTag.otherwise());
        } else if (decision instanceof Decision.ByMemberKind byMemberKind) {
            byMemberKind
                    .branches()
                    .forEach((kind, then) -> branch(
                            depth,
                            code(byMemberKind.member()) + " is a JSON "
                                    + kind.name().toLowerCase(Locale.ROOT),
                            then));
            branch(depth, "otherwise", byMemberKind.otherwise());
        } else if (decision instanceof Decision.ByPresence byPresence) {
            byPresence.branches().forEach(one -> branch(depth, presence(one), one.then()));
        } else if (decision instanceof Decision.Found found) {
            line(depth, "always: " + variant(found));
        }
    }

    /** Values that lead to the same decision share a line. */
    private static Map<String, Decision> alike(Map<String, Decision> values) {
        Map<Decision, List<String>> byDecision = new LinkedHashMap<>();
        values.forEach((value, then) ->
                byDecision.computeIfAbsent(then, unused -> new ArrayList<>()).add(code(value)));
        Map<String, Decision> alike = new LinkedHashMap<>();
        byDecision.forEach((then, all) -> alike.put(String.join(" or ", all), then));
        return alike;
    }

    private static String presence(Decision.ByPresence.Branch branch) {
        return branch.members().isEmpty()
                ? "otherwise"
                : "has " + branch.members().stream().map(UnionReport::code).collect(Collectors.joining(" and "));
    }

    private void branch(int depth, String question, @Nullable Decision then) {
        if (then instanceof Decision.Found found) {
            line(depth, question + ": " + variant(found));
        } else if (then != null) {
            line(depth, question + ":");
            tree(then, depth + 1);
        }
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append("- ").append(line).append('\n');
    }

    private String variant(Decision.Found found) {
        UnionDeclaration union = (UnionDeclaration) Objects.requireNonNull(declarations.get(found.union()));
        Variant variant = union.variants().get(found.variant());
        if (variant instanceof Variant.Record record) {
            return names.type(record.id()).nestedName();
        }
        return variant instanceof Variant.Union inner
                ? names.type(inner.id()).nestedName()
                : names.wrapper(union.id(), found.variant()).nestedName();
    }

    /** Text of the document between backticks of its own: one line, and no way out of the code. */
    private static String code(String text) {
        return "`" + text.replaceAll("[`\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "\u00b7") + "`";
    }
}
