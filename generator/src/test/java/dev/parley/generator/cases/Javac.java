package dev.parley.generator.cases;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.DocumentationTool;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles sources held in memory as their user would: as a module, for Java 17 or what {@code -Dparley.release} says, no
 * warning allowed.
 */
public final class Javac {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private Javac() {}

    /** Compiles sources, by their path, into a folder; returns what the compiler has to say. */
    public static List<String> compile(Map<String, String> sources, Path output) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter rest = new StringWriter();
        List<String> options = List.of(
                "--release",
                System.getProperty("parley.release", "17"),
                "-proc:none",
                "-Xlint:all",
                "-Werror", //
                "--module-path",
                modulePath(),
                "-d",
                output.toString());
        try (StandardJavaFileManager files =
                COMPILER.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            COMPILER.getTask(rest, files, messages, options, null, units(sources))
                    .call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.concat(
                        messages.getDiagnostics().stream().map(Object::toString),
                        rest.toString().lines())
                .toList();
    }

    static List<JavaFileObject> units(Map<String, String> sources) {
        return sources.entrySet().stream()
                .<JavaFileObject>map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
    }

    /** Has the documentation made of sources, everything checked; returns the errors. */
    public static List<String> document(Map<String, String> sources, Path output) {
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        StringWriter rest = new StringWriter();
        List<String> options = List.of(
                "--release",
                System.getProperty("parley.release", "17"),
                "-Xdoclint:all",
                "-quiet",
                "-notimestamp",
                "--module-path",
                modulePath(),
                "-d",
                output.toString());
        DocumentationTool javadoc = ToolProvider.getSystemDocumentationTool();
        try (StandardJavaFileManager files =
                javadoc.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
            boolean done = javadoc.getTask(rest, files, messages, null, options, units(sources))
                    .call();
            return Stream.concat(
                            messages.getDiagnostics().stream()
                                    .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                                    .map(Object::toString),
                            done ? Stream.of() : rest.toString().lines())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String modulePath() {
        return Stream.of(
                        dev.parley.runtime.json.JsonValue.class,
                        tools.jackson.core.JsonParser.class,
                        org.jspecify.annotations.Nullable.class)
                .map(Javac::location)
                .collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
