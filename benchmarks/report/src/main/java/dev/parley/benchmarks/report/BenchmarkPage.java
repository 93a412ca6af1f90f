package dev.parley.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the page of all results: {@code benchmarks.md}, and below {@code benchmarks/} its charts, one for each unit of
 * each result in light and in dark. The same results give the same files.
 */
public final class BenchmarkPage {

    /** What the names of results begin with, in the order of the page; any other comes last. */
    private static final List<String> ORDER = List.of(
            "decode",
            "encode",
            "round-trip",
            "codec",
            "openapi-generator-client",
            "cold-start",
            "tls",
            "call",
            "stream",
            "paging",
            "footprint",
            "closure",
            "generation",
            "growth");

    private final List<Result> results;
    private final List<Run> runs;
    private final Path charts;
    private final Set<String> names = new HashSet<>();
    private final Set<Path> drawn = new HashSet<>();
    private final StringBuilder page = new StringBuilder();

    private BenchmarkPage(List<Result> results, List<Run> runs, Path charts) {
        this.results = results;
        this.runs = runs;
        this.charts = charts;
    }

    /**
     * Takes the folder of the results and the folder of the documents.
     *
     * @throws IOException if a file cannot be read or written, or a result contradicts itself
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("wanted: the folder of results, and the folder of documents");
        }
        write(Path.of(arguments[0]), Path.of(arguments[1]));
    }

    static void write(Path folder, Path documents) throws IOException {
        List<Result> results = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".json")
                            && !file.getFileName().toString().equals(Run.FILE))
                    .toList()) {
                results.add(Result.read(file));
            }
        }
        results.sort(
                Comparator.<Result>comparingInt(result -> rank(result.name())).thenComparing(Result::name));
        Path charts = Files.createDirectories(documents.resolve("benchmarks"));
        BenchmarkPage page = new BenchmarkPage(results, Run.read(folder), charts);
        page.head();
        page.goals();
        for (Result result : results) {
            page.part(result);
        }
        page.removeOldCharts();
        Files.writeString(documents.resolve("benchmarks.md"), page.page);
    }

    private static int rank(String name) {
        for (int rank = 0; rank < ORDER.size(); rank++) {
            if (name.startsWith(ORDER.get(rank))) {
                return rank;
            }
        }
        return ORDER.size();
    }

    private void head() {
        line("# Benchmarks");
        line("");
        line("<!-- Written by benchmarks/run; edit nothing here. -->");
        line("");
        if (runs.stream().anyMatch(run -> run.mode().equals("quick"))) {
            line("> **Quick figures**: few rounds, short warm-up. They show that the benchmarks work, and no more.");
            line("");
        }
        for (Run run : runs) {
            for (String failed : run.failed()) {
                line("> **The benchmark `" + failed + "` failed on " + run.date()
                        + "**: what this page shows of it, if anything, is older.");
                line("");
            }
        }
        line(
                "Each figure stands beside those of its peers in the same run: contestants take turns, round by round, on one");
        line("machine. A bare time says little anywhere else; the ratios are what to compare. A ratio is that of the");
        line(
                "medians; behind it stand the least and the most of the ratios of rounds that belong together. A figure is");
        line(
                "*exact* where each run comes to it, as to a count of lines; so is a ratio with nothing behind it. What was");
        line("measured *once* may be another the next time.");
        line("");
        for (Run run : runs) {
            String what = runs.size() == 1
                    ? ""
                    : " (" + run.results().stream().map(Escape::markdown).collect(Collectors.joining(", ")) + ")";
            line("- Measured" + what + ": " + run.said());
        }
        if (runs.isEmpty()) {
            line("- Measured: nothing is known of when and where.");
        }
        results.stream().map(Result::jvm).distinct().sorted().forEach(jvm -> line("- JVM: " + Escape.markdown(jvm)));
        line("");
    }

    private void goals() {
        List<JudgedGoal> all = results.stream().flatMap(BenchmarkPage::judged).toList();
        line("## Goals");
        line("");
        line(String.format(
                Locale.ROOT,
                "%d goals: %d met, %d missed, %d not measured.",
                all.size(),
                count(all, JudgedGoal.Outcome.MET),
                count(all, JudgedGoal.Outcome.MISSED),
                count(all, JudgedGoal.Outcome.NOT_MEASURED)));
        line("");
        if (all.stream().anyMatch(goal -> goal.beneath() != null)) {
            line(
                    "*Beneath* is what does little but what the contestant cannot do without, such as the bare transport, with its");
            line(String.format(
                    Locale.ROOT,
                    "own ratio to the same peer: a goal that it misses is hardly within reach. It misses %d of those missed.",
                    all.stream().filter(JudgedGoal::missedBeneath).count()));
            line("");
        }
        line("| what | ratio | goal | | beneath |");
        line("|---|--:|--:|---|---|");
        for (Result result : results) {
            judged(result).forEach(judged -> {
                Goal goal = judged.goal();
                line("| [" + Escape.markdown(goal.scenario()) + "](#" + anchor(result) + "), "
                        + Escape.markdown(goal.unit()) + ": " + Escape.markdown(goal.contestant()) + " to "
                        + Escape.markdown(goal.peer()) + " | "
                        + judged.measured() + " | " + judged.asked() + " | "
                        + judged.verdict() + " | "
                        + judged.measuredBeneath() + " |");
            });
        }
        line("");
    }

    private static Stream<JudgedGoal> judged(Result result) {
        return result.goals().stream().map(goal -> JudgedGoal.of(goal, result));
    }

    private static long count(List<JudgedGoal> goals, JudgedGoal.Outcome outcome) {
        return goals.stream().filter(goal -> goal.outcome() == outcome).count();
    }

    private void part(Result result) throws IOException {
        line("<a id=\"" + anchor(result) + "\"></a>");
        line("");
        line("## " + Escape.markdown(result.title()));
        line("");
        line(Escape.markdown(result.method()) + " JVM: " + Escape.markdown(result.jvm()) + ".");
        line("");
        boolean first = true;
        for (Panel panel : Panel.of(result)) {
            String name = first ? anchor(result) : anchor(result) + "-" + slug(panel.unit());
            first = false;
            while (!names.add(name)) {
                name += "-2";
            }
            for (Theme theme : Theme.values()) {
                Path file = charts.resolve(name + "-" + theme.id + ".svg");
                Files.writeString(file, Chart.draw(result.title(), panel, theme));
                drawn.add(file);
            }
            picture(name, result, panel);
            table(panel);
        }
        for (String note : result.notes()) {
            line(note);
            line("");
        }
    }

    private void picture(String name, Result result, Panel panel) {
        line("<picture>");
        line("  <source media=\"(prefers-color-scheme: dark)\" srcset=\"benchmarks/" + name + "-dark.svg\">");
        line("  <img src=\"benchmarks/" + name + "-light.svg\" width=\"720\" alt=\""
                + Escape.xml(result.title() + ", " + panel.unit() + ": the chart of the table below") + "\">");
        line("</picture>");
        line("");
    }

    private void table(Panel panel) {
        line("| scenario | contestant | " + Escape.markdown(panel.unit()) + ", " + panel.better()
                + " | least–most | to Parley's |");
        line("|---|---|--:|--:|--:|");
        for (Panel.Scenario scenario : panel.scenarios()) {
            Optional<Measurement> parley = scenario.parley();
            String name = Escape.markdown(scenario.name());
            for (Measurement measurement : scenario.measurements()) {
                String contestant = Escape.markdown(measurement.contestant());
                String ratio = parley.filter(Predicate.not(measurement::equals))
                        .map(base -> Figures.ratio(Comparison.of(measurement, base)))
                        .orElse("");
                line("| " + name + " | " + (Panel.isParley(measurement) ? "**" + contestant + "**" : contestant)
                        + " | " + Figures.median(measurement) + " | " + Figures.spread(measurement) + " | "
                        + ratio + " |");
                name = "";
            }
        }
        line("");
    }

    /** A result that is gone or has another name leaves its charts behind. */
    private void removeOldCharts() throws IOException {
        try (Stream<Path> files = Files.list(charts)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if ((name.endsWith("-light.svg") || name.endsWith("-dark.svg")) && !drawn.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String anchor(Result result) {
        return slug(result.name());
    }

    /** Makes a text fit for the name of a file and an anchor. */
    private static String slug(String text) {
        String slug = text.toLowerCase(Locale.ROOT)
                .replace("µ", "u")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "unit" : slug;
    }

    private void line(String line) {
        page.append(line).append('\n');
    }
}
