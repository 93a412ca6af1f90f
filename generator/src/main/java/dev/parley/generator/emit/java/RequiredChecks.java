package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import dev.parley.generator.emit.layout.SourceLayout;
import dev.parley.generator.model.DeclarationId;
import dev.parley.generator.naming.JavaName;
import java.util.ArrayList;
import java.util.List;

/** The statement of a builder that names every required member not set: on one line, or with a member a line. */
final class RequiredChecks {

    private static final int INDENT = 4;

    private final JavaName type;
    private final List<CodeBlock> checks = new ArrayList<>();

    RequiredChecks(DeclarationId id, EmitContext context) {
        this.type = context.names().type(id);
    }

    /** Adds the check of a field, by a method of {@code RequiredMembers}. */
    void add(String method, String wireName, String field) {
        checks.add(CodeBlock.of(".$L($L, $N)", method, Literals.string(wireName), field));
    }

    boolean isEmpty() {
        return checks.isEmpty();
    }

    /** Returns the statement, which is empty if there is nothing to check. */
    CodeBlock statement() {
        if (checks.isEmpty()) {
            return CodeBlock.of("");
        }
        String start = "RequiredMembers.of(\"" + type.simpleName().text() + "\")";
        int length =
                checks.stream().mapToInt(check -> check.toString().length()).sum();
        // The statement stands in a method of the builder, which stands in the type.
        int indent = INDENT * (type.path().size() + 2);
        boolean fits = indent + start.length() + length + ".verify();".length() <= SourceLayout.WIDTH;
        String separator = fits ? "" : "\n";
        return CodeBlock.builder()
                .addStatement(
                        "$T.of($S)$L$L$L.verify()",
                        Library.REQUIRED_MEMBERS,
                        type.simpleName().text(),
                        separator,
                        CodeBlock.join(checks, separator),
                        separator)
                .build();
    }
}
