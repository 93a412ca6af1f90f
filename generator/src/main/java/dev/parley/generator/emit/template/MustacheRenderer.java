package dev.parley.generator.emit.template;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.reflect.Guard;
import com.github.mustachejava.reflect.MissingWrapper;
import com.github.mustachejava.reflect.ReflectionObjectHandler;
import com.github.mustachejava.util.Wrapper;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
            throw exception(name, failure);
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
    private static TemplateException exception(String name, Throwable failure) {
        Throwable innermost = failure;
        TemplateContext context = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            innermost = cause;
            if (cause instanceof MustacheException own && own.getContext() != null) {
                context = own.getContext();
            }
        }
        String message = String.valueOf(innermost.getMessage());
        return context == null
                ? new TemplateException(name, message)
                : new TemplateException(context.file() + ":" + context.line(), message.replace(" @" + context, ""));
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

    /** Says of a name that nothing around it has which names there are. */
    private static final class StrictObjectHandler extends ReflectionObjectHandler {

        private List<Object> scopes = List.of();

        @Override
        public Wrapper find(String name, List<Object> scopes) {
            this.scopes = scopes;
            return super.find(name, scopes);
        }

        @Override
        protected MissingWrapper createMissingWrapper(String name, List<Guard> guards) {
            StringBuilder members = new StringBuilder();
            for (int depth = scopes.size() - 1; depth >= 0; depth--) {
                Class<?> view = scopes.get(depth).getClass();
                if (view.isRecord()) {
                    members.append(members.isEmpty() ? "there are " : "; around this section: ");
                    members.append(Arrays.stream(view.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.joining(", ")));
                }
            }
            throw new MustacheException("{{" + name + "}} is no member of the view; " + members);
        }
    }
}
