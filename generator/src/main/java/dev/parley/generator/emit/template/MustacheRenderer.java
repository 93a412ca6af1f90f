package dev.parley.generator.emit.template;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Renders templates for Java source: text goes out as it is, and a name that a view does not have is an error. */
final class MustacheRenderer {

    private final TemplateSource templates;
    private final DefaultMustacheFactory factory;

    MustacheRenderer(TemplateSource templates) {
        this.templates = templates;
        this.factory = new SourceFactory(this::open);
        this.factory.setObjectHandler(new StrictObjectHandler());
    }

    /**
     * Renders a template.
     *
     * @throws TemplateException if there is no such template, if it is no Mustache, or if it names what the view does not have
     */
    String render(String name, Object view) {
        StringWriter text = new StringWriter();
        try {
            factory.compile(name).execute(text, view).flush();
        } catch (MustacheException failure) {
            throw new TemplateException("template " + name + ": " + cause(failure));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private Reader open(String name) {
        String text = text(name);
        if (text == null) {
            throw new MustacheException("there is no template of this name");
        }
        return new StringReader(text);
    }

    /** A partial may have any name, and a file any content. */
    private @Nullable String text(String name) {
        try {
            return templates.text(name);
        } catch (IllegalArgumentException | UncheckedIOException refusal) {
            throw new MustacheException(String.valueOf(refusal.getMessage()));
        }
    }

    /** Mustache.java wraps an exception once for each section that it passes; the innermost one says what is wrong. */
    private static String cause(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage();
    }

    private static final class SourceFactory extends DefaultMustacheFactory {

        SourceFactory(com.github.mustachejava.MustacheResolver resolver) {
            super(resolver);
        }

        /** Mustache escapes for HTML; Java source wants the text itself. */
        @Override
        public void encode(String value, Writer writer) {
            try {
                writer.write(value);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private static final class StrictObjectHandler extends ReflectionObjectHandler {

        @Override
        protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
            throw new MustacheException("{{" + name + "}} is no member of the view; templates/README.md lists them");
        }
    }
}
