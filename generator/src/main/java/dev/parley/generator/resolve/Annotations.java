package dev.parley.generator.resolve;

import dev.parley.generator.model.Documentation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a schema says about itself beside its shape.
 *
 * @param description its prose, stripped, empty if there is none
 * @param title its title, stripped, empty if there is none
 * @param javaName a name that a person chose ({@code x-java-name}), or {@code null}
 * @param topLevel whether a person wants the type in a file of its own ({@code x-java-top-level})
 * @param param a reference to the union that values are sent back as ({@code x-java-param}), or {@code null}
 * @param limits the schemas whose keywords limit a value, all of them
 */
record Annotations(
        String description,
        String title,
        boolean deprecated,
        @Nullable String javaName,
        boolean topLevel,
        @Nullable String param,
        List<Schema<?>> limits) {

    static final Annotations NONE = new Annotations("", "", false, null, false, null, List.of());

    static Annotations of(Schema<?> schema) {
        return new Annotations(
                stripped(schema.getDescription()),
                stripped(schema.getTitle()),
                Boolean.TRUE.equals(schema.getDeprecated()),
                text(schema, "x-java-name"),
                Boolean.TRUE.equals(Keywords.extension(schema, "x-java-top-level")),
                text(schema, "x-java-param"),
                List.of(schema));
    }

    /** Returns these annotations, completed by those of a schema inside; a value keeps to the limits of both. */
    Annotations or(Annotations inner) {
        return new Annotations(
                description.isEmpty() ? inner.description : description,
                title.isEmpty() ? inner.title : title,
                deprecated || inner.deprecated,
                javaName == null ? inner.javaName : javaName,
                topLevel || inner.topLevel,
                param == null ? inner.param : param,
                Stream.concat(limits.stream(), inner.limits.stream()).toList());
    }

    /** Returns these annotations with another title. */
    Annotations titled(String newTitle) {
        return new Annotations(description, newTitle, deprecated, javaName, topLevel, param, limits);
    }

    /** Returns these annotations without a name that a person chose. */
    Annotations unnamed() {
        return new Annotations(description, title, deprecated, null, topLevel, param, limits);
    }

    /** Returns these annotations without those that are about the type that the schema becomes by itself. */
    Annotations untyped() {
        return new Annotations(description, title, deprecated, null, false, null, limits);
    }

    /** Returns these annotations without limits. */
    Annotations unlimited() {
        return new Annotations(description, title, deprecated, javaName, topLevel, param, List.of());
    }

    /** Returns these annotations with further limits. */
    Annotations limitedBy(Annotations other) {
        return new Annotations(
                description,
                title,
                deprecated,
                javaName,
                topLevel,
                param,
                Stream.concat(limits.stream(), other.limits.stream()).toList());
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

    private static @Nullable String text(Schema<?> schema, String extension) {
        return Keywords.extension(schema, extension) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
