package dev.parley.conformance.time;

import dev.parley.conformance.ClassPath;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles some sources of a client against the classes of the client of the build, in memory, no warning allowed. */
final class EditionCompiler {

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all: what it has read of the class path stays read. */
    private static final StandardJavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private EditionCompiler() {}

    /**
     * Returns the classes by their names. One call at a time, for that is how the compiler's files can be shared.
     *
     * @param sources the texts by their paths
     */
    static synchronized Map<String, byte[]> compile(Map<String, String> sources) {
        if (sources.isEmpty()) {
            return Map.of();
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        Output output = new Output(FILES);
        List<String> options =
                List.of("-proc:none", "-implicit:none", "-Xlint:all", "-Werror", "-g:none", "-classpath", classPath());
        boolean compiled = COMPILER.getTask(null, output, messages, options, null, units(sources))
                .call();
        if (!compiled) {
            throw new AssertionError("the sources do not compile: " + messages.getDiagnostics());
        }
        return output.classes.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().toByteArray()));
    }

    /** The client, the run-time and what they need, and nothing else of this module's class path. */
    static String classPath() {
        return ClassPath.of(
                OpenAiClient.class,
                JsonValue.class,
                tools.jackson.core.JsonParser.class,
                org.jspecify.annotations.Nullable.class);
    }

    private static List<Source> units(Map<String, String> sources) {
        return sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
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

    private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {

        private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

        Output(StandardJavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                JavaFileManager.Location location,
                String className,
                JavaFileObject.Kind kind,
                @Nullable FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
