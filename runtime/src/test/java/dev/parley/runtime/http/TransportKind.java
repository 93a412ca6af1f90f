package dev.parley.runtime.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** The transports that pass the same tests. */
enum TransportKind {
    JDK {
        @Override
        HttpTransport create() {
            return JdkHttpTransport.create(Duration.ofSeconds(5));
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
            return UrlConnectionTransport.builder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
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
    static final Duration LONG = Duration.ofSeconds(20);
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

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\ncontent-length: " + body.length() + "\r\n\r\n" + body;
    }

    static String text(HttpResponse response) throws java.io.IOException {
        try (response) {
            return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
