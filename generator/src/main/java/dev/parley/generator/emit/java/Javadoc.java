package dev.parley.generator.emit.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.Documentation;
import dev.parley.generator.model.Member;
import dev.parley.generator.model.RecordDeclaration;
import dev.parley.generator.prose.JavadocText;
import java.util.ArrayList;
import java.util.List;

/** Javadoc of generated types. Text of the document goes through {@link JavadocText} and never into a format string. */
final class Javadoc {

    static final CodeBlock FROM_JSON = CodeBlock.of(
            "Reads one from JSON text; throws a {@code DecodingException} that says what does not fit, and where.\n");

    static final CodeBlock TO_PARAM = lines(JavadocText.wrap(
            "Returns this in the form in which it is sent back, without the members that only a server sets. What that form"
                    + " cannot hold becomes its unknown variant, with the same JSON, so that nothing is lost.",
            ""));

    static final CodeBlock BUILD = CodeBlock.of(
            "Builds it; throws an {@link IllegalStateException} that names every required member not set.\n");

    private Javadoc() {}

    /** The prose of a declaration, with a sentence of our own where the document has none. */
    static CodeBlock ofType(Declaration declaration, String fallback) {
        return lines(paragraphs(declaration, fallback));
    }

    /** The prose of a record, then its components. JavaPoet would write {@code @param} lines twice, so they stand here. */
    static CodeBlock ofRecord(RecordDeclaration record, EmitContext context) {
        List<String> lines = paragraphs(record, "An object of the API.");
        lines.add("");
        for (Member.Property property : record.properties()) {
            String name =
                    context.names().member(record.id(), property.wireName()).text();
            lines.addAll(parameter(name, text(property), property.deprecated()));
        }
        lines.addAll(parameter(
                "additionalProperties",
                "members that the document does not name, and explicit nulls of optional ones",
                false));
        return lines(lines);
    }

    private static String text(Member.Property property) {
        if (property.documentation().isEmpty() && property.preset() != null) {
            return JavadocText.code(Literals.plain(property.preset())) + ", or {@code null} to leave it out";
        }
        return text(property.documentation());
    }

    private static String text(Documentation documentation) {
        String phrase = JavadocText.phrase(documentation.text());
        return phrase.isEmpty() ? "the member of this name" : phrase;
    }

    /** A {@code @param} tag, without a full stop behind a single phrase. */
    static List<String> parameter(String name, Documentation documentation, boolean deprecated) {
        return parameter(name, text(documentation), deprecated);
    }

    private static List<String> parameter(String name, String text, boolean deprecated) {
        return JavadocText.wrap("@param " + name + " " + text + (deprecated ? " (deprecated)" : ""), "    ");
    }

    static CodeBlock ofConstant(Member.Constant constant) {
        return CodeBlock.of("Returns $L.\n", JavadocText.code(Literals.plain(constant.value())));
    }

    /**
     * What a setter sets.
     *
     * @param nullable whether {@code null} may be set and is sent
     */
    static CodeBlock ofSetter(Documentation documentation, String name, boolean nullable) {
        String what = documentation.isEmpty()
                ? "Sets {@code " + name + "}."
                : JavadocText.sentence("Sets", "Sets {@code " + name + "}.", documentation.text());
        return lines(JavadocText.wrap(nullable ? what + " {@code null} is sent as null." : what, ""));
    }

    /** What an accessor of a union returns that all variants have. */
    static CodeBlock ofShared(String name) {
        return CodeBlock.of("Returns the {@code $L} of the variant, or {@code null} if it has none.\n", name);
    }

    static CodeBlock ofBuilder(String type) {
        return lines(JavadocText.wrap(
                "Builds a {@link " + type + "}; {@link #build()} names every required member that is missing.", ""));
    }

    static CodeBlock ofAdder(String name) {
        return CodeBlock.of("Adds one element to {@code $L}.\n", name);
    }

    /** Marks a way of making something as deprecated, in the tag and the annotation; reading stays free of warnings. */
    static MethodSpec.Builder deprecating(boolean deprecated, MethodSpec.Builder method, CodeBlock javadoc) {
        method.addJavadoc(javadoc);
        if (deprecated) {
            method.addJavadoc("\n@deprecated The document marks it so.\n").addAnnotation(Deprecated.class);
        }
        return method;
    }

    static CodeBlock lines(List<String> lines) {
        return CodeBlock.of("$L\n", String.join("\n", lines));
    }

    static List<String> paragraphs(Declaration declaration, String fallback) {
        List<String> lines = new ArrayList<>(
                declaration.documentation().isEmpty()
                        ? List.of(fallback)
                        : JavadocText.paragraphs(declaration.documentation().text()));
        if (declaration.deprecated()) {
            lines.add("");
            lines.add("<p>Deprecated: the document advises against making new ones.");
        }
        return lines;
    }
}
