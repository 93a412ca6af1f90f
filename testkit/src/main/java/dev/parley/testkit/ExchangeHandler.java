package dev.parley.testkit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The edge to HTTP: records each request, lets it in, has it answered and writes the answer. */
final class ExchangeHandler implements HttpHandler {

    private static final String API_VERSION = "2020-10-01";
    private static final Set<Integer> STATUSES_WITHOUT_BODY = Set.of(204, 304);

    private final ConversationStore store;
    private final Router router;
    private final Credentials credentials;
    private final Ids ids;
    private final Queue<Answer> scripted = new ConcurrentLinkedQueue<>();
    private final List<RecordedRequest> requests = new ArrayList<>();

    ExchangeHandler(ConversationStore store, Router router, Credentials credentials, Ids ids) {
        this.store = store;
        this.router = router;
        this.credentials = credentials;
        this.ids = ids;
    }

    /** Has the next request that nothing else is scripted for answered with this. */
    void script(Answer answer) {
        scripted.add(answer);
    }

    /** The requests so far, in the order in which they were received. */
    List<RecordedRequest> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long started = System.nanoTime();
        try (exchange) {
            Request request = Request.read(exchange);
            synchronized (requests) {
                requests.add(request.recorded());
            }
            Answer answer = answer(request);
            long millis = (System.nanoTime() - started) / 1_000_000;
            write(exchange, answer.withDefaultHeader("openai-processing-ms", Long.toString(millis)));
        }
    }

    private Answer answer(Request request) {
        Answer script = scripted.poll();
        if (script != null) {
            return script;
        }
        try {
            credentials.check(request);
            synchronized (store) {
                return router.route(request);
            }
        } catch (ApiError error) {
            return error.answer();
        } catch (RuntimeException e) {
            // Without an answer the client would only see the connection close.
            return ApiError.unexpected(e).answer();
        }
    }

    private void write(HttpExchange exchange, Answer answer) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.withDefaultHeader("content-type", "application/json")
                .withDefaultHeader("openai-version", API_VERSION)
                .withDefaultHeader("x-request-id", ids.request())
                .headers()
                .forEach(headers::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        boolean bodyless = body.length == 0
                || STATUSES_WITHOUT_BODY.contains(answer.status())
                || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodyless ? -1 : body.length);
        if (!bodyless) {
            exchange.getResponseBody().write(body);
        }
    }
}
