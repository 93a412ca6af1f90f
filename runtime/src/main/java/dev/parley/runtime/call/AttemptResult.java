package dev.parley.runtime.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended.
 *
 * @param number the number of the attempt, from 1
 * @param status the status of the answer, or null if none came
 * @param failure what went wrong if there is no complete answer, free of secrets, or null; an error status is none
 * @param duration the time from sending to the last byte that was read
 * @param requestId the server's name for the request ({@code x-request-id}), or null
 * @param pause the time until the next attempt, or null if none follows
 */
public record AttemptResult(
        int number,
        @Nullable Integer status,
        @Nullable Throwable failure,
        Duration duration,
        @Nullable String requestId,
        @Nullable Duration pause) {}
