package dev.parley.runtime.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The transport over {@code java.net.http}: HTTP/2 where an https server offers it, else HTTP/1.1; connections are kept
 * and shared by all threads. Asynchronous requests block no thread.
 *
 * <p>Proxies, credentials for them, TLS and the executor are set on the {@linkplain #builder() builder}; whatever else
 * {@link HttpClient} offers, on a client of the user's own, see {@link #of}.
 */
public final class JdkHttpTransport implements HttpTransport {
    private final Clients clients;
    private final @Nullable String proxyAuthorization;

    private JdkHttpTransport(Clients clients, @Nullable String proxyAuthorization) {
        this.clients = clients;
        this.proxyAuthorization = proxyAuthorization;
    }

    /**
     * Makes a transport with a client of its own.
     *
     * @param connectTimeout the time that making a connection may take; positive
     */
    public static JdkHttpTransport create(Duration connectTimeout) {
        return builder().connectTimeout(connectTimeout).build();
    }

    /** Returns a builder with nothing set. */
    public static Builder builder() {
        return new Builder();
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
        return new JdkHttpTransport(new Clients(client), null);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        ClientHold client = clients.to(request.uri());
        HttpClient open = client.begin();
        if (Thread.interrupted()) {
            client.ended();
            throw new InterruptedException("interrupted before the request was sent");
        }
        return exchange(request, client).send(open);
    }

    /** {@inheritDoc} It leaves the executor alone: the future completes on a thread of the client. */
    @Override
    public CompletableFuture<HttpResponse> sendAsync(HttpRequest request, Executor executor) {
        try {
            ClientHold client = clients.to(request.uri());
            HttpClient open = client.begin();
            return exchange(request, client).sendAsync(open);
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private JdkExchange exchange(HttpRequest request, ClientHold client) throws IOException {
        try {
            return new JdkExchange(request, proxyAuthorization, client.end());
        } catch (IOException | RuntimeException e) {
            client.ended();
            throw e;
        }
    }

    /**
     * Refuses later requests; calls that are under way end as they would have. From Java 21 on, idle connections and the
     * threads of the client end with the last of them; before, once the garbage collector has seen that nothing uses the
     * client any more. A client of the user's own is left alone.
     */
    @Override
    public void close() {
        clients.close();
    }

    /** Collects how a transport connects. */
    public static final class Builder {
        private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(30);

        private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
        private @Nullable ProxySelector proxySelector;
        private @Nullable Authenticator authenticator;
        private @Nullable SSLContext sslContext;
        private @Nullable SSLParameters sslParameters;
        private @Nullable Executor executor;
        private HttpClient.@Nullable Version version;
        private @Nullable ProxyCredentials proxyCredentials;

        private Builder() {}

        /** Sets the time that making a connection may take, TLS included; positive; 30 seconds by default. */
        public Builder connectTimeout(Duration timeout) {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException("the connect timeout is not positive: " + timeout);
            }
            connectTimeout = Deadline.countable(timeout);
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
         * Sets the name and password that the proxy is told by the Basic scheme, with the first request. A server
         * behind the proxy, or without one, never gets them.
         *
         * <p>For https servers the JDK leaves them out, and the proxy answers 407, unless the system property
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
         * Sets what is asked for a name and password when the proxy wants them; it is never asked on behalf of a
         * server. The property told of at {@link #proxyCredentials} bears on it, too.
         *
         * <p>With an authenticator, the JDK fails with an {@link IOException} where a server answers 401 without
         * {@code WWW-Authenticate}, or with Basic in it. {@link #proxyCredentials} does not have that effect.
         */
        public Builder proxyAuthenticator(Authenticator authenticator) {
            this.authenticator = new ProxyOnlyAuthenticator(Objects.requireNonNull(authenticator, "authenticator"));
            return this;
        }

        /** Sets the trusted certificates and the client's own; by default, those of the process. */
        public Builder sslContext(SSLContext context) {
            sslContext = Objects.requireNonNull(context, "context");
            return this;
        }

        /** Sets protocols and ciphers; names of servers are verified whatever they say. */
        public Builder sslParameters(SSLParameters parameters) {
            sslParameters = Objects.requireNonNull(parameters, "parameters");
            return this;
        }

        /** Sets where the client works, and completes futures; by default, threads of its own. */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        /** Sets the version of HTTP to ask an https server for; HTTP/2 by default. */
        public Builder version(HttpClient.Version version) {
            this.version = Objects.requireNonNull(version, "version");
            return this;
        }

        /** Returns a transport with what is set so far. */
        public JdkHttpTransport build() {
            HttpClient.Builder secure = client();
            if (sslContext != null) {
                secure.sslContext(sslContext);
            }
            if (sslParameters != null) {
                secure.sslParameters(sslParameters);
            }
            return new JdkHttpTransport(
                    new Clients(client(), secure), proxyCredentials == null ? null : proxyCredentials.basic());
        }

        private HttpClient.Builder client() {
            HttpClient.Builder client = HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(connectTimeout);
            if (proxySelector != null) {
                client.proxy(proxySelector);
            }
            if (authenticator != null) {
                client.authenticator(authenticator);
            }
            if (executor != null) {
                client.executor(executor);
            }
            if (version != null) {
                client.version(version);
            }
            return client;
        }
    }
}
