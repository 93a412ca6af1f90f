package dev.parley.generator.openapitools;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.api.TemplatingEngineAdapter;
import org.openapitools.codegen.api.TemplatingExecutor;

/**
 * A templating engine whose templates are virtual: the text is finished before the writer asks for it.
 *
 * <p>The texts come with the bundle, so that it does not matter who made this object.
 */
public final class SourceFileAdapter implements TemplatingEngineAdapter {

    static final String IDENTIFIER = "parley";

    private static final String SCHEME = "parley:";
    private static final String TEXTS = "parley.texts";

    /** Returns the name of the virtual template of a file. */
    static String template(String path) {
        return SCHEME + path;
    }

    /** Returns the path of the file that a virtual template is for. */
    static String path(String template) {
        return template.substring(SCHEME.length());
    }

    /** The text of each virtual template. */
    @FunctionalInterface
    interface Texts {

        /** Returns the text of a virtual template, or {@code null} if there is no such template. */
        @Nullable
        String of(String template);
    }

    /** Puts the text of each virtual template where {@link #compileTemplate} finds it. */
    static void provide(Texts texts, Map<String, Object> bundle) {
        bundle.put(TEXTS, texts);
    }

    @Override
    public String getIdentifier() {
        return IDENTIFIER;
    }

    @Override
    public String[] getFileExtensions() {
        return new String[] {IDENTIFIER};
    }

    @Override
    public boolean handlesFile(String filename) {
        return filename.startsWith(SCHEME);
    }

    @Override
    public boolean templateExists(TemplatingExecutor generator, String templateFile) {
        return handlesFile(templateFile);
    }

    /**
     * Returns the text of a virtual template.
     *
     * @throws IllegalStateException if the run has no such file
     */
    @Override
    public String compileTemplate(TemplatingExecutor executor, Map<String, Object> bundle, String templateFile) {
        String text = bundle.get(TEXTS) instanceof Texts texts ? texts.of(templateFile) : null;
        if (text != null) {
            return text;
        }
        throw new IllegalStateException(
                "no text for " + templateFile + "; the engine 'parley' serves the generator 'parley' only");
    }
}
