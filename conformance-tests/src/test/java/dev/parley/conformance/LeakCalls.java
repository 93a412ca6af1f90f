package dev.parley.conformance;

import dev.parley.openai.OpenAiClient;
import dev.parley.openai.model.ResponseStreamEvent;
import dev.parley.runtime.call.Interceptor;
import dev.parley.runtime.call.RetryPolicy;
import dev.parley.runtime.event.EventStream;
import dev.parley.runtime.http.HttpHeaders;
import dev.parley.runtime.http.HttpResponse;
import dev.parley.runtime.http.HttpTransport;
import dev.parley.runtime.http.JdkHttpTransport;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Every way in which a call can end, each as a call that can be made again and again. */
final class LeakCalls implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final OpenAiClient client;
    private final OpenAiClient hurried;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<LeakCall> calls = new ArrayList<>();

    LeakCalls(LeakServer server, HttpTransport transport, @Nullable Executor executor) {
        OpenAiClient.Builder builder = OpenAiClient.builder()
                .baseUrl(server.baseUrl())
                .apiKey("sk-leak")
                .transport(transport)
                .timeout(Duration.ofSeconds(PATIENCE_SECONDS))
                .maxResponseBytes(LeakAnswers.LIMIT)
                .retryPolicy(RetryPolicy.builder()
                        .baseDelay(Duration.ofMillis(1))
                        .maxDelay(Duration.ofMillis(2))
                        .tokens(0)
                        .build());
        client = (executor == null ? builder : builder.executor(executor)).build();
        hurried = client.withOptions(
                b -> b.attemptTimeout(Duration.ofMillis(20)).maxRetries(1).timeout(Duration.ofSeconds(10)));
        answers();
        failures(server, transport);
        streams();
        pages();
        ownCode(server);
    }

    List<LeakCall> calls() {
        return calls;
    }

    @Override
    public void close() {
        hurried.close();
        client.close();
    }

    private void answers() {
        unary(client, "ok", "done");
        unary(client, "ok", "done");
        unary(client, "chunked", "done");
        unary(client, "recovers", "done");
        unary(client, "returns", "done");
        unary(client, "bad-request", "BadRequestException");
        unary(client, "missing", "NotFoundException");
        unary(client, "limited", "RateLimitException");
        unary(client, "down", "ServerException");
        unary(client, "down-by-pieces", "ServerException");
        unary(client, "broken-json", "DecodingException");
        add(
                "raw, value not read",
                () -> client.calls().conversations().retrieve("broken-json").send(),
                "done");
        add("raw async", () -> got(client.calls().conversations().retrieve("ok").sendAsync()), "done");
        add("post", () -> client.conversations().update("recovers", b -> b.metadata(Map.of("a", "b"))), "done");
        add("delete", () -> client.conversations().delete("ok"), "done", "DecodingException");
    }

    private void failures(LeakServer server, HttpTransport transport) {
        OpenAiClient refused = client.withOptions(b -> b.baseUrl(server.refusingUrl()));
        unary(refused, "refused", "TransportException");
        unary(client, "dropped", "TransportException");
        unary(client, "reset", "TransportException");
        if (!(transport instanceof JdkHttpTransport)) {
            // java.net.http itself, of 17 as of 25, never closes a connection whose answer it cannot parse.
            unary(client, "no-http", "TransportException");
            unary(client, "bad-length", "TransportException");
        }
        unary(client, "half", "TransportException");
        unary(client, "half-reset", "TransportException");
        unary(client, "large", "TransportException");
        unary(client, "large-chunked", "TransportException");
        unary(hurried, "drip", "TimeoutException");
        unary(hurried, "silent", "TimeoutException");
        unary(hurried, "stuck", "TimeoutException");
        unary(hurried, "down-and-stuck", "ServerException");
        add(
                "interrupted before",
                () -> {
                    Thread.currentThread().interrupt();
                    client.conversations().retrieve("ok");
                },
                "TransportException");
        if (transport instanceof JdkHttpTransport) { // the other does not notice an interrupt while it waits
            add(
                    "interrupted while silent",
                    () -> {
                        String id = "silent~" + numbers.incrementAndGet();
                        interruptOnceHeld(Thread.currentThread(), server, id);
                        client.conversations().retrieve(id);
                    },
                    "TransportException");
        }
        for (String fault : List.of("ok", "silent", "stuck", "drip", "down-and-stuck", "limited")) {
            add(
                    "cancelled " + fault,
                    () -> cancelled(client.async().conversations().retrieve(fault), 4),
                    "done");
        }
        add(
                "left to a timeout of the future",
                () -> got(client.async().conversations().retrieve("stuck").orTimeout(3, TimeUnit.MILLISECONDS)),
                "TimeoutException");
    }

    private void streams() {
        stream("bad-request", Integer.MAX_VALUE, "BadRequestException");
        stream("down", Integer.MAX_VALUE, "ServerException");
        stream("dropped", Integer.MAX_VALUE, "TransportException");
        stream("events", Integer.MAX_VALUE, "done");
        stream("events", 0, "done");
        stream("events-endless", 2, "done");
        stream("events-cut", Integer.MAX_VALUE, "TransportException");
        stream("events-malformed", Integer.MAX_VALUE, "DecodingException");
        stream("events-error", Integer.MAX_VALUE, "StreamException");
        for (String fault : List.of("silent", "events-endless", "down-and-stuck")) {
            add(
                    "cancelled publisher " + fault,
                    () -> cancelled(
                            client.async().responses().retrieveStream(fault).forEach(event -> {}), 4),
                    "done");
        }
    }

    private void pages() {
        add(
                "pages left early",
                () -> client.conversations().items().list("pages").stream()
                        .limit(5)
                        .count(),
                "done");
        add(
                "pages up to a limit",
                () -> client.conversations().items().list("pages").stream(5).count(),
                "done");
        add(
                "async pages left early",
                () -> {
                    AtomicInteger left = new AtomicInteger(5);
                    got(got(client.async().conversations().items().list("pages"))
                            .forEachWhile(i -> left.decrementAndGet() > 0));
                },
                "done");
        add(
                "async pages cancelled",
                () -> cancelled(
                        got(client.async().conversations().items().list("pages"))
                                .forEach(item -> {}),
                        3),
                "done");
    }

    private void ownCode(LeakServer server) {
        OpenAiClient strict = client.withOptions(b -> b.validateRequests(true));
        add(
                "validation",
                () -> strict.conversations().update("ok", b -> b.metadata(Map.of("k".repeat(65), "v"))),
                "ValidationException");
        intercepted(
                "throws first",
                (request, next) -> {
                    throw new ArithmeticException();
                },
                "ArithmeticException");
        intercepted(
                "throws afterwards",
                (request, next) -> next.proceed(request).thenApply(answer -> {
                    throw new ArithmeticException();
                }),
                "ArithmeticException");
        intercepted(
                "answers by itself",
                (request, next) -> next.proceed(request)
                        .thenApply(answer ->
                                new HttpResponse(404, HttpHeaders.EMPTY, new ByteArrayInputStream(new byte[0]))),
                "NotFoundException");
        intercepted(
                "never answers",
                (request, next) -> next.proceed(request).thenCompose(answer -> new CompletableFuture<>()),
                "TimeoutException");
        add(
                "closed",
                () -> {
                    OpenAiClient closed = client.withOptions(b -> b.baseUrl(server.baseUrl()));
                    closed.close();
                    closed.conversations().retrieve("ok");
                },
                "IllegalStateException");
    }

    /** What an interceptor around an attempt does to an answer whose body the server does not end. */
    private void intercepted(String name, Interceptor interceptor, String end) {
        OpenAiClient meddled = hurried.withOptions(b -> b.attemptInterceptor(interceptor));
        add(name, () -> meddled.conversations().retrieve("stuck"), end, "TimeoutException");
        add(name + ", async", () -> got(meddled.async().conversations().retrieve("stuck")), end, "TimeoutException");
        add(
                name + ", stream",
                () -> meddled.withOptions(b -> b.timeout(Duration.ofMillis(20)))
                        .responses()
                        .retrieveStream("events-endless")
                        .close(),
                end,
                "TimeoutException");
    }

    private void unary(OpenAiClient over, String fault, String end) {
        String late = over == hurried ? "TimeoutException" : end; // where this machine is too slow for the hurry
        add(fault, () -> over.conversations().retrieve(fault), end, late);
        add(fault + ", async", () -> got(over.async().conversations().retrieve(fault)), end, late);
    }

    /** Reads so many events and leaves, pulled and pushed. */
    private void stream(String fault, int events, String end) {
        add(
                "stream " + fault,
                () -> {
                    try (EventStream<ResponseStreamEvent> stream =
                            client.responses().retrieveStream(fault)) {
                        stream.stream().limit(events).count();
                    }
                },
                end);
        add(
                "publisher " + fault,
                () -> {
                    LeakReader reader = new LeakReader(events);
                    client.async().responses().retrieveStream(fault).subscribe(reader);
                    got(reader.end());
                },
                end);
    }

    private void add(String name, LeakCall.Action action, String... ends) {
        calls.add(new LeakCall(name, action, Set.copyOf(Arrays.asList(ends))));
    }

    private static <T> T got(CompletableFuture<T> future)
            throws ExecutionException, InterruptedException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Gives a call up at any moment; it may have ended by then. */
    private static void cancelled(CompletableFuture<?> future, int millis) throws InterruptedException {
        Thread.sleep(ThreadLocalRandom.current().nextInt(millis));
        future.cancel(true);
    }

    /**
     * Interrupts while nothing happens: where that met a connect or the begin of a body, java.net.http of Java 17 was seen
     * to keep its selector thread.
     */
    private static void interruptOnceHeld(Thread thread, LeakServer server, String id) {
        LeakServer.start(() -> {
            try {
                while (!server.held().contains(id)) {
                    Thread.sleep(1);
                }
                thread.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
