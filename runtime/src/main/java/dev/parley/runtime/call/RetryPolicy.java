package dev.parley.runtime.call;

import java.time.Duration;
import java.util.Objects;

/**
 * When and how often a call is tried again: immutable.
 *
 * <p>Tried again are failures of the connection and of an attempt's timeout, and the statuses 408, 409, 429 and 500 to
 * 599; a header {@code x-should-retry: true} or {@code false} of an answer that is no success decides over that. Not
 * tried again are an interrupt, an answer that is too large or is not HTTP, and a TLS handshake that
 * was refused (one that broke off is). A request that is neither idempotent by its method (RFC 9110, section 9.2.2) nor carries an {@code idempotency-key} is tried again only
 * if it cannot have been carried out: no connection was made, or the server said 429, 503 with {@code retry-after}, or
 * {@code x-should-retry: true}.
 *
 * <p>The server sets the pause with {@code retry-after-ms} or {@code retry-after}. If it asks for more than {@link
 * #maxServerDelay()}, or for more than what is left of the call's timeout, the call fails at once with the answer at
 * hand. Without such a header the pause is random between zero and the base delay doubled for each retry before, at
 * most the maximum: "full jitter", as Marc Brooker compares it with others in the AWS Architecture Blog, "Exponential
 * Backoff And Jitter" (2015).
 *
 * <p>A budget of tokens keeps an outage from being amplified, after the "standard" strategy of the AWS SDKs (AWS SDKs
 * and Tools Reference Guide, "Retry behavior"): a retry takes 5 tokens, after a timeout 10; a success gives back what its last retry took, or one token if it needed none.
 * Without enough tokens nothing is tried again. All connections made of one another with {@link ApiConnection#with}
 * share the budget of the first.
 */
public final class RetryPolicy {
    private static final RetryPolicy DEFAULT = new Builder().build();
    private static final RetryPolicy NONE = new Builder().maxRetries(0).build();

    private final int maxRetries;
    private final Duration baseDelay;
    private final Duration maxDelay;
    private final Duration maxServerDelay;
    private final int tokens;

    private RetryPolicy(Builder builder) {
        maxRetries = builder.maxRetries;
        baseDelay = builder.baseDelay;
        maxDelay = builder.maxDelay;
        maxServerDelay = builder.maxServerDelay;
        tokens = builder.tokens;
    }

    /** Returns the policy that holds unless another is set: two retries. */
    public static RetryPolicy defaults() {
        return DEFAULT;
    }

    /** Returns the policy that tries nothing again. */
    public static RetryPolicy none() {
        return NONE;
    }

    /** Returns a builder with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Returns a builder that holds this policy. */
    public Builder toBuilder() {
        return new Builder()
                .maxRetries(maxRetries)
                .baseDelay(baseDelay)
                .maxDelay(maxDelay)
                .maxServerDelay(maxServerDelay)
                .tokens(tokens);
    }

    /** Returns how many attempts may follow the first. */
    public int maxRetries() {
        return maxRetries;
    }

    /** Returns the longest pause before the first retry. */
    public Duration baseDelay() {
        return baseDelay;
    }

    /** Returns the longest pause before any retry, unless the server asks for one. */
    public Duration maxDelay() {
        return maxDelay;
    }

    /** Returns the longest pause that a server may ask for. */
    public Duration maxServerDelay() {
        return maxServerDelay;
    }

    /** Returns the size of the budget in tokens; 0 if there is none, and retries cost nothing. */
    public int tokens() {
        return tokens;
    }

    @Override
    public String toString() {
        return "RetryPolicy[maxRetries=" + maxRetries + ", baseDelay=" + baseDelay + ", maxDelay=" + maxDelay
                + ", maxServerDelay=" + maxServerDelay + ", tokens=" + tokens + "]";
    }

    /** Collects a policy; every setter refuses what cannot work. */
    public static final class Builder {
        private static final int MOST_RETRIES = 100;

        private int maxRetries = 2;
        private Duration baseDelay = Duration.ofMillis(500);
        private Duration maxDelay = Duration.ofSeconds(8);
        private Duration maxServerDelay = Duration.ofSeconds(60);
        private int tokens = 500;

        private Builder() {}

        /**
         * Sets how many attempts may follow the first, 2 by default.
         *
         * @throws IllegalArgumentException if it is negative or larger than 100
         */
        public Builder maxRetries(int retries) {
            if (retries < 0 || retries > MOST_RETRIES) {
                throw new IllegalArgumentException("maxRetries is " + retries + "; it must be 0 to " + MOST_RETRIES);
            }
            maxRetries = retries;
            return this;
        }

        /**
         * Sets the longest pause before the first retry, 500 ms by default; it doubles for each that follows.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder baseDelay(Duration delay) {
            baseDelay = notNegative("baseDelay", delay);
            return this;
        }

        /**
         * Sets the longest pause before any retry, 8 seconds by default.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder maxDelay(Duration delay) {
            maxDelay = notNegative("maxDelay", delay);
            return this;
        }

        /**
         * Sets the longest pause that a server may ask for, 60 seconds by default.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder maxServerDelay(Duration delay) {
            maxServerDelay = notNegative("maxServerDelay", delay);
            return this;
        }

        /**
         * Sets the size of the budget, 500 tokens by default; 0 lets retries cost nothing.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder tokens(int size) {
            if (size < 0) {
                throw new IllegalArgumentException("tokens is " + size + "; it must not be negative");
            }
            tokens = size;
            return this;
        }

        /** Returns the policy. */
        public RetryPolicy build() {
            return new RetryPolicy(this);
        }

        private static Duration notNegative(String name, Duration delay) {
            if (Objects.requireNonNull(delay, name).isNegative()) {
                throw new IllegalArgumentException(name + " is " + delay + "; it must not be negative");
            }
            return delay;
        }
    }
}
