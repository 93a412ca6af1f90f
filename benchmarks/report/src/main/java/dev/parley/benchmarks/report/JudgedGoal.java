package dev.parley.benchmarks.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A goal, and what was measured of it.
 *
 * @param goal what was asked
 * @param comparison what came out; {@code null} if one of the two figures is missing or the peer's is zero
 * @param beneath the same of the contestant beneath; {@code null} also if there is none
 */
record JudgedGoal(
        Goal goal,
        @Nullable Comparison comparison,
        @Nullable Comparison beneath) {

    /** What can be said of a goal. */
    enum Outcome {
        MET,
        MISSED,
        NOT_MEASURED
    }

    /** Looks for the figures among those of the same result. */
    static JudgedGoal of(Goal goal, Result result) {
        return new JudgedGoal(goal, toPeer(result, goal, goal.contestant()), toPeer(result, goal, goal.beneath()));
    }

    private static @Nullable Comparison toPeer(Result result, Goal goal, @Nullable String contestant) {
        Measurement measured = contestant == null ? null : find(result, goal, contestant);
        Measurement peer = find(result, goal, goal.peer());
        if (measured == null || peer == null) {
            return null;
        }
        Comparison comparison = Comparison.of(measured, peer);
        return comparison.known() ? comparison : null;
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
                || comparison.certainty() != Certainty.ROUNDS
                || (goal.met(comparison.least()) == met && goal.met(comparison.most()) == met);
    }

    /** Says the goal, such as {@code ≤ 1.3 ×}. */
    String asked() {
        return (goal.bound() == Goal.Bound.AT_MOST ? "≤ " : "≥ ") + Figures.limit(goal.limit()) + " ×";
    }

    /** Says the ratio, with so many digits that it does not look as if it met a goal that it misses. */
    String measured() {
        return comparison == null ? "" : said(comparison);
    }

    /** Says the ratio of the contestant beneath, and whether it meets the goal itself. */
    String measuredBeneath() {
        return beneath == null
                ? ""
                : Escape.markdown(String.valueOf(goal.beneath())) + ": " + said(beneath)
                        + (goal.met(beneath.ratio()) ? "" : ", **misses it**");
    }

    /** Returns whether the goal is missed by what does nothing but what the contestant cannot do without, too. */
    boolean missedBeneath() {
        return outcome() == Outcome.MISSED && beneath != null && !goal.met(beneath.ratio());
    }

    private String said(Comparison measured) {
        String ratio = Figures.ratio(measured);
        double rounded = Double.parseDouble(Figures.ratio(measured.ratio()).replace(",", ""));
        return goal.met(rounded) == goal.met(measured.ratio())
                ? ratio
                : ratio + ", that is " + Figures.exact(measured.ratio());
    }
}
