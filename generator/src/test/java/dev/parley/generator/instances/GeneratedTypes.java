package dev.parley.generator.instances;

import dev.parley.generator.Parley;
import dev.parley.generator.Settings;
import dev.parley.generator.cases.Javac;
import dev.parley.generator.diagnostic.Diagnostics;
import dev.parley.generator.emit.SourceFile;
import dev.parley.generator.model.ApiModel;
import dev.parley.generator.model.Declaration;
import dev.parley.generator.model.RequestDeclaration;
import dev.parley.generator.naming.Identifier;
import dev.parley.generator.naming.JavaName;
import dev.parley.generator.naming.NameLock;
import dev.parley.generator.naming.NameTable;
import dev.parley.generator.openapitools.Templates;
import dev.parley.generator.resolve.Resolver;
import dev.parley.generator.spec.Document;
import dev.parley.generator.spec.SpecLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types that the generator makes of a document, compiled and loaded, each by the place that it comes from. */
final class GeneratedTypes implements AutoCloseable {

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, Class<?>> byPointer = new LinkedHashMap<>();
    private final List<String> messages;
    private final URLClassLoader classes;

    private GeneratedTypes(Source source, Path output) {
        Diagnostics diagnostics = new Diagnostics();
        Settings settings = new Settings(source.basePackage(), new Templates(source.templates()));
        Document document = load(source, diagnostics);
        for (SourceFile file :
                new Parley().generate(document, settings, diagnostics).files()) {
            sources.put(file.path(), file.content());
        }
        messages = Javac.compile(sources, output);
        try {
            classes = new URLClassLoader(
                    new URL[] {output.toUri().toURL()}, getClass().getClassLoader());
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
        if (messages.isEmpty()) {
            ApiModel model = Resolver.resolve(load(source, new Diagnostics()).openApi(), new Diagnostics());
            NameTable names = NameTable.of(model, settings.basePackage(document), NameLock.empty(), new Diagnostics());
            for (Declaration declaration : model.declarations()) {
                if (!(declaration instanceof RequestDeclaration)) {
                    byPointer.put(declaration.id().pointer(), load(names.type(declaration.id())));
                }
            }
        }
    }

    /**
     * Generates, compiles and loads.
     *
     * @param output an empty folder for the classes
     */
    static GeneratedTypes of(Source source, Path output) {
        return new GeneratedTypes(source, output);
    }

    private static Document load(Source source, Diagnostics diagnostics) {
        return SpecLoader.load(source.document(), source.overlays(), diagnostics);
    }

    /** Returns what the compiler had to say. */
    List<String> messages() {
        return messages;
    }

    /** Returns the generated sources by their path. */
    Map<String, String> sources() {
        return sources;
    }

    /** Returns the type that a place of the document became, or {@code null} if it became none. */
    @Nullable
    Class<?> at(String pointer) {
        return byPointer.get(pointer);
    }

    /** Returns all types by the places that they come from, in the order of the document. */
    Map<String, Class<?>> all() {
        return byPointer;
    }

    private Class<?> load(JavaName name) {
        String nested = name.path().stream().map(Identifier::text).collect(Collectors.joining("$"));
        try {
            return Class.forName(name.packageName() + "." + nested, true, classes);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a run of the generator takes. */
    record Source(
            Path document,
            List<Path> overlays,
            @Nullable String basePackage,
            @Nullable Path templates) {}
}
