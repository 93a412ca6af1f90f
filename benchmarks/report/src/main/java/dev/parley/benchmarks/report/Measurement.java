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
 * @param exact whether another run comes to the same figure, as where something is counted that time has no part in
 */
public record Measurement(String scenario, String contestant, String unit, List<Double> rounds, boolean exact) {

    public Measurement {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException(contestant + " has no figure for " + scenario);
        }
        if (exact && rounds.size() > 1) {
            throw new IllegalArgumentException(contestant + " has an exact figure for " + scenario + " several times");
        }
    }

    /** Makes one of rounds that another run would repeat with other figures. */
    public Measurement(String scenario, String contestant, String unit, List<Double> rounds) {
        this(scenario, contestant, unit, rounds, false);
    }

    /** Makes one of a figure that each run comes to. */
    public static Measurement exactly(String scenario, String contestant, String unit, double figure) {
        return new Measurement(scenario, contestant, unit, List.of(figure), true);
    }

    /** Returns the median of the rounds. */
    public double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** Returns how sure the figure is. */
    Certainty certainty() {
        if (exact) {
            return Certainty.EXACT;
        }
        return rounds.size() == 1 ? Certainty.ONCE : Certainty.ROUNDS;
    }
}
