package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy that sends every request to one server, after it has seen the credentials that it wants. */
final class LoopbackProxy implements AutoCloseable {
    private final RawServer server;
    private final InetSocketAddress origin;
    private final @Nullable String authorization;

    LoopbackProxy(RawServer origin, @Nullable String authorization) throws IOException {
        this.origin = origin.address();
        this.authorization = authorization;
        server = RawServer.concurrent(this::pass);
    }

    InetSocketAddress address() {
        return server.address();
    }

    List<RawServer.Received> received() {
        return server.received();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private boolean pass(RawServer.Received request, Socket client, OutputStream out) throws IOException {
        if (authorization != null && !authorization.equals(request.headers().get("proxy-authorization"))) {
            out.write(TransportKind.latin("HTTP/1.1 407 Who\r\nproxy-authenticate: Basic realm=\"loopback\"\r\n"
                    + "content-length: 5\r\n\r\nproxy"));
            return true;
        }
        try (Socket upstream = new Socket(origin.getAddress(), origin.getPort())) {
            if (request.method().equals("CONNECT")) {
                out.write(TransportKind.latin("HTTP/1.1 200 Connected\r\n\r\n"));
                out.flush();
                Thread back = new Thread(() -> copy(upstream, client), "raw-server");
                back.setDaemon(true);
                back.start();
                copy(client, upstream);
                return false;
            }
            StringBuilder head = new StringBuilder(
                    request.method() + " " + request.target().replaceFirst("http://[^/]*", "") + " HTTP/1.1\r\n");
            request.headers().forEach((name, value) -> {
                if (!name.startsWith("proxy-") && !name.equals("connection")) {
                    head.append(name).append(": ").append(value).append("\r\n");
                }
            });
            head.append("connection: close\r\n\r\n").append(request.body());
            upstream.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
            upstream.getInputStream().transferTo(out);
        }
        return false;
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // so is the tunnel
        }
    }
}
