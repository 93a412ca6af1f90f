package dev.parley.generator.instances;

import java.util.List;
import java.util.Random;

/**
 * The chances behind one instance. The same seed, place and index always draw the same.
 *
 * <p>Index 0 has every optional member that there is room for, index 1 none; from then on they are mixed. Every fourth
 * deviates, in the ways that a client has to bear: a value that its enum does not list, {@code null} for an optional
 * member, a member where no further one is allowed.
 */
final class Draw {

    private static final double[] DENSITIES = {0.15, 0.5, 0.9};
    private static final int RETRIES = 300;

    private final Random random;
    private final int index;
    private final double density;
    private int room;
    private int retries = RETRIES;
    private boolean choiceMade;
    private boolean deviates;

    Draw(long seed, String place, int index) {
        this.random = new Random(seed * 31 + place.hashCode() * 1_000_003L + index);
        this.index = index;
        this.density = index == 0 ? 1 : index == 1 ? 0 : DENSITIES[below(DENSITIES.length)];
        this.room = index == 0 ? 300 : 10 + below(120);
    }

    /** Returns whether the instance has something that the document does not allow. */
    boolean deviates() {
        return deviates;
    }

    /** Returns whether to deviate here; whoever is told so does. */
    boolean deviatesHere() {
        boolean here = index % 4 == 3 && chance(0.15);
        deviates |= here;
        return here;
    }

    /** Returns whether a value should be as small as the schema allows, so that the instance comes to an end. */
    boolean isFull(int depth) {
        return room <= 0 || depth > 9;
    }

    /** Takes room for a value. */
    void take() {
        room--;
    }

    /** Returns whether another way may be tried where one came to nothing. */
    boolean mayRetry() {
        return retries-- > 0;
    }

    /** Returns whether an optional member is there. */
    boolean hasOptional(int depth) {
        return !isFull(depth) && chance(density);
    }

    /** Returns which of several branches to take; the first choice of all goes through them in turn. */
    int branch(int branches) {
        if (!choiceMade) {
            choiceMade = true;
            return index % branches;
        }
        return below(branches);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    long bits() {
        return random.nextLong();
    }

    /** Returns a number from 0 to 1. */
    double fraction() {
        return random.nextDouble();
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }
}
