package dev.parley.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The transports that pass the same tests. */
enum TransportKind {
    JDK {
        @Override
        HttpTransport create() {
            return JdkHttpTransport.create(CONNECTING);
        }

        @Override
        HttpTransport trusting(SSLContext tls) {
            return JdkHttpTransport.builder().sslContext(tls).build();
        }

        @Override
        HttpTransport via(InetSocketAddress proxy, @Nullable String user, @Nullable SSLContext tls) {
            JdkHttpTransport.Builder builder = JdkHttpTransport.builder().proxy(proxy);
            if (user != null) {
                builder.proxyCredentials(user, PASSWORD);
            }
            if (tls != null) {
                builder.sslContext(tls);
            }
            return builder.build();
        }
    },
    URL_CONNECTION {
        @Override
        HttpTransport create() {
            return UrlConnectionTransport.builder().connectTimeout(CONNECTING).build();
        }

        @Override
        HttpTransport trusting(SSLContext tls) {
            return UrlConnectionTransport.builder().sslContext(tls).build();
        }

        @Override
        HttpTransport via(InetSocketAddress proxy, @Nullable String user, @Nullable SSLContext tls) {
            UrlConnectionTransport.Builder builder =
                    UrlConnectionTransport.builder().proxy(proxy);
            if (user != null) {
                builder.proxyCredentials(user, PASSWORD);
            }
            if (tls != null) {
                builder.sslContext(tls);
            }
            return builder.build();
        }
    };

    static final String PASSWORD = "open:sesame";
    static final Duration LONG = Duration.ofSeconds(60);
    /** Longer than a test waits for the end of a thread that must not wait until it is over. */
    static final Duration CONNECTING = Duration.ofSeconds(50);

    static final Duration SHORT = Duration.ofMillis(300);

    abstract HttpTransport create();

    abstract HttpTransport trusting(SSLContext tls);

    abstract HttpTransport via(InetSocketAddress proxy, @Nullable String user, @Nullable SSLContext tls);

    static HttpRequest get(String url) {
        return request("GET", url, HttpHeaders.EMPTY, null, LONG);
    }

    static HttpRequest get(String url, Duration timeout) {
        return request("GET", url, HttpHeaders.EMPTY, null, timeout);
    }

    static HttpRequest post(String url, String body) {
        HttpHeaders headers =
                HttpHeaders.builder().add("content-type", "application/json").build();
        return request("POST", url, headers, body.getBytes(StandardCharsets.UTF_8), LONG);
    }

    static HttpRequest request(
            String method, String url, HttpHeaders headers, byte @Nullable [] body, Duration timeout) {
        return new HttpRequest(method, URI.create(url), headers, body, timeout);
    }

    /** Opens an answer whose body is to run out of time; where its head is late, there is more time for another one. */
    static HttpResponse openedInTime(HttpTransport transport, String url, Executor executor) throws Exception {
        for (Duration timeout = SHORT; ; timeout = timeout.multipliedBy(4)) {
            try {
                return transport.sendAsync(get(url, timeout), executor).get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof HttpTimeoutException) || timeout.compareTo(LONG) > 0) {
                    throw e;
                }
            }
        }
    }

    /** Returns an address where nobody listens, and nobody will while the socket is open. */
    static String nobodyAt(Socket reserved) throws IOException {
        reserved.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return "http://127.0.0.1:" + reserved.getLocalPort();
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
    }

    static String text(HttpResponse response) throws IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
