package dev.parley.benchmarks.call;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long calls took, in classes that are 3 % wide; nothing is allocated for a call. Safe for use by many threads. */
final class Latencies {
    private static final int PARTS = 32;

    private final AtomicLongArray counts = new AtomicLongArray(64 * PARTS);

    void add(long nanos) {
        counts.incrementAndGet(index(Math.max(PARTS, nanos)));
    }

    long count() {
        long sum = 0;
        for (int i = 0; i < counts.length(); i++) {
            sum += counts.get(i);
        }
        return sum;
    }

    /** Returns the time in microseconds that this share of the calls did not exceed. */
    double micros(double share) {
        long left = (long) Math.ceil(share * count());
        int i = 0;
        while (i < counts.length() - 1 && (left -= counts.get(i)) > 0) {
            i++;
        }
        return nanos(i) / 1000;
    }

    /** The first bits of the number behind its highest one choose the class. */
    private static int index(long nanos) {
        int exponent = 63 - Long.numberOfLeadingZeros(nanos);
        return exponent * PARTS + (int) (nanos >>> (exponent - 5)) - PARTS;
    }

    private static double nanos(int index) {
        int exponent = index / PARTS;
        return Math.scalb(PARTS + index % PARTS + 0.5, exponent - 5);
    }
}
