package dev.parley.runtime.call;

import java.util.concurrent.atomic.AtomicInteger;

/** The budget that retries are paid from; {@link RetryPolicy} says how. Full at first. */
final class TokenBucket {
    static final int RETRY_COST = 5;
    static final int TIMEOUT_COST = 10;
    static final int REWARD = 1;

    private final int capacity;
    private final AtomicInteger tokens;

    /** Makes a bucket of the capacity; 0 makes one that never runs dry. */
    TokenBucket(int capacity) {
        this.capacity = capacity;
        tokens = new AtomicInteger(capacity);
    }

    /** Takes the tokens; returns false, taking none, if there are not enough. */
    boolean take(int cost) {
        if (capacity == 0) {
            return true;
        }
        int held = tokens.get();
        while (held >= cost) {
            if (tokens.compareAndSet(held, held - cost)) {
                return true;
            }
            held = tokens.get();
        }
        return false;
    }

    void giveBack(int reward) {
        int held = tokens.get();
        while (held < capacity && !tokens.compareAndSet(held, held + Math.min(reward, capacity - held))) {
            held = tokens.get();
        }
    }

    int held() {
        return tokens.get();
    }
}
