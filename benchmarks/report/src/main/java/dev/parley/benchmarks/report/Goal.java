package dev.parley.benchmarks.report;

import org.jspecify.annotations.Nullable;

/**
 * What a ratio of two measurements of one scenario and unit has to be.
 *
 * @param scenario the scenario of both measurements
 * @param contestant whose figure is divided
 * @param peer by whose figure it is divided
 * @param unit the unit of both
 * @param bound whether the ratio has to be at most or at least the limit
 * @param limit the limit of the ratio
 * @param beneath a contestant that does nothing but what the one of the goal cannot do without, such as the bare
 *     transport: the page shows its ratio to the same peer beside that of the goal; {@code null} if there is none
 */
public record Goal(
        String scenario,
        String contestant,
        String peer,
        String unit,
        Bound bound,
        double limit,
        @Nullable String beneath) {

    /** Makes one of a contestant that nothing measured is beneath. */
    public Goal(String scenario, String contestant, String peer, String unit, Bound bound, double limit) {
        this(scenario, contestant, peer, unit, bound, limit, null);
    }

    /** Returns the same goal with the contestant that does the least there is. */
    public Goal over(String leastContestant) {
        return new Goal(scenario, contestant, peer, unit, bound, limit, leastContestant);
    }

    /** On which side of the limit a ratio has to be. */
    public enum Bound {
        /** Not more than the limit. */
        AT_MOST,
        /** Not less than the limit. */
        AT_LEAST
    }

    /** Returns whether a ratio meets this goal. */
    public boolean met(double ratio) {
        return bound == Bound.AT_MOST ? ratio <= limit : ratio >= limit;
    }
}
