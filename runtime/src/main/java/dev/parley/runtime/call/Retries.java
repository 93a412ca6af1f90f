package dev.parley.runtime.call;

import dev.parley.runtime.http.BodySource;
import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.io.IOException;
import java.util.Set;

/** Decides for one request whether another attempt follows, and when; {@link RetryPolicy} says by what rules. */
final class Retries {
    /** What the methods return if no attempt follows. */
    static final long NO_RETRY = -1;

    private static final Set<String> IDEMPOTENT_METHODS = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

    private final RetryPolicy policy;
    private final TokenBucket bucket;
    private final Timing timing;
    private final Deadline deadline;
    private final boolean repeatable;
    private final boolean readable;
    private int retries;
    private int taken;

    Retries(RetryPolicy policy, TokenBucket bucket, Timing timing, Deadline deadline, HttpRequest request) {
        this.policy = policy;
        this.bucket = bucket;
        this.timing = timing;
        this.deadline = deadline;
        BodySource source = request.source();
        readable = source == null || source.isRepeatable();
        repeatable = isIdempotent(request.method()) || request.headers().contains(RequestAssembler.IDEMPOTENCY_KEY);
    }

    static boolean isIdempotent(String method) {
        return IDEMPOTENT_METHODS.contains(method);
    }

    /** Returns the nanoseconds to wait before the next attempt, or {@link #NO_RETRY}. */
    long after(HttpResponse response) {
        int status = response.status();
        long hint = RetryHint.pause(response.headers(), timing);
        Boolean asked = RetryHint.shouldRetry(response.headers());
        boolean worthIt = asked == null ? isWorthIt(status, hint) : asked;
        return worthIt ? pause(hint, TokenBucket.RETRY_COST) : NO_RETRY;
    }

    private boolean isWorthIt(int status, long hint) {
        if (status == 429 || (status == 503 && hint != RetryHint.NOT_SAID)) {
            return true; // the server says that it has not begun
        }
        return repeatable && (status == 408 || status == 409 || (status >= 500 && status <= 599));
    }

    /**
     * Returns the nanoseconds to wait before the next attempt, or {@link #NO_RETRY}.
     *
     * @param outOfTime whether the attempt ended because the time of the whole call was over
     */
    long after(Throwable failure, boolean outOfTime) {
        if (outOfTime || !(failure instanceof IOException io) || FailureKind.isLasting(io)) {
            return NO_RETRY;
        }
        boolean worthIt = repeatable || FailureKind.isBeforeSending(io);
        int cost = FailureKind.isTimeout(io) ? TokenBucket.TIMEOUT_COST : TokenBucket.RETRY_COST;
        return worthIt ? pause(RetryHint.NOT_SAID, cost) : NO_RETRY;
    }

    /** Tells that the answer is a success. */
    void succeeded() {
        bucket.giveBack(taken == 0 ? TokenBucket.REWARD : taken);
    }

    private long pause(long hint, int cost) {
        if (!readable || retries >= policy.maxRetries()) {
            return NO_RETRY;
        }
        long pause = hint == RetryHint.NOT_SAID ? jitter() : hint;
        boolean tooLong = hint != RetryHint.NOT_SAID
                && hint > Deadline.countable(policy.maxServerDelay()).toNanos();
        if (tooLong || pause >= deadline.remainingNanos() || !bucket.take(cost)) {
            return NO_RETRY;
        }
        retries++;
        taken = cost;
        return pause;
    }

    private long jitter() {
        double base = Deadline.countable(policy.baseDelay()).toNanos() * Math.pow(2, retries);
        double cap = Deadline.countable(policy.maxDelay()).toNanos();
        return (long) (timing.random() * Math.min(cap, base));
    }
}
