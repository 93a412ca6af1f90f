package dev.parley.benchmarks.codec;

import com.alibaba.fastjson2.JSON;
import dev.parley.benchmarks.codec.Plan.Scenario;
import dev.parley.benchmarks.codec.pages.Page;
import dev.parley.benchmarks.codec.pages.Pages;
import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.util.Version;
import tools.jackson.core.json.PackageVersion;

/** Measures reading and writing pages of items: results {@code decode} and {@code encode}. */
public final class CodecBenchmark {
    private static final String ROUND_TRIP = "round trip";
    private static final String WITH = "with unknown members and nulls";
    private static final String WITHOUT = "without";

    private final Plan plan;
    private final List<String> notes = new ArrayList<>();

    private CodecBenchmark(Plan plan) {
        this.plan = plan;
    }

    /** Takes {@code --quick} or {@code --full}, and the folder for the results. */
    public static void main(String[] arguments) throws IOException, RunnerException {
        if (arguments.length != 2 || !List.of("--quick", "--full").contains(arguments[0])) {
            throw new IllegalArgumentException("--quick or --full, and a folder for the results, are needed");
        }
        System.setProperty("jmh.ignoreLock", "true"); // a run of somebody else is seen in the spread
        Path results = Path.of(arguments[1]);
        Plan plan = arguments[0].equals("--quick") ? Plan.quick() : Plan.full();
        new CodecBenchmark(plan).decode().write(results);
        new CodecBenchmark(plan).encode().write(results);
    }

    private Result decode() throws RunnerException {
        Figures figures = new Figures(plan.share());
        for (Scenario scenario : plan.decoding()) {
            Scenario able = able(scenario, (contestant, page) -> {
                Decoding decoding = Contestants.decoding(contestant);
                decoding.verify(decoding.decode(page.bytes()), page);
            });
            figures.measure(DecodeBenchmark.class, able, onePage(able));
        }
        List<Goal> goals = new ArrayList<>(CodecGoals.decoding(plan));
        notes.add(
                "Pages are read from an array of bytes, as the body of an answer is. jackson-core makes no object of what"
                        + " it scans; *with strings* it makes a string of each value that is one, which every binder has to.");
        notes.add(Contestants.RECORDS + ", " + Contestants.AVAJE + " and " + Contestants.FASTJSON + " bind one set of "
                + "records written by hand. These are simpler than the generated ones (choices inside of items are one "
                + "record of all members, or `Object`; enums are strings) and keep neither unknown members nor unknown "
                + "types nor which nulls were explicit.");
        return result("decode", "Reading a page of 100 items", figures, goals);
    }

    private Result encode() throws RunnerException {
        Figures figures = new Figures(plan.share());
        for (Scenario scenario : plan.encoding()) {
            Scenario able = able(scenario, (contestant, page) -> {
                Encoding encoding = Contestants.encoding(contestant);
                Expected.written(page, encoding.encode(encoding.prepare(page.bytes())), encoding.lossless());
            });
            figures.measure(EncodeBenchmark.class, able, onePage(able));
            figures.add(
                    Measurement.exactly(scenario.name(), CodecGoals.OUTPUT, Figures.ALLOCATION, size(scenario.page())));
        }
        roundTrip(figures);
        List<Goal> goals = new ArrayList<>(CodecGoals.encoding(plan));
        goals.add(new Goal(ROUND_TRIP, WITH, WITHOUT, Figures.TIME, Goal.Bound.AT_MOST, CodecGoals.ROUND_TRIP));
        notes.add("Pages are written to a new array of bytes, as the body of a request is. *" + Contestants.COPY
                + "* hands each event of a parser over the page to a generator; *" + Contestants.REPLAY
                + "* has the events in an array before, so that nothing is parsed. *" + CodecGoals.OUTPUT
                + "* is the size of the page, the least that can be allocated.");
        notes.add(Contestants.RECORDS + ", " + Contestants.AVAJE + " and " + Contestants.FASTJSON
                + " write less than was read: explicit nulls are left out.");
        return result("encode", "Writing a page of 100 items", figures, goals);
    }

    private void roundTrip(Figures figures) throws RunnerException {
        Map<String, String> pages = Map.of(WITH, Pages.UNKNOWN_MEMBERS_AND_NULLS, WITHOUT, Pages.TAG_FIRST);
        Scenario scenario =
                new Scenario(ROUND_TRIP, Pages.UNKNOWN_MEMBERS_AND_NULLS, List.of(WITHOUT, WITH), plan.roundTrips());
        figures.measure(RoundTripBenchmark.class, scenario, pages);
        for (String contestant : scenario.contestants()) {
            double size = size(pages.get(contestant));
            List<Double> nanos = figures.of(ROUND_TRIP, contestant, Figures.TIME).orElseThrow().rounds().stream()
                    .map(micros -> micros * 1000 / size)
                    .toList();
            figures.add(new Measurement(ROUND_TRIP, contestant, "ns/B", nanos));
        }
        double with = size(Pages.UNKNOWN_MEMBERS_AND_NULLS);
        double without = size(Pages.TAG_FIRST);
        notes.add(String.format(
                Locale.ROOT,
                "The round trip is Parley's alone: a page is read and written again. The page with two unknown members in"
                        + " each object and a null for each optional member has the same items and %.0f bytes, %.0f %% more"
                        + " than that without (%.0f). The goal is on the time of the whole page, which is the stricter one;"
                        + " the time for each byte is given beside it.",
                with,
                100 * (with / without - 1),
                without));
    }

    private Result result(String name, String title, Figures figures, List<Goal> goals) {
        int rounds = plan.decoding().get(0).rounds();
        String method = String.format(
                Locale.ROOT,
                "JMH %s, average time. Each figure is a JVM of its own (%s) in which one contestant works on one page: warmed"
                        + " up for %d ms of CPU time, compilers included (jackson-core alone %d ms, openai-java %d ms, a round"
                        + " trip %d ms), then"
                        + " %d x %d ms measured. %d rounds of the mixed page, the contestants in turn. Allocation by JMH's GC"
                        + " profiler. jackson-core and jackson-databind %s, avaje-jsonb 3.11, fastjson2 %s. Before it is"
                        + " measured, every contestant is held to what it should read or write.",
                Version.getPlainVersion(),
                String.join(" ", Fork.JVM_OPTIONS),
                warmUp(WarmUp.CPU_MILLIS),
                warmUp(WarmUp.CPU_MILLIS_OF_CORE),
                warmUp(WarmUp.CPU_MILLIS_OF_OFFICIAL),
                warmUp(WarmUp.CPU_MILLIS_OF_ROUND_TRIP),
                Fork.MEASURED,
                Fork.measuredMillis(plan.share()),
                rounds,
                PackageVersion.VERSION,
                JSON.VERSION);
        return new Result(
                name, title, Result.jvmOfThisProcess(), method, figures.all(), figures.measured(goals), notes);
    }

    private long warmUp(int millis) {
        return Math.round(plan.share() * millis);
    }

    /** Leaves out who cannot do it, with a note. */
    private Scenario able(Scenario scenario, Trial trial) {
        Page page = Pages.named(scenario.page());
        List<String> able = new ArrayList<>();
        for (String contestant : scenario.contestants()) {
            try {
                trial.run(contestant, page);
                able.add(contestant);
            } catch (Exception e) {
                if (contestant.equals(Contestants.PARLEY)) {
                    throw new IllegalStateException("Parley fails on: " + scenario.name(), e);
                }
                notes.add(contestant + " is left out of *" + scenario.name() + "*, which it does not read: `"
                        + firstWords(e) + "`.");
            }
        }
        return new Scenario(scenario.name(), scenario.page(), able, scenario.rounds());
    }

    private static String firstWords(Exception e) {
        String text =
                String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace('`', '\'');
        return e.getClass().getSimpleName() + ": " + (text.length() <= 100 ? text : text.substring(0, 100) + "...");
    }

    private static Map<String, String> onePage(Scenario scenario) {
        return scenario.contestants().stream().collect(Collectors.toMap(Function.identity(), it -> scenario.page()));
    }

    private static double size(String page) {
        return Pages.named(page).bytes().length;
    }

    /** One try outside of what is measured. */
    private interface Trial {
        void run(String contestant, Page page) throws Exception;
    }
}
