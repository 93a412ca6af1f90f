package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes calls over one connection: those that block and those that do not differ in their {@link Wire} alone. */
final class CallEngine {
    private final ClientOptions options;
    private final SharedTransport shared;
    private final RequestAssembler assembler;
    private volatile @Nullable Executor executor;
    private final @Nullable ObserverGuard observer;
    private final @Nullable HttpLog log;
    private volatile boolean closed;

    CallEngine(ClientOptions options, SharedTransport shared) {
        this.options = options;
        this.shared = shared;
        assembler = new RequestAssembler(options);
        CallObserver given = options.observer();
        observer = given == null ? null : new ObserverGuard(given);
        log = options.logging() == HttpLogging.OFF ? null : new HttpLog(options.logging(), options.logger());
    }

    /** Makes the call in this thread. */
    Answer run(RequestBuilder call, boolean streaming) {
        Wire wire = new BlockingWire(shared.transport(), options.timing());
        return Stages.value(new CallRun(this, call.operation(), streaming, wire).start(call));
    }

    /**
     * Makes the call without blocking; never throws.
     *
     * @param reading makes the result of the answer, in the executor
     */
    <T extends @Nullable Object> CompletableFuture<T> start(
            RequestBuilder call, boolean streaming, Function<Answer, T> reading) {
        Cancellation cancellation = new Cancellation();
        Wire wire = new AsyncWire(shared.transport(), options.timing(), executor(), cancellation);
        CallFuture<T> result = new CallFuture<>(cancellation);
        CompletableFuture<Answer> answered = new CallRun(this, call.operation(), streaming, wire).start(call);
        Stages.whenDone(answered, () -> {
            try {
                executor().execute(() -> settle(result, reading, answered));
            } catch (RuntimeException | Error refused) { // by an executor that was shut down
                result.completeExceptionally(refused);
                if (!answered.isCompletedExceptionally()) {
                    answered.join().response().close();
                }
            }
        });
        Stages.whenDone(result, cancellation::cancel);
        return result;
    }

    private static <T extends @Nullable Object> void settle(
            CompletableFuture<T> result, Function<Answer, T> reading, CompletableFuture<Answer> answered) {
        Throwable failure = Stages.failure(answered);
        if (failure != null) {
            result.completeExceptionally(failure);
            return;
        }
        Answer answer = answered.join();
        boolean taken = false;
        try {
            taken = result.complete(reading.apply(answer));
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        } finally {
            if (!taken) {
                answer.response().close();
            }
        }
    }

    Retries retries(Deadline deadline, HttpRequest request) {
        RetryPolicy policy = options.retryPolicy();
        TokenBucket bucket = policy.tokens() == 0 ? new TokenBucket(0) : shared.bucket();
        return new Retries(policy, bucket, options.timing(), deadline, request);
    }

    CallReport reports(CallInfo call, Redaction redaction) {
        return new CallReport(call, redaction, observer == null ? null : observer.start(call), log);
    }

    void requireOpen() {
        if (isClosed()) {
            throw new IllegalStateException("the connection is closed");
        }
    }

    boolean isClosed() {
        return closed || shared.isClosed();
    }

    void close() {
        closed = true;
    }

    ClientOptions options() {
        return options;
    }

    SharedTransport shared() {
        return shared;
    }

    RequestAssembler assembler() {
        return assembler;
    }

    /** Looked up when it is needed: a program of blocking calls has no use for the common pool. */
    Executor executor() {
        Executor found = executor;
        if (found == null) {
            found = options.executorOrDefault();
            executor = found;
        }
        return found;
    }
}
