package dev.parley.benchmarks.generation;

import dev.parley.benchmarks.report.Goal;
import dev.parley.benchmarks.report.Measurement;
import dev.parley.benchmarks.report.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parley on a document that holds another one several times. */
final class Growth {

    private static final String EXPONENT = "exponent";
    private static final double LIMIT = 1.1;

    private final Contestant parley;
    private final Path work;

    Growth(Contestant parley, Path work) {
        this.parley = parley;
        this.work = work;
    }

    /** Runs it on so many copies each, in turn, {@code rounds} times. */
    Result measure(String name, Path document, List<Integer> copies, int rounds)
            throws IOException, InterruptedException {
        Map<Integer, List<Cost>> costs = new LinkedHashMap<>();
        for (int one : copies) {
            GrownDocument.write(document, one, grown(one));
        }
        for (int round = 0; round < rounds; round++) {
            for (int one : copies) {
                Cost cost = parley.run(grown(one), work.resolve("grown-" + one + "-" + round + "/out"));
                costs.computeIfAbsent(one, unused -> new ArrayList<>()).add(cost);
            }
        }
        List<Measurement> measurements = new ArrayList<>();
        Map<Integer, Double> times = new LinkedHashMap<>();
        costs.forEach((one, all) -> {
            String scenario = name + ", " + one + (one == 1 ? " copy" : " copies");
            Measurement wall = measurement(
                    scenario, "s", all.stream().map(Cost::wallSeconds).toList());
            measurements.add(wall);
            measurements.add(measurement(
                    scenario, "MiB", all.stream().map(Cost::peakMebibytes).toList()));
            times.put(one, wall.median());
        });
        String all = "exponent over all";
        measurements.add(measurement(all, EXPONENT, List.of(exponent(times))));
        measurements.add(Measurement.exactly(all, "linear", EXPONENT, 1));
        String last = "exponent of the last doubling";
        times.keySet().retainAll(copies.subList(copies.size() - 2, copies.size()));
        measurements.add(measurement(last, EXPONENT, List.of(exponent(times))));
        measurements.add(Measurement.exactly(last, "linear", EXPONENT, 1));
        return new Result(
                "generation-growth",
                "Growth of generation",
                Result.jvmOfThisProcess(),
                "The schemas and paths of " + name + " stand several times in one document, under names of their own. "
                        + "Each run is a whole process. The exponent is the slope of the line through the medians of the "
                        + "wall time, both axes logarithmic; the last doubling is hardly flattered by the start of the JVM.",
                measurements,
                List.of(
                        new Goal(all, parley.name(), "linear", EXPONENT, Goal.Bound.AT_MOST, LIMIT),
                        new Goal(last, parley.name(), "linear", EXPONENT, Goal.Bound.AT_MOST, LIMIT)),
                List.of());
    }

    private Path grown(int copies) {
        return work.resolve("grown-" + copies + ".json");
    }

    private Measurement measurement(String scenario, String unit, List<Double> rounds) {
        return new Measurement(scenario, parley.name(), unit, rounds);
    }

    /** The slope of the line through the points on paper with two logarithmic axes, by least squares. */
    private static double exponent(Map<Integer, Double> times) {
        double x = times.keySet().stream().mapToDouble(Math::log).average().orElseThrow();
        double y = times.values().stream().mapToDouble(Math::log).average().orElseThrow();
        double above = 0;
        double below = 0;
        for (Map.Entry<Integer, Double> point : times.entrySet()) {
            double dx = Math.log(point.getKey()) - x;
            above += dx * (Math.log(point.getValue()) - y);
            below += dx * dx;
        }
        return above / below;
    }
}
