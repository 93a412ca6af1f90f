package dev.parley.runtime.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The transport for short-lived processes: its first answer comes sooner than that of {@link JdkHttpTransport}, and it has
 * no thread of its own. It speaks HTTP/1.1, and blocks a thread for each request. It stands on {@code HttpURLConnection} for
 * https addresses, and on a plain socket for others.
 *
 * <p>What {@code HttpURLConnection} sets limits to, for both alike:
 *
 * <ul>
 *   <li>methods are GET, HEAD, POST, PUT, DELETE and OPTIONS; the first two have no body. Others are refused with
 *       {@link IllegalArgumentException}, and so are headers that it would leave out.
 *   <li>An interrupt is noticed before a request is sent. While a platform thread waits for the server, it is not: the
 *       timeout, {@link HttpResponse#close} from another thread or the cancelling of a future ends the wait. Virtual
 *       threads notice it always.
 *   <li>The lookup of a host's name can be neither interrupted nor limited.
 * </ul>
 */
public final class UrlConnectionTransport implements HttpTransport {
    private final SlotPool pool = new SlotPool();
    private final @Nullable SSLContext sslContext;
    private final Duration connectTimeout;
    private final @Nullable ProxySelector proxySelector;
    private final @Nullable ProxyCredentials proxyCredentials;

    /** One for all requests, as the JDK shares connections only between requests with the same. */
    private @Nullable Authenticator authenticator; // guarded by this; made when a connection needs it

    private UrlConnectionTransport(Builder builder) {
        sslContext = builder.sslContext;
        connectTimeout = builder.connectTimeout;
        proxySelector = builder.proxySelector;
        proxyCredentials = builder.proxyCredentials;
    }

    /** Makes a transport with what a builder has by default. */
    public static UrlConnectionTransport create() {
        return builder().build();
    }

    /** Returns a builder with nothing set. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if {@code HttpURLConnection} cannot send the request as it is
     * @throws IllegalStateException if the transport is closed, or if the process has a {@link CookieHandler}, whose
     *     cookies the JDK would send and keep
     */
    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        return exchange(request).send(connectTimeout);
    }

    /**
     * {@inheritDoc} It blocks a thread of the executor until the headers are there. Cancelling closes the connection at
     * once, also while it is being made.
     */
    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        UrlExchange exchange = exchange(request);
        return BlockingExchange.start(() -> exchange.send(connectTimeout), exchange::close, executor);
    }

    /** Refuses later requests and closes idle connections; calls that are under way end as they would have. */
    @Override
    public void close() {
        pool.close();
    }

    private UrlExchange exchange(HttpRequest request) {
        if (pool.isClosed()) {
            throw new IllegalStateException("the transport is closed");
        }
        if (CookieHandler.getDefault() != null) {
            throw new IllegalStateException("the process has a CookieHandler, which HttpURLConnection would use; remove"
                    + " it, or use JdkHttpTransport");
        }
        UrlRequestHead.requireSendable(request);
        Route route = Route.to(request.uri(), proxySelector);
        if (route.secure()) {
            return TlsExchange.of(request, route, pool, sslContext, authenticator());
        }
        return new PlainExchange(request, route, pool, proxyCredentials == null ? null : proxyCredentials.basic());
    }

    private synchronized Authenticator authenticator() {
        if (authenticator == null) {
            authenticator = ProxyOnlyAuthenticator.of(proxyCredentials);
        }
        return authenticator;
    }

    /** Collects how a transport connects. */
    public static final class Builder {
        private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(30);

        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private @Nullable ProxySelector proxySelector = ProxySelector.getDefault();
        private @Nullable ProxyCredentials proxyCredentials;
        private @Nullable SSLContext sslContext;

        private Builder() {}

        /**
         * Sets the time that making a connection may take, without TLS; 30 seconds by default.
         *
         * @throws IllegalArgumentException if it is not positive
         */
        public Builder connectTimeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("the connect timeout is not positive: " + timeout);
            }
            connectTimeout = timeout;
            return this;
        }

        /** Sets what chooses a proxy for an address; by default, the one of the process does. */
        public Builder proxy(ProxySelector selector) {
            proxySelector = Objects.requireNonNull(selector, "selector");
            return this;
        }

        /** Sets the one HTTP proxy that all requests go through. */
        public Builder proxy(InetSocketAddress address) {
            return proxy(ProxySelector.of(Objects.requireNonNull(address, "address")));
        }

        /**
         * Sets the name and password that the proxy is told by the Basic scheme. A server behind the proxy, or without
         * one, never gets them.
         *
         * <p>For https servers the JDK leaves them out, and the request fails, unless the system property
         * {@code jdk.http.auth.tunneling.disabledSchemes} is set to something without {@code Basic}, such as nothing,
         * before the first request of the process.
         *
         * @throws IllegalArgumentException if the name has a colon
         */
        public Builder proxyCredentials(String user, String password) {
            proxyCredentials = new ProxyCredentials(user, password);
            return this;
        }

        /**
         * Sets the trusted certificates and the client's own; by default, those of the process. Names of servers are
         * verified in any case.
         */
        public Builder sslContext(SSLContext context) {
            sslContext = Objects.requireNonNull(context, "context");
            return this;
        }

        /** Returns a transport with what is set so far. */
        public UrlConnectionTransport build() {
            return new UrlConnectionTransport(this);
        }
    }
}
