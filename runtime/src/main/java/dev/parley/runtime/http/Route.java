package dev.parley.runtime.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Objects;
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
        if (uri.getPort() > 0xFFFF) {
            throw new IllegalArgumentException("the port " + uri.getPort() + " of the address is above 65535");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
        return new Route(secure, host, port, selector == null ? null : firstHttpProxy(uri, selector));
    }

    // Written out: what javac makes of a record is bound at run time, and costs the first call of a process its time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Route that
                && secure == that.secure
                && port == that.port
                && host.equals(that.host)
                && Objects.equals(proxy, that.proxy);
    }

    @Override
    public int hashCode() {
        return (host.hashCode() * 31 + port) * 31 + (secure ? 1 : 0);
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
