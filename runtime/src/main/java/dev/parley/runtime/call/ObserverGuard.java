package dev.parley.runtime.call;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Keeps what an observer throws away from the calls that it watches. */
final class ObserverGuard {
    private final CallObserver observer;
    private final AtomicBoolean logged = new AtomicBoolean();

    ObserverGuard(CallObserver observer) {
        this.observer = observer;
    }

    /** Starts an observation, or returns null if the observer fails to. */
    CallObserver.@Nullable Observation start(CallInfo call) {
        try {
            CallObserver.Observation observation = observer.start(call);
            return observation == null ? null : new Guarded(observation);
        } catch (RuntimeException e) {
            log(e);
            return null;
        }
    }

    private void log(RuntimeException failure) {
        if (logged.compareAndSet(false, true)) {
            System.getLogger(HttpLog.NAME)
                    .log(
                            System.Logger.Level.WARNING,
                            "A CallObserver failed; calls go on, and further failures of it are not logged.",
                            failure);
        }
    }

    private final class Guarded implements CallObserver.Observation {
        private final CallObserver.Observation observation;

        Guarded(CallObserver.Observation observation) {
            this.observation = observation;
        }

        @Override
        public void attempt(AttemptResult result) {
            try {
                observation.attempt(result);
            } catch (RuntimeException e) {
                log(e);
            }
        }

        @Override
        public void end(CallResult result) {
            try {
                observation.end(result);
            } catch (RuntimeException e) {
                log(e);
            }
        }
    }
}
