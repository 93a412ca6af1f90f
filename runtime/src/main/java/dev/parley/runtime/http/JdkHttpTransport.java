package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The transport over {@code java.net.http}: HTTP/2 where an https server offers it, else HTTP/1.1; connections are kept
 * and shared by all threads.
 *
 * <p>A proxy, an authenticator for it, a trust store or an executor are set on an {@link HttpClient} of the user's own,
 * see {@link #of}.
 */
public final class JdkHttpTransport implements HttpTransport {
    /** Null once closed: the JDK lets go of threads and connections when nobody holds the client. */
    private volatile @Nullable HttpClient client;

    private JdkHttpTransport(HttpClient client) {
        this.client = client;
    }

    /**
     * Makes a transport with a client of its own.
     *
     * @param connectTimeout the time that making a connection may take; positive
     */
    public static JdkHttpTransport create(Duration connectTimeout) {
        return new JdkHttpTransport(HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Deadline.countable(connectTimeout))
                .build());
    }

    /**
     * Makes a transport over a ready client, which stays the caller's to shut down.
     *
     * @throws IllegalArgumentException if the client follows redirects, which would carry a request, and perhaps its
     *     credential, to a server that nobody chose
     */
    public static JdkHttpTransport of(HttpClient client) {
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException(
                    "the HttpClient follows redirects; build it with followRedirects(HttpClient.Redirect.NEVER)");
        }
        return new JdkHttpTransport(client);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        HttpClient open = client;
        if (open == null) {
            throw new IllegalStateException("the transport is closed");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted before the request was sent");
        }
        Deadline deadline = Deadline.after(request.timeout());
        java.net.http.HttpRequest translated = translated(request);
        try {
            return received(open.send(translated, info -> new DeadlineBody(deadline)));
        } catch (IllegalArgumentException e) {
            throw malformed(e); // the JDK lets it through, for example for a content-length that is no number
        }
    }

    /** Refuses later requests; calls that are under way end as they would have. */
    @Override
    public void close() {
        client = null;
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        byte[] body = request.body();
        BodyPublisher publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder(request.uri())
                .method(request.method(), publisher)
                .timeout(Deadline.countable(request.timeout()));
        request.headers().asMap().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        if ("http".equalsIgnoreCase(request.uri().getScheme())) {
            // The JDK would ask for an upgrade to HTTP/2, at which some servers drop the body.
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        return builder.build();
    }

    private static HttpResponse received(java.net.http.HttpResponse<InputStream> answer) throws IOException {
        try {
            return new HttpResponse(answer.statusCode(), headers(answer.headers()), answer.body());
        } catch (IllegalArgumentException e) {
            answer.body().close();
            throw e;
        }
    }

    private static IOException malformed(IllegalArgumentException cause) {
        IOException malformed = new ProtocolException("the answer has a malformed header");
        malformed.initCause(cause);
        return malformed;
    }

    static HttpHeaders headers(java.net.http.HttpHeaders received) {
        HttpHeaders.Builder headers = HttpHeaders.builder();
        received.map().forEach((name, values) -> {
            if (!name.startsWith(":")) { // HTTP/2 has its status among the headers
                values.forEach(value -> headers.add(name, value));
            }
        });
        return headers.build();
    }
}
