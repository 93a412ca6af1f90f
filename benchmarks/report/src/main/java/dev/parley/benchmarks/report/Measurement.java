package dev.parley.benchmarks.report;

import java.util.List;

/**
 * What one contestant cost in one scenario. The rounds of all contestants of a scenario are made in turn, so that the
 * figures at one index stand for the same minute of the machine.
 *
 * @param scenario what was done, such as {@code mixed page, tag first}; one line of a chart
 * @param contestant who did it, such as {@code Parley} or {@code openai-java 4.101.0}
 * @param unit of the figures, such as {@code µs/op}, {@code B/op}, {@code ms}, {@code MiB}, {@code classes}
 * @param rounds the figure of each fork or round, in order; one alone where the figure is exact
 */
public record Measurement(String scenario, String contestant, String unit, List<Double> rounds) {

    public Measurement {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException(contestant + " has no figure for " + scenario);
        }
    }

    /** Returns the median of the rounds. */
    public double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
