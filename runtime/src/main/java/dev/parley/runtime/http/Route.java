package dev.parley.runtime.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the connection for a request leads to.
 *
 * @param host the server's name, brackets included if it is an IPv6 address
 * @param proxy the HTTP proxy on the way, or null
 */
record Route(
        boolean secure, String host, int port, @Nullable InetSocketAddress proxy) {

    /**
     * Returns the way to the address.
     *
     * @param selector what chooses the proxy, or null for none
     * @throws IllegalArgumentException if the address is not one of http or https
     */
    static Route to(URI uri, @Nullable ProxySelector selector) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        String host = uri.getHost();
        if (host == null || !(secure || "http".equalsIgnoreCase(uri.getScheme()))) {
            throw new IllegalArgumentException("not an http or https address with a host");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new Route(secure, host, port, selector == null ? null : firstHttpProxy(uri, selector));
    }

    /** The first choice counts, as for {@code java.net.http}; it does not speak SOCKS either. */
    private static @Nullable InetSocketAddress firstHttpProxy(URI uri, ProxySelector selector) {
        for (Proxy proxy : selector.select(uri)) {
            SocketAddress address = proxy.address();
            return proxy.type() == Proxy.Type.HTTP && address instanceof InetSocketAddress http ? http : null;
        }
        return null;
    }
}
