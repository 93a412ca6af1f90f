package dev.parley.runtime.call;

import dev.parley.runtime.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells the observer and the log of one call; does nothing where there is neither. */
final class CallReport {
    private static final String REQUEST_ID = "x-request-id";

    private final CallInfo call;
    private final Redaction redaction;
    private final CallObserver.@Nullable Observation observation;
    private final @Nullable HttpLog log;

    CallReport(
            CallInfo call, Redaction redaction, CallObserver.@Nullable Observation observation, @Nullable HttpLog log) {
        this.call = call;
        this.redaction = redaction;
        this.observation = observation;
        this.log = log;
    }

    void sending(Attempt attempt) {
        if (log != null) {
            log.sending(attempt.sent(), attempt.number(), redaction);
        }
    }

    /**
     * Tells how an attempt ended.
     *
     * @param body the body if it was read
     * @param pause nanoseconds to the next attempt, or {@link Retries#NO_RETRY}
     */
    void attempt(
            Attempt attempt,
            @Nullable HttpResponse response,
            byte @Nullable [] body,
            @Nullable Throwable failure,
            long pause) {
        if (observation == null && log == null) {
            return;
        }
        AttemptResult result = new AttemptResult(
                attempt.number(),
                response == null ? null : Integer.valueOf(response.status()),
                failure,
                attempt.elapsed(),
                requestId(response),
                pause == Retries.NO_RETRY ? null : Duration.ofNanos(pause));
        if (log != null) {
            log.ended(attempt.sent(), response, body, result, redaction);
        }
        if (observation != null) {
            observation.attempt(result);
        }
    }

    /**
     * Tells how the call ended.
     *
     * @param elapsed the nanoseconds since its start
     */
    void end(@Nullable HttpResponse response, @Nullable Throwable failure, int attempts, long elapsed) {
        if (observation != null) {
            observation.end(new CallResult(
                    call,
                    attempts,
                    response == null ? null : Integer.valueOf(response.status()),
                    requestId(response),
                    Duration.ofNanos(elapsed),
                    failure));
        }
    }

    private @Nullable String requestId(@Nullable HttpResponse response) {
        return response == null
                ? null
                : redaction.applyIfPresent(response.headers().first(REQUEST_ID));
    }
}
