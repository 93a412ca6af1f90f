package dev.parley.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The edge to HTTP: records each request, lets it in, has it answered or fail, and has the answer written. */
final class ExchangeHandler implements HttpHandler {

    private final ConversationStore store;
    private final Router router;
    private final Credentials credentials;
    private final AnswerWriter writer;
    private final IdempotentAnswers idempotent = new IdempotentAnswers();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Queue<StreamFault> streamFaults = new ConcurrentLinkedQueue<>();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final AtomicInteger active = new AtomicInteger();

    ExchangeHandler(ConversationStore store, Router router, Credentials credentials, AnswerWriter writer) {
        this.store = store;
        this.router = router;
        this.credentials = credentials;
        this.writer = writer;
    }

    /** Lets this happen to the next request that nothing else is scripted for. */
    void script(Fault fault) {
        faults.add(fault);
    }

    /** Lets this happen to the next stream that nothing else is scripted for. */
    void script(StreamFault fault) {
        streamFaults.add(fault);
    }

    /** The requests so far, in the order in which they were received. */
    List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /** The number of requests that are recorded and not answered to the end. */
    int active() {
        return active.get();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long started = System.nanoTime();
        Request request = Request.read(exchange);
        synchronized (requests) {
            requests.add(request.recorded());
        }
        // Not before: a client that goes away with its request half sent leaves nothing to record.
        active.incrementAndGet();
        try {
            serve(exchange, request, started);
            // Not after a failure: closing would end a broken stream properly. The server then cuts the connection.
            exchange.close();
        } finally {
            active.decrementAndGet();
        }
    }

    private void serve(HttpExchange exchange, Request request, long started) throws IOException {
        Fault fault = faults.poll();
        if (fault == null) {
            Answer answer = timed(answer(request), started);
            writer.write(exchange, answer, answer.isStream() ? streamFaults.poll() : null);
            return;
        }
        switch (fault.kind()) {
            case ANSWER -> writer.write(exchange, timed(fault.answer(), started), null);
            case DROP_CONNECTION -> throw cut();
            case NEVER_ANSWER -> Waits.forever();
            case LOSE_ANSWER -> {
                answer(request);
                throw cut();
            }
            case HALF_BODY -> writer.writeHalf(exchange, timed(answer(request), started));
            case DRIP -> writer.drip(exchange, timed(answer(request), started), fault.pause());
        }
    }

    private Answer answer(Request request) {
        try {
            credentials.check(request);
            synchronized (store) {
                return idempotent.once(request, () -> router.route(request));
            }
        } catch (ApiError error) {
            return error.answer();
        } catch (RuntimeException | Error e) {
            // Without an answer the client would wait for ever; an assertion that fails in a model is an Error.
            return ApiError.unexpected(e).answer();
        }
    }

    private static Answer timed(Answer answer, long started) {
        long millis = (System.nanoTime() - started) / 1_000_000;
        return answer.withDefaultHeader("openai-processing-ms", Long.toString(millis));
    }

    private static IOException cut() {
        return new IOException("cut by a scripted fault");
    }
}
