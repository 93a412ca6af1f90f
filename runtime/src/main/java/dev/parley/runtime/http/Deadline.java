package dev.parley.runtime.http;

import java.time.Duration;

/** The point in time at which a call is over, on the monotonic clock. */
public final class Deadline {
    /** Longer timeouts are cut to this: a hundred years, which nanoseconds in a long can still count. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Deadline after(Duration timeout) {
        return new Deadline(System.nanoTime() + countable(timeout).toNanos());
    }

    /** Returns the timeout, cut to what clocks can count. */
    public static Duration countable(Duration timeout) {
        return timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
    }

    /** Returns the nanoseconds that are left, zero or less once the deadline has passed. */
    public long remainingNanos() {
        return nanoTime - System.nanoTime();
    }

    public boolean hasPassed() {
        return remainingNanos() <= 0;
    }
}
