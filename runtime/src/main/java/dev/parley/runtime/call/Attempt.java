package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import dev.parley.runtime.http.HttpRequest;
import dev.parley.runtime.http.HttpResponse;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One attempt at a call: the interceptors around it, the transport, and the responses that it must not leave open. */
final class Attempt implements InterceptorChain.Sender {
    private final CallRun run;
    private final int number;
    private final HttpRequest request;
    private final Deadline deadline;
    private final Duration limit;
    private final boolean limitOfCall;
    private final long start = System.nanoTime();

    /** One, unless an interceptor sends more than once. */
    private List<HttpResponse> open = new ArrayList<>(1); // guarded by this

    private volatile HttpRequest sent;
    private boolean over;

    /** Makes an attempt; {@code retry} is 0 for the first with this request. */
    Attempt(CallRun run, HttpRequest request, int number, int retry) {
        this.run = run;
        this.number = number;
        Duration left = Duration.ofNanos(Math.max(1, run.deadline().remainingNanos()));
        Duration own = run.isStreaming() ? null : run.options().attemptTimeout();
        limitOfCall = own == null || own.compareTo(left) >= 0;
        limit = own == null || limitOfCall ? left : own;
        deadline = Deadline.after(limit);
        HttpRequest.Builder numbered = request.toBuilder().timeout(limit);
        String count = retry == 0 ? RequestAssembler.FIRST_ATTEMPT : Integer.toString(retry);
        List<String> counted = request.headers().all(RequestAssembler.RETRY_COUNT);
        if (counted.size() != 1 || !counted.get(0).equals(count)) {
            numbered.header(RequestAssembler.RETRY_COUNT, count);
        }
        this.request = numbered.build();
        sent = this.request;
    }

    /** Starts; the result is the answer as soon as its headers are there. */
    CompletableFuture<HttpResponse> start() {
        List<Interceptor> interceptors = run.options().attemptInterceptors();
        CompletableFuture<HttpResponse> answered = interceptors.isEmpty()
                ? send(request)
                : new InterceptorChain(interceptors, run.info(), number, this).proceed(request);
        return run.wire().within(deadline, answered);
    }

    @Override
    public CompletableFuture<HttpResponse> send(HttpRequest changed) {
        return run.wire().isHere() ? transmit(changed) : run.wire().handOver(() -> transmit(changed));
    }

    private CompletableFuture<HttpResponse> transmit(HttpRequest changed) {
        sent = changed;
        run.redaction().learn(changed.headers());
        run.report().sending(this);
        CompletableFuture<HttpResponse> answered = run.wire().send(changed);
        if (answered.isDone()) {
            opened(answered);
            return answered;
        }
        if (run.options().attemptInterceptors().isEmpty()) {
            return answered.whenComplete((response, failure) -> opened(answered)); // nobody cancels this one
        }
        // What depends on a future runs last in, first out: the answer is noted before anybody else hears of it.
        CompletableFuture<HttpResponse> noted = new CompletableFuture<>();
        Stages.whenDone(answered, () -> {
            opened(answered);
            Stages.pass(answered, noted);
        });
        Stages.whenDone(noted, () -> answered.cancel(true));
        return noted;
    }

    private void opened(CompletableFuture<HttpResponse> answered) {
        if (answered.isCompletedExceptionally()) {
            return;
        }
        HttpResponse response = answered.join();
        if (response == null) {
            return;
        }
        boolean late;
        synchronized (this) {
            late = over;
            if (!late) {
                open.add(response);
            }
        }
        if (late) {
            response.close();
        }
    }

    /** Ends the attempt: closes the answer, if there is one, and every response that an interceptor dropped. */
    void close(@Nullable HttpResponse answer) {
        List<HttpResponse> left = end();
        for (int i = 0; i < left.size(); i++) {
            left.get(i).close();
        }
        if (answer != null && !left.contains(answer)) {
            answer.close();
        }
    }

    /** Ends the attempt but leaves its answer open; if the interceptors made another, what it may stand on as well. */
    void handOver(HttpResponse answer) {
        List<HttpResponse> left = end();
        if (left.remove(answer)) {
            for (HttpResponse dropped : left) {
                dropped.close();
            }
        }
    }

    private synchronized List<HttpResponse> end() {
        over = true;
        List<HttpResponse> left = open;
        open = List.of(); // nothing is added any more
        return left;
    }

    /** Returns whether the failure is that the time of the whole call is over. */
    boolean isOutOfTime(Throwable failure) {
        boolean ownTimeout = FailureKind.isTimeout(failure) && !(failure instanceof HttpConnectTimeoutException);
        return (ownTimeout && limitOfCall) || run.deadline().hasPassed();
    }

    TransportFailure failures() {
        Duration named = limitOfCall ? run.options().timeout() : limit;
        return new TransportFailure(
                run.operation(),
                TransportFailure.server(sent.uri()),
                run.redaction(),
                number,
                Deadline.countable(named).toMillis(),
                limitOfCall);
    }

    int number() {
        return number;
    }

    /** Returns the request as the transport gets it, once it does. */
    HttpRequest sent() {
        return sent;
    }

    Deadline deadline() {
        return deadline;
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
