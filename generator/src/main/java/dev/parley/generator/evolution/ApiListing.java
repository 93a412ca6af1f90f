package dev.parley.generator.evolution;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Lists the public API of sources: the compiler reads their signatures, bodies are left alone, nothing is written. */
public final class ApiListing {

    private static final int ERRORS_SHOWN = 5;

    private ApiListing() {}

    /**
     * Returns a line for each signature, sorted.
     *
     * @param sources the text of each file by its path below the source folder; {@code module-info.java} is passed over
     * @param basePackage the package of the client class: its names lose it, and {@code internal} below it is left out
     * @param classPath what the sources are compiled against, as javac takes it
     * @throws IllegalStateException if there is no compiler (a Java run-time without the JDK), or the sources have errors
     */
    public static List<String> of(Map<String, String> sources, String basePackage, String classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("there is no Java compiler here; run this with a JDK");
        }
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        List<Source> files = sources.entrySet().stream()
                .filter(source ->
                        source.getKey().endsWith(".java") && !source.getKey().endsWith("module-info.java"))
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        if (files.isEmpty()) {
            return List.of();
        }
        Collector collector = new Collector(basePackage);
        JavaCompiler.CompilationTask task = compiler.getTask(
                null,
                null,
                messages,
                List.of("-proc:only", "-implicit:none", "-Xlint:none", "-classpath", classPath),
                null,
                files);
        task.setProcessors(List.of(collector));
        if (!task.call()) {
            throw new IllegalStateException("the sources have errors: " + errors(messages));
        }
        return Objects.requireNonNull(collector.lines, "the compiler ran no round")
                .all();
    }

    private static String errors(DiagnosticCollector<JavaFileObject> messages) {
        return String.join(
                "; ",
                messages.getDiagnostics().stream()
                        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
                        .limit(ERRORS_SHOWN)
                        .map(message -> message.getMessage(Locale.ROOT))
                        .toList());
    }

    @SupportedAnnotationTypes("*")
    private static final class Collector extends AbstractProcessor {

        private final String basePackage;
        private @Nullable ApiLines lines;

        Collector(String basePackage) {
            this.basePackage = basePackage;
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (lines == null) {
                lines = new ApiLines(new TypeNotation(basePackage), processingEnv.getElementUtils());
            }
            for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
                if (!processingEnv
                        .getElementUtils()
                        .getPackageOf(type)
                        .getQualifiedName()
                        .contentEquals(basePackage + ".internal")) {
                    lines.add(type);
                }
            }
            return false;
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
