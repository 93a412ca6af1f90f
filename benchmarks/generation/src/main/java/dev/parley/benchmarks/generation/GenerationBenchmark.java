package dev.parley.benchmarks.generation;

import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a generation costs as a whole process: Parley beside OpenAPI Generator, Parley on a document that grows, and the
 * compilation of what comes of it. Writes the results {@code generation}, {@code generation-growth} and {@code compilation}.
 */
public final class GenerationBenchmark {

    private static final String PARLEY = "bin/parley";
    private static final String CONVERSATIONS = "conversations";

    private static final int ROUNDS = 2;

    private final boolean quick;
    private final Map<String, Path> documents;
    private final Path script;
    private final Path work;

    private GenerationBenchmark(boolean quick, Map<String, Path> documents, Path script, Path work) {
        this.quick = quick;
        this.documents = documents;
        this.script = script;
        this.work = work;
    }

    /**
     * Takes {@code --quick} or {@code --full}, the folder for the results, and the folder of the official documents, which is
     * {@code ../shared/official} beside the project unless it is said.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean quick = arguments[0].equals("--quick");
        Path results = Path.of(arguments[1]);
        Path project = project();
        Path official = arguments.length > 2 ? Path.of(arguments[2]) : project.resolve("../shared/official");
        Map<String, Path> documents = Documents.in(official, project);
        Path work = Files.createTempDirectory("parley-generation");
        try {
            new GenerationBenchmark(quick, documents, project.resolve(PARLEY), work).run(official, results);
        } finally {
            Output.delete(work);
        }
    }

    /** The folder above this process that has the command line. */
    private static Path project() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isExecutable(folder.resolve(PARLEY))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("run this from the folder of the project, where " + PARLEY + " is");
        }
        return folder;
    }

    private void run(Path official, Path results) throws IOException, InterruptedException {
        Contestant parley = Contestant.parley(script);
        List<Contestant> contestants = contestants(parley);
        // What the build does, for the JDK of this run; ends the benchmark where the build would go on without.
        MeasuredProcess.run(List.of(script.resolveSibling("parley-archive").toString()), work.resolve("archive.txt"));
        // Files that all read come from memory then.
        for (Contestant contestant : contestants.subList(0, 3)) {
            contestant.run(
                    Documents.own(script.resolve("../..").normalize()),
                    work.resolve("first-" + contestants.indexOf(contestant) + "/out"));
        }
        Map<String, Path> measured = new LinkedHashMap<>(documents);
        if (quick && documents.containsKey(CONVERSATIONS)) {
            measured.keySet().retainAll(List.of(CONVERSATIONS));
        }
        Comparison comparison = new Comparison(contestants, work);
        Compilation compilation = new Compilation(work);
        for (Map.Entry<String, Path> document : measured.entrySet()) {
            String scenario = document.getKey();
            comparison.measure(scenario, document.getValue(), ROUNDS);
            compilation.measure(scenario, parley, Output.of(comparison.output(parley, scenario)), 1);
            for (Contestant contestant : contestants) {
                if (contestant.isStock()) {
                    compilation.check(scenario, contestant, Output.of(comparison.output(contestant, scenario)));
                }
            }
        }
        result(comparison, measured, official).write(results);
        compilation.result().write(results);
        grow(parley).write(results);
    }

    private List<Contestant> contestants(Contestant parley) throws IOException {
        List<Contestant> contestants = new ArrayList<>(List.of(parley, Contestant.parleyWithoutArchive(script)));
        for (String library :
                quick ? List.of("restclient", "native") : List.of("restclient", "native", "okhttp-gson")) {
            contestants.add(Contestant.stock(library));
            contestants.add(Contestant.quick(library, script));
        }
        return contestants;
    }

    private Result result(Comparison comparison, Map<String, Path> measured, Path official) {
        List<String> notes = new ArrayList<>(comparison.notes());
        if (measured.containsKey(Documents.OWN)) {
            notes.add(
                    0,
                    "**Not measured:** the official documents are not in `" + official
                            + "`; the figures are those of this project's own document.");
        } else if (measured.size() < documents.size()) {
            notes.add(0, "**Not measured** in quick mode: the larger documents.");
        } else if (measured.size() < 3) {
            notes.add(0, "**Not measured:** some of the official documents are not in `" + official + "`.");
        }
        notes.add(
                "Lines are those of sources of the client, without the tests, documentation and build files that OpenAPI"
                        + " Generator writes, too, and that count in its time.");
        return new Result(
                "generation",
                "Generation",
                Result.jvmOfThisProcess(),
                "Each run is a process of its own into a new folder, none of which is deleted before the end,"
                        + " all contestants in turn, "
                        + ROUNDS
                        + " rounds. Parley runs as `bin/parley generate`, which starts from the class-data archive that Parley's"
                        + " build makes, and once more without it; OpenAPI Generator is the plain jar that its makers deliver,"
                        + " which comes without such an archive, and runs as its command line does with `--skip-validate-spec`,"
                        + " with no JVM options, and once more with those of our script. CPU time and peak memory (VmHWM)"
                        + " are read from the system every 5 ms. The goals are against the fastest of OpenAPI Generator's"
                        + " with no JVM options.",
                comparison.measurements(),
                comparison.goals(),
                notes);
    }

    private Result grow(Contestant parley) throws IOException, InterruptedException {
        String name = List.copyOf(documents.keySet()).get(documents.size() > 1 && !quick ? 1 : 0);
        return new Growth(parley, work)
                .measure(name, documents.get(name), quick ? List.of(1, 2) : List.of(1, 2, 4, 8), 1);
    }
}
