package dev.parley.benchmarks.footprint;

import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Goal.Bound;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import dev.parley.openai.OpenAiClient;
import dev.parley.runtime.json.JsonValue;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.core.JsonParser;

/**
 * Counts what an application takes up because it uses a client: the bytes of all jars, and their classes. All figures are
 * exact.
 */
public final class FootprintBenchmark {

    private static final String OUR_OPERATIONS = "closure of our operations";
    private static final String WHOLE_DOCUMENT = "closure of the whole document";

    private static final String PARLEY = "Parley";
    private static final String OFFICIAL = "openai-java";

    /** A contestant that nobody is: its figure is the limit of a goal. */
    private static final String LIMIT = "the limit";

    private static final String KILOBYTES = "kB";
    private static final String CLASSES = "classes";

    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private FootprintBenchmark() {}

    /**
     * Takes {@code --quick} or {@code --full} and the folder of the results. The full run also makes the client of the
     * whole official document, from the file named by the system property {@code parley.whole-document} (or
     * {@code ../shared/official/openapi.yaml}), with the generator of the project in the working folder.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, URISyntaxException {
        FootprintBenchmark benchmark = new FootprintBenchmark();
        List<Footprint> libraries = List.of(of(JsonValue.class), of(JsonParser.class));
        List<Footprint> official = new ArrayList<>();
        for (Path jar : DeclaredClosure.of("com.openai", OFFICIAL)) {
            official.add(Footprint.of(jar));
        }
        benchmark.compare(OUR_OPERATIONS, with(of(OpenAiClient.class), libraries), official, 2_500, 2_000);
        if (arguments[0].equals("--full")) {
            benchmark.wholeDocument(libraries, official);
        }
        benchmark.result().write(Path.of(arguments[1]));
    }

    private void wholeDocument(List<Footprint> libraries, List<Footprint> official)
            throws IOException, InterruptedException {
        Path document = Path.of(System.getProperty("parley.whole-document", "../shared/official/openapi.yaml"));
        WholeDocument whole = new WholeDocument(document, Path.of("").toAbsolutePath());
        if (!whole.missing().isEmpty()) {
            notes.add("The client of the whole document was not made: " + whole.missing() + ".");
            return;
        }
        Path work = Files.createTempDirectory("footprint");
        try {
            compare(WHOLE_DOCUMENT, with(whole.client(work), libraries), official, 15_000, 0);
        } finally {
            WholeDocument.delete(work);
        }
    }

    /** Takes the goals in kilobytes and, if there is one, in classes. */
    private void compare(
            String scenario, List<Footprint> ours, List<Footprint> official, double mostKilobytes, double mostClasses) {
        add(scenario, PARLEY, ours);
        add(scenario, OFFICIAL, official);
        limit(scenario, KILOBYTES, mostKilobytes);
        if (mostClasses > 0) {
            limit(scenario, CLASSES, mostClasses);
        }
    }

    private void add(String scenario, String contestant, List<Footprint> closure) {
        Footprint sum = Footprint.sum(contestant, closure);
        measurements.add(Measurement.exactly(scenario, contestant, KILOBYTES, sum.bytes() / 1000.0));
        measurements.add(Measurement.exactly(scenario, contestant, CLASSES, sum.classes()));
        String note = String.format(
                Locale.ROOT,
                "%s, %s, %d jars: %s.",
                contestant,
                scenario,
                closure.size(),
                String.join(", ", parts(closure)));
        if (!contestant.equals(OFFICIAL) || notes.stream().noneMatch(given -> given.startsWith(OFFICIAL))) {
            notes.add(note);
        }
    }

    private static List<String> parts(List<Footprint> closure) {
        return closure.stream()
                .sorted(Comparator.comparingLong(Footprint::bytes).reversed())
                .map(jar -> String.format(
                        Locale.ROOT, "%s %,.0f kB, %,d classes", jar.name(), jar.bytes() / 1000.0, jar.classes()))
                .toList();
    }

    private void limit(String scenario, String unit, double limit) {
        measurements.add(Measurement.exactly(scenario, LIMIT, unit, limit));
        goals.add(new Goal(scenario, PARLEY, LIMIT, unit, Bound.AT_MOST, 1));
    }

    private Result result() {
        notes.add(
                "Our jar of the client is compiled without tables for debuggers, see ADR 45: with lines it is some 110 kB"
                        + " larger, and the closure is over its limit.");
        return new Result(
                "footprint",
                "What an application takes up",
                Result.jvmOfThisProcess(),
                "The lengths of the jars that an application needs at run time, in thousands of bytes, and the classes in"
                        + " them without those for newer JVMs alone. Those of openai-java are what its POM and theirs ask"
                        + " for, as Maven resolves them. The client of the whole document is compiled as ours is.",
                measurements,
                goals,
                notes);
    }

    private static List<Footprint> with(Footprint client, List<Footprint> libraries) {
        List<Footprint> all = new ArrayList<>(List.of(client));
        all.addAll(libraries);
        return all;
    }

    private static Footprint of(Class<?> inside) throws IOException, URISyntaxException {
        CodeSource source = Objects.requireNonNull(
                inside.getProtectionDomain().getCodeSource(), () -> inside + " comes from nowhere");
        return Footprint.of(Path.of(source.getLocation().toURI()));
    }
}
