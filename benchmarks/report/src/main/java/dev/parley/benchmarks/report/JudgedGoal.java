package dev.parley.benchmarks.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A goal, and what was measured of it.
 *
 * @param goal what was asked
 * @param comparison what came out; {@code null} if one of the two figures is missing or the peer's is zero
 */
record JudgedGoal(Goal goal, @Nullable Comparison comparison) {

    /** What can be said of a goal. */
    enum Outcome {
        MET,
        MISSED,
        NOT_MEASURED
    }

    /** Looks for both figures among those of the same result. */
    static JudgedGoal of(Goal goal, Result result) {
        Measurement measured = find(result, goal, goal.contestant());
        Measurement peer = find(result, goal, goal.peer());
        Comparison comparison = measured == null || peer == null ? null : Comparison.of(measured, peer);
        return new JudgedGoal(goal, comparison != null && comparison.known() ? comparison : null);
    }

    private static @Nullable Measurement find(Result result, Goal goal, String contestant) {
        Optional<Measurement> found = result.measurements().stream()
                .filter(measurement -> measurement.scenario().equals(goal.scenario())
                        && measurement.unit().equals(goal.unit())
                        && measurement.contestant().equals(contestant))
                .findFirst();
        return found.orElse(null);
    }

    /** Judges the ratio of the medians. */
    Outcome outcome() {
        if (comparison == null) {
            return Outcome.NOT_MEASURED;
        }
        return goal.met(comparison.ratio()) ? Outcome.MET : Outcome.MISSED;
    }

    /** Says it in Markdown, and whether single rounds say otherwise. */
    String verdict() {
        return switch (outcome()) {
            case NOT_MEASURED -> "**not measured**";
            case MET -> inEachRound(true) ? "met" : "met, not in each round";
            case MISSED -> inEachRound(false) ? "**missed**" : "**missed**, met in some rounds";
        };
    }

    private boolean inEachRound(boolean met) {
        return comparison == null
                || comparison.exact()
                || (goal.met(comparison.least()) == met && goal.met(comparison.most()) == met);
    }

    /** Says the goal, such as {@code ≤ 1.3 ×}. */
    String asked() {
        return (goal.bound() == Goal.Bound.AT_MOST ? "≤ " : "≥ ") + Figures.limit(goal.limit()) + " ×";
    }

    /** Says the ratio, with so many digits that it does not look as if it met a goal that it misses. */
    String measured() {
        if (comparison == null) {
            return "";
        }
        String ratio = Figures.ratio(comparison);
        double rounded = Double.parseDouble(Figures.ratio(comparison.ratio()).replace(",", ""));
        return goal.met(rounded) == goal.met(comparison.ratio())
                ? ratio
                : ratio + ", that is " + Figures.exact(comparison.ratio());
    }
}
