package dev.parley.benchmarks.report;

/** How sure a figure is, or a ratio of two. */
enum Certainty {
    /** Each run comes to it. */
    EXACT,
    /** It was measured a single time, so that nothing tells how far another time would be from it. */
    ONCE,
    /** It is the median of rounds, which have a least and a most. */
    ROUNDS
}
