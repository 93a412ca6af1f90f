package dev.parley.runtime.call;

import dev.parley.runtime.error.ApiException;
import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One call under way, from its parameters to its answer: what is around the attempts, and what they share. */
final class CallRun implements InterceptorChain.Sender {
    private final CallEngine engine;
    private final Operation operation;
    private final boolean streaming;
    private final Wire wire;
    private final Deadline deadline;
    private final Redaction redaction;
    private final CallReport report;
    private final long start = System.nanoTime();
    private final AtomicInteger attempts = new AtomicInteger();
    private final CompletableFuture<Answer> result = new CompletableFuture<>();
    private volatile @Nullable HttpResponse streamed;
    private volatile String server = "the server";

    CallRun(CallEngine engine, Operation operation, boolean streaming, Wire wire) {
        this.engine = engine;
        this.operation = operation;
        this.streaming = streaming;
        this.wire = wire;
        deadline = Deadline.after(options().timeout());
        redaction = Redaction.of(HttpHeaders.EMPTY, options().query());
        report = engine.reports(operation.info(), redaction);
    }

    /** Starts; the result is the answer, a success, or what the caller gets thrown. */
    CompletableFuture<Answer> start(RequestBuilder call) {
        CompletableFuture<HttpResponse> answered;
        try {
            engine.requireOpen();
            answered = sent(engine.assembler().assemble(call, options().timeout(), streaming, redaction));
        } catch (RuntimeException | Error e) {
            answered = CompletableFuture.failedFuture(e);
        }
        if (answered.isDone()) {
            settle(answered);
        } else {
            CompletableFuture<HttpResponse> settled = answered;
            Stages.then(settled, result, () -> settle(settled));
        }
        return result;
    }

    private CompletableFuture<HttpResponse> sent(HttpRequest request) {
        server = TransportFailure.server(request.uri());
        redaction.learn(request.headers());
        if (options().callInterceptors().isEmpty()) {
            return send(request);
        }
        return wire.within(
                deadline, new InterceptorChain(options().callInterceptors(), info(), 0, this).proceed(request));
    }

    @Override
    public CompletableFuture<HttpResponse> send(HttpRequest request) {
        return wire.isHere() ? attempted(request) : wire.handOver(() -> attempted(request));
    }

    private CompletableFuture<HttpResponse> attempted(HttpRequest request) {
        return new AttemptSeries(this, request).start();
    }

    private void settle(CompletableFuture<HttpResponse> answered) {
        Throwable failure = Stages.failure(answered);
        HttpResponse response = failure == null ? answered.join() : null;
        if (failure != null) {
            fail(null, failures().translated(failure));
        } else if (response == null) {
            fail(null, new IllegalStateException(operation + ": an interceptor answered null"));
        } else if (streaming && isSuccess(response)) {
            succeed(response);
        } else {
            if (BufferedBody.bytesOf(response) == null) {
                read(response);
            } else {
                conclude(response);
            }
        }
    }

    /** Reads the body of an answer that an interceptor made. */
    private void read(HttpResponse response) {
        CompletableFuture<byte[]> bytes = readAll(response, deadline);
        Stages.then(bytes, result, () -> {
            response.close();
            Throwable failure = Stages.failure(bytes);
            if (failure == null) {
                conclude(BufferedBody.in(response, bytes.join()));
            } else {
                fail(response, failures().translated(failure));
            }
        });
    }

    private void conclude(HttpResponse response) {
        if (isSuccess(response)) {
            succeed(response);
            return;
        }
        byte[] body = Objects.requireNonNull(BufferedBody.bytesOf(response));
        fail(
                response,
                ApiException.of(
                        operation.method(),
                        operation.pathTemplate(),
                        response.status(),
                        redaction.apply(response.headers()),
                        redaction.apply(body),
                        attempts.get()));
    }

    private void succeed(HttpResponse response) {
        long elapsed = elapsed();
        report.end(response, null, attempts.get(), elapsed);
        if (!result.complete(new Answer(response, elapsed, deadline, failures()))) {
            response.close();
        }
    }

    private void fail(@Nullable HttpResponse response, Throwable failure) {
        HttpResponse dropped = streamed;
        if (dropped != null) {
            dropped.close();
        }
        report.end(response, failure, attempts.get(), elapsed());
        result.completeExceptionally(failure);
    }

    /** Reads a body into memory, unless it says beforehand that it is too large. */
    CompletableFuture<byte[]> readAll(HttpResponse response, Deadline until) {
        long limit = options().maxResponseBytes();
        // The length that an answer to HEAD declares is that of a body which does not come.
        if (!operation.method().equals("HEAD") && declaredBytes(response.headers()) > limit) {
            return CompletableFuture.failedFuture(new ResponseTooLargeException(limit));
        }
        return wire.readAll(response, limit, until);
    }

    /** Returns the length that an answer declares, or -1. */
    static long declaredBytes(HttpHeaders headers) {
        String declared = headers.first("content-length");
        if (declared == null || declared.isEmpty() || declared.length() > 18) {
            return -1;
        }
        for (int i = 0; i < declared.length(); i++) {
            if (declared.charAt(i) < '0' || declared.charAt(i) > '9') {
                return -1;
            }
        }
        return Long.parseLong(declared);
    }

    static boolean isSuccess(HttpResponse response) {
        return response.status() >= 200 && response.status() <= 299;
    }

    Attempt nextAttempt(HttpRequest request, int retry) {
        return new Attempt(this, request, attempts.incrementAndGet(), retry);
    }

    Retries retries(HttpRequest request) {
        return engine.retries(deadline, request);
    }

    /** Remembers the answer of a stream, which is closed if the call fails after all. */
    void streamed(HttpResponse response) {
        streamed = response;
        if (result.isDone()) {
            response.close();
        }
    }

    private TransportFailure failures() {
        return new TransportFailure(
                operation,
                server,
                redaction,
                attempts.get(),
                Deadline.countable(options().timeout()).toMillis(),
                true);
    }

    private long elapsed() {
        return System.nanoTime() - start;
    }

    boolean isClosed() {
        return engine.isClosed();
    }

    ClientOptions options() {
        return engine.options();
    }

    Operation operation() {
        return operation;
    }

    CallInfo info() {
        return operation.info();
    }

    boolean isStreaming() {
        return streaming;
    }

    Wire wire() {
        return wire;
    }

    Deadline deadline() {
        return deadline;
    }

    Redaction redaction() {
        return redaction;
    }

    CallReport report() {
        return report;
    }
}
