package dev.parley.generator;

import dev.parley.generator.emit.template.TemplateSource;
import dev.parley.generator.naming.NameLock;
import dev.parley.generator.spec.Document;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * What a user chooses for a run; nothing of it changes the style of the output.
 *
 * @param basePackage the package above all generated ones, or {@code null} for the document's own choice
 * @param templates the templates: the user's, and the built-in ones for the rest
 * @param lock the names of the run before, which stay
 */
public record Settings(@Nullable String basePackage, TemplateSource templates, NameLock lock) {

    private static final String DEFAULT_PACKAGE = "client";

    /**
     * Checks the choices.
     *
     * @throws IllegalArgumentException if {@code basePackage} is no name of a Java package
     */
    public Settings {
        if (basePackage != null && !SourceVersion.isName(basePackage)) {
            throw new IllegalArgumentException(
                    "'" + basePackage + "' is no name of a Java package; give one such as com.example.api");
        }
    }

    /** Makes settings without a run before. */
    public Settings(@Nullable String basePackage, TemplateSource templates) {
        this(basePackage, templates, NameLock.empty());
    }

    /** Returns the settings with the names of a run before. */
    public Settings with(NameLock before) {
        return new Settings(basePackage, templates, before);
    }

    /** Returns the package above all generated ones: the user's choice, else the document's, else {@code client}. */
    public String basePackage(Document document) {
        if (basePackage != null) {
            return basePackage;
        }
        return document.javaPackage() == null ? DEFAULT_PACKAGE : document.javaPackage();
    }
}
