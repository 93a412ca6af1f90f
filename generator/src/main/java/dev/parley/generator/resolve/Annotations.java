package dev.parley.generator.resolve;

import dev.parley.generator.model.Documentation;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says about itself beside its shape.
 *
 * @param description its prose, stripped, empty if there is none
 * @param title its title, stripped, empty if there is none
 * @param javaName a name that a person chose ({@code x-java-name}), or {@code null}
 * @param topLevel whether a person wants the type in a file of its own ({@code x-java-top-level})
 */
record Annotations(
        String description,
        String title,
        boolean deprecated,
        @Nullable String javaName,
        boolean topLevel) {

    static final Annotations NONE = new Annotations("", "", false, null, false);

    static Annotations of(Schema<?> schema) {
        Object name = Keywords.extension(schema, "x-java-name");
        return new Annotations(
                stripped(schema.getDescription()),
                stripped(schema.getTitle()),
                Boolean.TRUE.equals(schema.getDeprecated()),
                name instanceof String text && !text.isBlank() ? text.strip() : null,
                Boolean.TRUE.equals(Keywords.extension(schema, "x-java-top-level")));
    }

    /** Returns these annotations, completed by those of a schema inside. */
    Annotations or(Annotations inner) {
        return new Annotations(
                description.isEmpty() ? inner.description : description,
                title.isEmpty() ? inner.title : title,
                deprecated || inner.deprecated,
                javaName == null ? inner.javaName : javaName,
                topLevel || inner.topLevel);
    }

    /** Returns these annotations with another title. */
    Annotations titled(String newTitle) {
        return new Annotations(description, newTitle, deprecated, javaName, topLevel);
    }

    Documentation documentation() {
        return documentation(description);
    }

    /** Returns the part of the description before the first blank line. */
    Documentation firstParagraph() {
        return documentation(description.split("\\R[ \\t]*\\R", 2)[0]);
    }

    static Documentation documentation(@Nullable String text) {
        String stripped = stripped(text);
        return stripped.isEmpty() ? Documentation.NONE : new Documentation(stripped);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
