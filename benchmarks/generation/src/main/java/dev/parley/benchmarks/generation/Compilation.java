package dev.parley.benchmarks.generation;

import com.sun.source.util.JavacTask;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What javac takes for the output of Parley, and what it has against that of OpenAPI Generator. */
final class Compilation {

    private static final Pattern REQUIRED =
            Pattern.compile("parley-runtime|runtime/target/classes|/jspecify-|tools/jackson/core/jackson-core");

    private final Path work;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Compilation(Path work) {
        this.work = work;
    }

    /** Compiles sources in a process of its own, with all checks of the language and no warnings. */
    void measure(String scenario, Contestant contestant, Output output, int rounds)
            throws IOException, InterruptedException {
        Path files = work.resolve("sources.txt");
        Files.write(files, output.sources().stream().map(Path::toString).toList());
        List<Cost> costs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Path classes = work.resolve(("classes " + scenario + " " + round).replaceAll("\\W+", "-"));
            costs.add(MeasuredProcess.run(
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "javac")
                                    .toString(),
                            "-nowarn",
                            "-proc:none",
                            "-p",
                            modules(),
                            "-d",
                            classes.toString(),
                            "@" + files),
                    work.resolve("javac.txt")));
        }
        measurements.add(new Measurement(
                scenario,
                contestant.name(),
                "s",
                costs.stream().map(Cost::wallSeconds).toList()));
        measurements.add(new Measurement(
                scenario,
                contestant.name(),
                "MiB",
                costs.stream().map(Cost::peakMebibytes).toList()));
        measurements.add(Measurement.exactly(scenario, contestant.name(), "lines", (double) output.lines()));
    }

    /** What the module of a client requires, of the class path that this runs with. */
    private static String modules() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> REQUIRED.matcher(entry.replace('\\', '/')).find())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Notes how many errors of syntax there are: those that no library could mend. */
    void check(String scenario, Contestant contestant, Output output) throws IOException {
        JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this JVM has no javac");
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = javac.getStandardFileManager(problems, null, null)) {
            JavacTask task = (JavacTask) javac.getTask(
                    null,
                    files,
                    problems,
                    List.of("-proc:none", "-Xmaxerrs", "1000000"),
                    null,
                    files.getJavaFileObjectsFromPaths(output.sources()));
            task.parse();
        }
        List<Diagnostic<? extends JavaFileObject>> errors = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        long broken = errors.stream().map(Diagnostic::getSource).distinct().count();
        notes.add(
                errors.isEmpty()
                        ? scenario + ": the output of " + contestant.name()
                                + " is Java by its syntax; whether it compiles with its libraries was not tried."
                        : scenario + ": the output of " + contestant.name() + " does not compile: " + errors.size()
                                + " errors of syntax in " + broken + " files.");
    }

    Result result() {
        return new Result(
                "compilation",
                "Compiling the output",
                Result.jvmOfThisProcess(),
                "javac of the same JDK as a process of its own, `-proc:none -nowarn`, from no class file. The output of the"
                        + " others is parsed for its errors of syntax alone.",
                measurements,
                List.of(),
                notes);
    }
}
