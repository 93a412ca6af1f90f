package dev.parley.generator.resolve;

import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.model.NameHint;
import dev.parley.generator.model.TypeRef.Scalar;
import org.jspecify.annotations.Nullable;

/** Reads the name of a second setter, for the string among the variants of a member ({@code x-java-string-setter}). */
final class StringSetters {

    private static final String EXTENSION = "x-java-string-setter";

    private final Diagnostics diagnostics;

    StringSetters(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Returns the name, or {@code null} if the schema of a member has none, or none that can be used. */
    @Nullable
    NameHint of(SchemaNode node, TypeUse use) {
        Object said = Keywords.extension(node.schema(), EXTENSION);
        if (said == null) {
            return null;
        }
        if (!(said instanceof String name) || name.isBlank()) {
            diagnostics.error(
                    "malformed-extension",
                    node.pointer(),
                    EXTENSION + " is not a name",
                    "Give it the name of a method, such as conversationId");
            return null;
        }
        boolean string = use.reading().shape() instanceof Shape.Choice choice
                && choice.branches().stream()
                        .anyMatch(branch ->
                                branch.shape() instanceof Shape.Scalar scalar && scalar.type() == Scalar.STRING);
        if (!string) {
            diagnostics.error(
                    "string-setter-without-string",
                    node.pointer(),
                    EXTENSION + " stands on a member that is no choice with a string among its variants",
                    "Take the extension away, or move it to the member that it is meant for");
            return null;
        }
        return NameHint.curated(name.strip());
    }
}
