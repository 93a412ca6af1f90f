package dev.parley.runtime.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param call what was called
 * @param attempts how many attempts were made; 0 if an interceptor answered, or the call failed before the first
 * @param status the status of the answer, or null if none came
 * @param requestId the server's name for the request ({@code x-request-id}), or null
 * @param duration the time from the start of the call, pauses included
 * @param failure what the caller gets thrown, or null if the call succeeds; a {@link
 *     java.util.concurrent.CancellationException} if the caller gave up
 */
public record CallResult(
        CallInfo call,
        int attempts,
        @Nullable Integer status,
        @Nullable String requestId,
        Duration duration,
        @Nullable Throwable failure) {}
