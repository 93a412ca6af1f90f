package dev.parley.runtime.call;

import dev.parley.runtime.error.TransportException;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The attempts at one request, one after the other with pauses between them, until one settles it. */
final class AttemptSeries {
    private static final int MAX_ERROR_BYTES = 1024 * 1024;

    private final CallRun run;
    private final HttpRequest request;
    private final Retries retries;
    private final CompletableFuture<HttpResponse> result = new CompletableFuture<>();
    private int retry;

    AttemptSeries(CallRun run, HttpRequest request) {
        this.run = run;
        this.request = request;
        retries = run.retries(request);
    }

    /**
     * Starts; the result is an answer whose body is in memory, or is still to come if the call is a stream and a
     * success, or a failure as the caller of the call gets it.
     */
    CompletableFuture<HttpResponse> start() {
        attempt();
        return result;
    }

    private void attempt() {
        Attempt attempt = run.nextAttempt(request, retry++);
        CompletableFuture<HttpResponse> answered = attempt.start();
        if (answered.isDone()) {
            judge(attempt, answered); // without a lambda, which the first call of a fresh JVM would pay for
        } else {
            Stages.then(answered, result, () -> judge(attempt, answered));
        }
    }

    private void judge(Attempt attempt, CompletableFuture<HttpResponse> answered) {
        Throwable failure = Stages.failure(answered);
        if (failure != null) {
            failed(attempt, null, failure);
            return;
        }
        HttpResponse response = answered.join();
        if (response == null) {
            failed(attempt, null, new IllegalStateException("an interceptor answered null"));
        } else if (!CallRun.isSuccess(response)) {
            judgeError(attempt, response);
        } else if (run.isStreaming()) {
            attempt.handOver(response);
            run.streamed(response);
            succeeded(attempt, response, null);
            result.complete(response);
        } else {
            read(attempt, response, run.readAll(response, attempt.deadline()));
        }
    }

    private void judgeError(Attempt attempt, HttpResponse response) {
        long pause = run.isClosed() ? Retries.NO_RETRY : retries.after(response);
        if (pause == Retries.NO_RETRY) {
            read(attempt, response, run.wire().readSome(response, MAX_ERROR_BYTES, attempt.deadline()));
            return;
        }
        run.report().attempt(attempt, response, null, null, pause);
        CompletableFuture<?> discarded = run.wire().discard(response);
        Stages.then(discarded, result, () -> {
            attempt.close(response);
            pause(attempt, discarded, pause);
        });
    }

    private void read(Attempt attempt, HttpResponse response, CompletableFuture<byte[]> bytes) {
        if (bytes.isDone()) {
            finish(attempt, response, bytes);
        } else {
            Stages.then(bytes, result, () -> finish(attempt, response, bytes));
        }
    }

    private void finish(Attempt attempt, HttpResponse response, CompletableFuture<byte[]> bytes) {
        Throwable failure = Stages.failure(bytes);
        if (failure != null) {
            failed(attempt, response, failure);
            return;
        }
        attempt.close(response);
        byte[] body = bytes.join();
        if (CallRun.isSuccess(response)) {
            succeeded(attempt, response, body);
        } else {
            run.report().attempt(attempt, response, body, null, Retries.NO_RETRY);
        }
        result.complete(BufferedBody.in(response, body));
    }

    private void succeeded(Attempt attempt, HttpResponse response, byte @Nullable [] body) {
        retries.succeeded();
        run.report().attempt(attempt, response, body, null, Retries.NO_RETRY);
    }

    private void failed(Attempt attempt, @Nullable HttpResponse response, Throwable failure) {
        attempt.close(response);
        long pause = run.isClosed() ? Retries.NO_RETRY : retries.after(failure, attempt.isOutOfTime(failure));
        Throwable translated = attempt.failures().translated(failure);
        run.report().attempt(attempt, response, null, translated, pause);
        if (pause == Retries.NO_RETRY) {
            result.completeExceptionally(translated);
        } else {
            pause(attempt, CompletableFuture.completedFuture(null), pause);
        }
    }

    /** Goes on to the next attempt after the pause, unless what came before it failed: then somebody gave up. */
    private void pause(Attempt attempt, CompletableFuture<?> before, long nanos) {
        CompletableFuture<?> paused = nanos == 0 || before.isCompletedExceptionally()
                ? before
                : run.wire().pause(nanos);
        Stages.then(paused, result, () -> {
            Throwable failure = Stages.failure(paused);
            if (failure != null) {
                result.completeExceptionally(attempt.failures().translated(failure));
            } else if (run.isClosed()) {
                result.completeExceptionally(new TransportException(
                        run.operation() + ": the connection was closed before the next attempt",
                        null,
                        attempt.number()));
            } else {
                attempt();
            }
        });
    }
}
