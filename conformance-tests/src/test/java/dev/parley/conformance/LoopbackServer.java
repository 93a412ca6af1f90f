package dev.parley.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.conformance.strict.ExchangeNet;
import dev.parley.openai.OpenAiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives every request the same answer and remembers what it was, credentials included. */
public final class LoopbackServer implements AutoCloseable {

    static {
        // Without it the second answer of a connection waits 40 ms for an acknowledgement; read with the first server.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** Holds every request against the document when the server is closed. */
    public final ExchangeNet net = new ExchangeNet();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "loopback");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final Answer answer;

    /**
     * A request as it came over the wire.
     *
     * @param method the HTTP method
     * @param target path and query, percent-encoding included
     * @param headers every header by its name in lower case
     * @param body the body, empty if there was none
     */
    public record Received(String method, String target, Map<String, List<String>> headers, String body) {

        public @Nullable String header(String name) {
            List<String> values = headers.get(name);
            return values == null ? null : String.join(",", values);
        }
    }

    private record Answer(int status, byte[] body, Map<String, String> headers, boolean never) {}

    private LoopbackServer(Answer answer) {
        this.answer = answer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    public static LoopbackServer answering(int status, String body) {
        return answering(status, body, Map.of());
    }

    public static LoopbackServer answering(int status, String body, Map<String, String> headers) {
        return new LoopbackServer(new Answer(status, body.getBytes(StandardCharsets.UTF_8), headers, false));
    }

    /** A server that takes every request and answers none. */
    public static LoopbackServer silent() {
        return new LoopbackServer(new Answer(0, new byte[0], Map.of(), true));
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    /** A client of this server with a key; the caller closes it. */
    public OpenAiClient client() {
        return OpenAiClient.builder().baseUrl(baseUrl()).apiKey("sk-test").build();
    }

    public List<Received> requests() {
        return List.copyOf(requests);
    }

    /** The one request that came. */
    public Received request() {
        if (requests.size() != 1) {
            throw new AssertionError("expected one request, got " + requests);
        }
        return requests.get(0);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
        requests.forEach(request -> net.request(request.method(), request.target(), request.headers(), request.body()));
        net.verify();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(received(exchange));
            if (answer.never) {
                waitForTheEnd();
                return;
            }
            exchange.getResponseHeaders().set("content-type", "application/json");
            answer.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status, answer.body.length == 0 ? -1 : answer.body.length);
            exchange.getResponseBody().write(answer.body);
        }
    }

    private void waitForTheEnd() {
        try {
            closed.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Received received(HttpExchange exchange) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        return new Received(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(headers), body);
    }
}
