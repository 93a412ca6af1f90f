package dev.parley.runtime.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a transport, each made when it is first needed: one for https addresses, and one for http addresses that
 * knows nothing of TLS. A client of the JDK reads the trusted certificates of the process as soon as it is made, which
 * takes longer than all else that happens until the first answer.
 */
final class Clients {
    private final HttpClient.@Nullable Builder plainBuilder; // guarded by this
    private final HttpClient.@Nullable Builder secureBuilder; // guarded by this
    private @Nullable ClientHold plain; // guarded by this
    private @Nullable ClientHold secure; // guarded by this
    private boolean closed; // guarded by this

    /** Makes clients by these builders, which nobody else uses. */
    Clients(HttpClient.Builder plainBuilder, HttpClient.Builder secureBuilder) {
        this.plainBuilder = plainBuilder.sslContext(NoTls.context());
        this.secureBuilder = secureBuilder;
    }

    /** Takes one client for all addresses, which is not ours to end. */
    Clients(HttpClient ready) {
        plainBuilder = null;
        secureBuilder = null;
        plain = new ClientHold(ready, false);
        secure = plain;
    }

    /**
     * Returns the hold on the client for an address.
     *
     * @throws IOException if TLS cannot be set up
     * @throws IllegalStateException if the transport is closed
     */
    synchronized ClientHold to(URI uri) throws IOException {
        if ("https".equalsIgnoreCase(uri.getScheme())) {
            secure = secure == null ? made(secureBuilder) : secure;
            return secure;
        }
        plain = plain == null ? made(plainBuilder) : plain;
        return plain;
    }

    private ClientHold made(HttpClient.@Nullable Builder builder) throws IOException {
        if (closed || builder == null) {
            throw new IllegalStateException("the transport is closed");
        }
        try {
            return new ClientHold(builder.build(), true);
        } catch (UncheckedIOException e) {
            throw new IOException("the process has no default SSLContext", e);
        }
    }

    void close() {
        ClientHold first;
        ClientHold second;
        synchronized (this) {
            closed = true;
            first = plain;
            second = secure;
        }
        if (first != null) {
            first.close();
        }
        if (second != null && second != first) {
            second.close();
        }
    }
}
