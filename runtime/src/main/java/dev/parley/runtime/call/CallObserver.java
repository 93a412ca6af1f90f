package dev.parley.runtime.call;

/**
 * Watches calls, for metrics and traces. Its methods are called in the thread that the call happens to be in, and must
 * be quick; what they throw is logged once and changes nothing.
 */
@FunctionalInterface
public interface CallObserver {

    /** Called when a call starts, in the thread that makes it; returns what watches this call. */
    Observation start(CallInfo call);

    /** Watches one call. */
    interface Observation {
        /** Called at the end of each attempt, when it is decided whether another one follows. */
        default void attempt(AttemptResult result) {}

        /**
         * Called once, at the end of the call, before the caller gets its answer; of a stream when its headers are there.
         * The value is not decoded by then.
         */
        default void end(CallResult result) {}
    }
}
