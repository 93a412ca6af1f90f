package dev.parley.conformance;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A call and how it may end.
 *
 * @param name what the call is about
 * @param ends the simple names of exceptions, or {@code done}
 */
record LeakCall(String name, LeakCall.Action action, Set<String> ends) {

    /** What a call does. */
    interface Action {
        void run() throws Exception;
    }

    /** Makes the call; returns how it ended if that is none of the ways in which it may. */
    @Nullable
    String surprise() {
        Throwable failure = null;
        try {
            action.run();
        } catch (ExecutionException e) {
            failure = e.getCause();
        } catch (Exception e) {
            failure = e;
        } finally {
            Thread.interrupted();
        }
        String end = failure == null ? "done" : failure.getClass().getSimpleName();
        return ends.contains(end) ? null : name + ": " + failure + (failure == null ? "" : " by " + failure.getCause());
    }
}
