package dev.parley.benchmarks.generation;

import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parley beside OpenAPI Generator's Java generators on the same documents, in turn. */
final class Comparison {

    private static final String WALL = "s";
    private static final String MEMORY = "MiB";
    private static final String LINES = "lines";
    private static final double TIMES_FASTER = 3;
    private static final double HALF = 0.5;

    private final List<Contestant> contestants;
    private final Path work;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Goal> goals = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /**
     * Takes who takes part.
     *
     * @param contestants Parley first, then Parley without its archive
     * @param work a folder for the output of each
     */
    Comparison(List<Contestant> contestants, Path work) {
        this.contestants = contestants;
        this.work = work;
    }

    /** Runs each on a document. */
    void measure(String scenario, Path document, int rounds) throws IOException, InterruptedException {
        Map<Contestant, List<Cost>> costs = new LinkedHashMap<>();
        Map<Contestant, Output> outputs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                Path output = output(contestant, scenario, round);
                costs.computeIfAbsent(contestant, unused -> new ArrayList<>()).add(contestant.run(document, output));
                if (round == 0) {
                    outputs.put(contestant, Output.of(output));
                }
            }
        }
        costs.forEach((contestant, all) -> {
            add(scenario, contestant, WALL, all.stream().map(Cost::wallSeconds).toList());
            add(
                    scenario,
                    contestant,
                    "CPU s",
                    all.stream().map(Cost::cpuSeconds).toList());
            add(
                    scenario,
                    contestant,
                    MEMORY,
                    all.stream().map(Cost::peakMebibytes).toList());
            Output output = outputs.get(contestant);
            measurements.add(Measurement.exactly(
                    scenario, contestant.name(), "files", output.sources().size()));
            measurements.add(Measurement.exactly(scenario, contestant.name(), LINES, (double) output.lines()));
        });
        judge(scenario);
    }

    /** Returns where a contestant's output of a document is, after the measurement. */
    Path output(Contestant contestant, String scenario) {
        return output(contestant, scenario, 0);
    }

    private Path output(Contestant contestant, String scenario, int round) {
        return work.resolve((contestant.name() + " " + scenario + " " + round).replaceAll("\\W+", "-"))
                .resolve("out");
    }

    /** A figure of 0 is one that the system does not tell. */
    private void add(String scenario, Contestant contestant, String unit, List<Double> rounds) {
        if (rounds.stream().allMatch(figure -> figure > 0)) {
            measurements.add(new Measurement(scenario, contestant.name(), unit, rounds));
        }
    }

    /** The goals are about the fastest generator as its own command line starts it. */
    private void judge(String scenario) {
        String parley = contestants.get(0).name();
        String fastest = contestants.stream()
                .filter(Contestant::isStock)
                .map(Contestant::name)
                .min(Comparator.comparing(name -> median(scenario, name, WALL)))
                .orElseThrow();
        goals.add(new Goal(scenario, fastest, parley, WALL, Goal.Bound.AT_LEAST, TIMES_FASTER));
        goals.add(new Goal(scenario, parley, fastest, MEMORY, Goal.Bound.AT_MOST, HALF));
        goals.add(new Goal(scenario, parley, fastest, LINES, Goal.Bound.AT_MOST, HALF));
        String bare = contestants.get(1).name();
        notes.add(String.format(
                Locale.ROOT,
                "%s: without the class-data archive Parley is %.2f × as fast as the fastest stock generator (`%s`), with it"
                        + " %.2f ×.",
                scenario,
                median(scenario, fastest, WALL) / median(scenario, bare, WALL),
                fastest,
                median(scenario, fastest, WALL) / median(scenario, parley, WALL)));
        contestants.stream()
                .filter(contestant -> !contestant.isStock())
                .map(Contestant::name)
                .filter(name -> !name.startsWith(parley))
                .min(Comparator.comparing(name -> median(scenario, name, WALL)))
                .ifPresent(name -> notes.add(String.format(
                        Locale.ROOT,
                        "%s: with the JVM options of `bin/parley` the fastest of OpenAPI Generator (`%s`) takes %.1f × the"
                                + " time and %.1f × the memory of Parley, and %.1f × the time of Parley without the archive.",
                        scenario,
                        name,
                        median(scenario, name, WALL) / median(scenario, parley, WALL),
                        median(scenario, name, MEMORY) / median(scenario, parley, MEMORY),
                        median(scenario, name, WALL) / median(scenario, bare, WALL))));
    }

    private double median(String scenario, String contestant, String unit) {
        return measurements.stream()
                .filter(one -> one.scenario().equals(scenario)
                        && one.contestant().equals(contestant)
                        && one.unit().equals(unit))
                .mapToDouble(Measurement::median)
                .findFirst()
                .orElse(Double.NaN);
    }

    List<Measurement> measurements() {
        return measurements;
    }

    List<Goal> goals() {
        return goals;
    }

    List<String> notes() {
        return notes;
    }
}
