package dev.parley.runtime.call;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What tells the time, draws lots and waits between attempts; a test puts its own in place. */
interface Timing {

    Instant now();

    /** Returns a random number from 0, inclusive, to 1, exclusive. */
    double random();

    void sleep(long nanos) throws InterruptedException;

    /** Returns a future that is complete once the pause is over; cancelling it lets go of the timer. */
    CompletableFuture<@Nullable Void> after(long nanos);

    /** As {@link #after}, for a deadline and not for a pause. */
    default CompletableFuture<@Nullable Void> timer(long nanos) {
        return new CompletableFuture<@Nullable Void>().completeOnTimeout(null, nanos, TimeUnit.NANOSECONDS);
    }
}
