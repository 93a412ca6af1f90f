package dev.parley.benchmarks.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints what generation costs: Parley beside OpenAPI Generator on the same document in turn, then Parley on a document
 * that grows.
 */
public final class GenerationBenchmark {

    private static final List<Integer> COPIES = List.of(1, 2, 4, 8);

    private final Path work;
    private final int rounds;

    private GenerationBenchmark(Path work, int rounds) {
        this.work = work;
        this.rounds = rounds;
    }

    /** Takes the document, a folder to work in, and how many times each contestant runs. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path document = Path.of(arguments[0]).toAbsolutePath().normalize();
        if (!Files.exists(document)) {
            print("Generation is NOT measured: there is no document " + document);
            return;
        }
        Path work = Files.createDirectories(Path.of(arguments[1]));
        GenerationBenchmark benchmark = new GenerationBenchmark(work, Integer.parseInt(arguments[2]));
        benchmark.compare(document);
        benchmark.grow(document);
    }

    private void compare(Path document) throws IOException, InterruptedException {
        List<Contestant> contestants = List.of(Contestant.parley(), Contestant.stock(), Contestant.stockQuick());
        Map<Contestant, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Contestant contestant : contestants) {
                costs.computeIfAbsent(contestant, unused -> new ArrayList<>()).add(contestant.run(document, work));
            }
        }
        print(document.getFileName() + ", whole process, median of " + rounds + ", in turn; how often Parley's cost:");
        print("| generator | wall s | CPU s | peak MiB | wall | CPU | peak |");
        print("|---|---|---|---|---|---|---|");
        Cost base = Cost.median(costs.get(contestants.get(0)));
        costs.forEach((contestant, all) -> {
            Cost cost = Cost.median(all);
            print(String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.0f | %.1f x | %.1f x | %.1f x |",
                    contestant.name(),
                    cost.wallSeconds(),
                    cost.cpuSeconds(),
                    cost.peakMebibytes(),
                    cost.wallSeconds() / base.wallSeconds(),
                    cost.cpuSeconds() / base.cpuSeconds(),
                    cost.peakMebibytes() / base.peakMebibytes()));
        });
    }

    private void grow(Path document) throws IOException, InterruptedException {
        print("");
        print("Parley on copies of the document in one, median of " + rounds + ":");
        print("| copies | wall s | CPU s | peak MiB |");
        print("|---|---|---|---|");
        Map<Integer, Cost> costs = new LinkedHashMap<>();
        for (int copies : COPIES) {
            Path grown = work.resolve("grown-" + copies + ".json");
            GrownDocument.write(document, copies, grown);
            List<Cost> all = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                all.add(Contestant.parley().run(grown, work));
            }
            Cost cost = Cost.median(all);
            costs.put(copies, cost);
            print(String.format(
                    Locale.ROOT,
                    "| %d | %.2f | %.2f | %.0f |",
                    copies,
                    cost.wallSeconds(),
                    cost.cpuSeconds(),
                    cost.peakMebibytes()));
        }
        print(String.format(
                Locale.ROOT,
                "CPU time grows with the exponent %.2f (least squares over all), %.2f from %d to %d copies.",
                exponent(costs),
                exponent(Map.of(4, costs.get(4), 8, costs.get(8))),
                4,
                8));
    }

    /** The slope of the line through the points on paper with two logarithmic axes. */
    private static double exponent(Map<Integer, Cost> costs) {
        double n = costs.size();
        double x = costs.keySet().stream().mapToDouble(Math::log).sum() / n;
        double y = costs.values().stream()
                        .mapToDouble(cost -> Math.log(cost.cpuSeconds()))
                        .sum()
                / n;
        double above = 0;
        double below = 0;
        for (Map.Entry<Integer, Cost> point : costs.entrySet()) {
            double dx = Math.log(point.getKey()) - x;
            above += dx * (Math.log(point.getValue().cpuSeconds()) - y);
            below += dx * dx;
        }
        return above / below;
    }

    private static void print(String line) {
        System.out.println(line);
    }
}
