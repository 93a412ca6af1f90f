package dev.parley.benchmarks.report;

/**
 * What a ratio of two measurements of one scenario and unit has to be.
 *
 * @param scenario the scenario of both measurements
 * @param contestant whose figure is divided
 * @param peer by whose figure it is divided
 * @param unit the unit of both
 * @param bound whether the ratio has to be at most or at least the limit
 * @param limit the limit of the ratio
 */
public record Goal(String scenario, String contestant, String peer, String unit, Bound bound, double limit) {

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
