package dev.parley.benchmarks.report;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often one figure another is.
 *
 * @param ratio of the medians
 * @param least the smallest ratio of two rounds at the same index
 * @param most the largest ratio of two rounds at the same index
 * @param certainty whether there are rounds, so that least and most say something; exact only if both figures are
 */
record Comparison(double ratio, double least, double most, Certainty certainty) {

    /** Divides one measurement by another; a ratio to zero is not a number, or infinite. */
    static Comparison of(Measurement measured, Measurement peer) {
        double ratio = measured.median() / peer.median();
        int rounds = measured.rounds().size();
        int peerRounds = peer.rounds().size();
        double[] ratios = IntStream.range(0, pairs(rounds, peerRounds))
                .mapToDouble(at -> measured.rounds().get(rounds == 1 ? 0 : at)
                        / peer.rounds().get(peerRounds == 1 ? 0 : at))
                .toArray();
        return new Comparison(
                ratio,
                DoubleStream.of(ratios).min().orElse(ratio),
                DoubleStream.of(ratios).max().orElse(ratio),
                certainty(measured.certainty(), peer.certainty()));
    }

    /** Returns whether there is a ratio at all. */
    boolean known() {
        return Double.isFinite(ratio);
    }

    private static Certainty certainty(Certainty one, Certainty other) {
        if (one == other) {
            return one;
        }
        return one == Certainty.ROUNDS || other == Certainty.ROUNDS ? Certainty.ROUNDS : Certainty.ONCE;
    }

    /** A single figure stands beside each round of the other; a round without its like is left out. */
    private static int pairs(int rounds, int peerRounds) {
        return Math.min(rounds, peerRounds) == 1 ? Math.max(rounds, peerRounds) : Math.min(rounds, peerRounds);
    }
}
