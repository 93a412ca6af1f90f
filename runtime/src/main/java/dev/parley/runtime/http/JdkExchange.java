package dev.parley.runtime.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * One request over a client of {@code java.net.http}, and what the JDK knows of it: its own builder would copy the headers
 * twice. It does not hold the client: the JDK holds on to what it calls back, and would never see that nobody uses the
 * client any more.
 */
final class JdkExchange extends java.net.http.HttpRequest {
    /** A body of so many bytes is asked for as a whole before anybody reads it; of others, one piece. */
    private static final long READ_AHEAD = 64 * 1024;

    private final HttpRequest request;
    private final BodyPublisher publisher;
    private final java.net.http.HttpHeaders headers;
    private final BodyRelay body;
    private volatile @Nullable ResponseInfo head; // set under the lock of this
    private boolean cancelled; // guarded by this

    /**
     * Makes an exchange.
     *
     * @param proxyAuthorization a header that the JDK sends to proxies only, or null
     * @param end what to do when nothing of the exchange is needed any more, or null
     */
    JdkExchange(HttpRequest request, @Nullable String proxyAuthorization, @Nullable Runnable end) throws IOException {
        this.request = request;
        body = new BodyRelay(Deadline.after(request.timeout()), end);
        publisher = publisher(request);
        Builder unused = newBuilder(request.uri()) // refuses what is no request
                .method(request.method(), publisher)
                .timeout(Deadline.countable(request.timeout()));
        headers = translated(request.headers(), proxyAuthorization);
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public java.net.http.HttpHeaders headers() {
        return headers;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return Optional.of(publisher);
    }

    @Override
    public Optional<Duration> timeout() {
        return Optional.of(Deadline.countable(request.timeout()));
    }

    @Override
    public boolean expectContinue() {
        return false;
    }

    /** The JDK would ask an http server for an upgrade to HTTP/2, at which some drop the body. */
    @Override
    public Optional<HttpClient.Version> version() {
        return "http".equalsIgnoreCase(uri().getScheme()) ? Optional.of(HttpClient.Version.HTTP_1_1) : Optional.empty();
    }

    HttpResponse send(HttpClient client) throws IOException, InterruptedException {
        java.net.http.HttpResponse<BodyRelay> answer = null;
        try {
            answer = client.send(this, this::answered);
        } catch (IllegalArgumentException e) {
            body.close();
            throw malformed(e); // the JDK lets it through, for example for a content-length that is no number
        } catch (IOException e) {
            if (!body.hasFailed()) {
                body.close();
                throw e;
            }
        } catch (InterruptedException | RuntimeException e) {
            body.close(); // an interrupt may come when the answer is there, of which the JDK then lets go unread
            throw e;
        }
        try {
            return received(answer);
        } catch (IllegalArgumentException e) {
            throw malformed(e);
        }
    }

    CompletableFuture<HttpResponse> sendAsync(HttpClient client) {
        CompletableFuture<HttpResponse> result = new CompletableFuture<>();
        CompletableFuture<java.net.http.HttpResponse<BodyRelay>> exchange;
        try {
            exchange = client.sendAsync(this, this::answered);
        } catch (RuntimeException e) {
            body.close();
            throw e;
        }
        CompletableFuture<HttpResponse> unused = result.whenComplete((response, failure) -> {
            if (result.isCancelled()) {
                if (cancel()) {
                    exchange.cancel(true);
                }
                body.close();
            }
        });
        CompletableFuture<?> unusedAswell =
                exchange.whenComplete((answer, failure) -> complete(result, answer, failure));
        return result;
    }

    /**
     * Asks for the body in the thread that has read the headers, which mostly has the body in its hands as well: asked for
     * by the reader, it would take another two changes of threads.
     */
    private BodyRelay answered(ResponseInfo info) {
        boolean wanted;
        synchronized (this) {
            head = info;
            wanted = !cancelled;
        }
        if (wanted) {
            body.readAhead(declaredBytes(info.headers()) <= READ_AHEAD ? Long.MAX_VALUE : 1);
        }
        return body;
    }

    /**
     * Returns whether the exchange as such is to be cancelled. From the headers on closing the body does: one that was read
     * to its end has given its connection back, and the exchange would close that under whoever has it now.
     */
    private synchronized boolean cancel() {
        cancelled = true;
        return head == null;
    }

    private static long declaredBytes(java.net.http.HttpHeaders headers) {
        List<String> declared = headers.map().get("content-length");
        try {
            return declared == null ? Long.MAX_VALUE : Long.parseLong(declared.get(0));
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE; // the JDK has its own word for it
        }
    }

    private void complete(
            CompletableFuture<HttpResponse> result,
            java.net.http.@Nullable HttpResponse<BodyRelay> answer,
            @Nullable Throwable failure) {
        if (failure != null && !body.hasFailed()) {
            body.close();
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            result.completeExceptionally(
                    cause instanceof IllegalArgumentException malformed ? malformed(malformed) : cause);
            return;
        }
        try {
            if (!result.complete(received(answer))) {
                body.close();
            }
        } catch (IllegalArgumentException e) {
            result.completeExceptionally(malformed(e));
        } catch (ProtocolException e) {
            result.completeExceptionally(e);
        }
    }

    /**
     * Returns the answer as its head says it is. If the body broke before the JDK could hand the answer out, the JDK has
     * nothing but the failure to tell; who reads the body hears of that, and knows the status as well.
     *
     * @param answer what the JDK has handed out, or null if the body broke
     */
    private HttpResponse received(java.net.http.@Nullable HttpResponse<BodyRelay> answer) throws ProtocolException {
        ResponseInfo begun = head;
        if (begun != null) {
            return received(begun);
        }
        body.onComplete(); // a proxy has refused a tunnel, of which the JDK gives the head alone
        java.net.http.HttpResponse<BodyRelay> refused = Objects.requireNonNull(answer, "an answer or its head");
        return new HttpResponse(refused.statusCode(), headers(refused.headers()), body);
    }

    private HttpResponse received(ResponseInfo answer) throws ProtocolException {
        if (isFramingDoubtful(answer)) {
            body.close();
            throw new ProtocolException("the answer is not clear about where its body ends");
        }
        try {
            return new HttpResponse(answer.statusCode(), headers(answer.headers()), body);
        } catch (IllegalArgumentException e) {
            body.close();
            throw e;
        }
    }

    /**
     * Returns whether an answer with a body has a transfer-encoding other than one {@code chunked}, or a length beside it
     * (RFC 9112, section 6.3). The JDK would take the marks of chunks for the body.
     */
    private boolean isFramingDoubtful(ResponseInfo answer) {
        Map<String, List<String>> headers = answer.headers().map();
        List<String> codings = headers.get("transfer-encoding");
        if (codings == null || answer.version() != HttpClient.Version.HTTP_1_1 || hasNoBody(answer)) {
            return false;
        }
        return codings.size() != 1
                || !codings.get(0).strip().equalsIgnoreCase("chunked")
                || headers.containsKey("content-length");
    }

    private boolean hasNoBody(ResponseInfo answer) {
        return answer.statusCode() == 204 || answer.statusCode() == 304 || method().equals("HEAD");
    }

    private static java.net.http.HttpHeaders translated(HttpHeaders headers, @Nullable String proxyAuthorization) {
        HeaderFields fields = headers.fields();
        for (int i = 0; i < fields.size(); i++) {
            List<String> values = fields.values(i);
            for (int k = 0; k < values.size(); k++) {
                HeaderSyntax.requireSendable(fields.name(i), values.get(k)); // the JDK lets some framing pass
            }
        }
        HttpHeaders all = proxyAuthorization == null
                ? headers
                : headers.toBuilder()
                        .set("proxy-authorization", proxyAuthorization)
                        .build();
        return java.net.http.HttpHeaders.of(all.asMap(), (name, value) -> true);
    }

    private static BodyPublisher publisher(HttpRequest request) throws IOException {
        BodySource source = request.source();
        if (source != null) {
            return new SourcePublisher(source);
        }
        byte[] bytes = request.body();
        return bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes);
    }

    private static IOException malformed(IllegalArgumentException cause) {
        IOException malformed = new ProtocolException("the answer has a malformed header");
        malformed.initCause(cause);
        return malformed;
    }

    static HttpHeaders headers(java.net.http.HttpHeaders received) {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        received.map().forEach((name, values) -> { // without the wrappers of entries that a loop would make
            if (!name.startsWith(":")) { // HTTP/2 has its status among the headers
                headers.addAll(name, values);
            }
        });
        return headers.build();
    }
}
