package dev.parley.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** A server on the loopback that reads a request as it stands on the wire, and answers any bytes that a test wants. */
public final class RawServer implements AutoCloseable {

    /** What the server does once the request is read. */
    public interface Script {
        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** What a server of many connections does with a request; returns whether it reads another one. */
    public interface Handler {
        boolean answer(Received request, Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came in; header names in lower case, values of one name joined with a comma. */
    public record Received(String method, String target, Map<String, String> headers, String body) {}

    private final ServerSocket server;
    private final String scheme;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch arrival = new CountDownLatch(1);
    private final CountDownLatch departure = new CountDownLatch(1);

    private RawServer(Script script) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        scheme = "http";
        start(() -> serve(script));
    }

    private RawServer(Handler handler, @Nullable SSLContext tls) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = tls == null
                ? new ServerSocket(0, 200, loopback)
                : tls.getServerSocketFactory().createServerSocket(0, 200, loopback);
        scheme = tls == null ? "http" : "https";
        start(() -> accept(handler));
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** Serves many connections at once, and many requests on each. */
    public static RawServer concurrent(Handler handler) throws IOException {
        return new RawServer(handler, null);
    }

    /** Serves many connections at once over TLS. */
    public static RawServer secure(SSLContext tls, Handler handler) throws IOException {
        return new RawServer(handler, tls);
    }

    /** As {@link #secure}, and the client has to show a certificate, too. */
    public static RawServer mutual(SSLContext tls, Handler handler) throws IOException {
        RawServer server = new RawServer(handler, tls);
        ((SSLServerSocket) server.server).setNeedClientAuth(true);
        return server;
    }

    public static RawServer scripted(Script script) throws IOException {
        return new RawServer(script);
    }

    public static RawServer answering(String response) throws IOException {
        return scripted((socket, out) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Answers a complete response with this status, JSON body and further header lines. */
    public static RawServer json(int status, String body, String... headerLines) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\ncontent-type: application/json\r\n");
        for (String line : headerLines) {
            head.append(line).append("\r\n");
        }
        byte[] utf8 = body.getBytes(StandardCharsets.UTF_8);
        head.append("connection: close\r\ncontent-length: ").append(utf8.length).append("\r\n\r\n");
        return scripted((socket, out) -> {
            out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(utf8);
        });
    }

    public String url() {
        return scheme + "://127.0.0.1:" + server.getLocalPort();
    }

    public InetSocketAddress address() {
        return new InetSocketAddress("127.0.0.1", server.getLocalPort());
    }

    /** Returns how many connections a concurrent server has taken. */
    public int connections() {
        return accepted.get();
    }

    /** Waits until no connection of a concurrent server is open. */
    public void awaitNoConnections() throws InterruptedException {
        awaitNoConnections(() -> {});
    }

    /** Waits until no connection of a concurrent server is open, and does something time and again until then. */
    void awaitNoConnections(Runnable meanwhile) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        for (int pause = 5; !open.isEmpty(); pause = Math.min(2 * pause, 200)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the client still holds " + open.size() + " connections");
            }
            meanwhile.run();
            Thread.sleep(pause);
        }
    }

    /** Waits until the client gives up the connection. */
    public static void awaitEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // nothing more is expected
        }
    }

    /** Returns the first request of each connection, or all requests of a concurrent server. */
    public List<Received> received() {
        return received;
    }

    public Received onlyReceived() {
        if (received.size() != 1) {
            throw new AssertionError("expected one request, got " + received);
        }
        return received.get(0);
    }

    public void awaitRequest() throws InterruptedException {
        if (!arrival.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came in");
        }
    }

    /** Waits until the client has given up a connection. */
    public void awaitDisconnect() throws InterruptedException {
        if (!departure.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("the client still holds the connection");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept(Handler handler) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                open.add(socket);
                start(() -> converse(handler, socket));
            } catch (IOException closed) {
                // so is the loop, or a handshake went wrong
            }
        }
    }

    private void converse(Handler handler, Socket socket) {
        try (socket) {
            boolean more = true;
            while (more) {
                Received request = read(socket.getInputStream());
                received.add(request);
                arrival.countDown();
                more = handler.answer(request, socket, socket.getOutputStream());
                socket.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException clientIsGone) {
            // a test of a client that gives up sees this as its success
        } finally {
            open.remove(socket);
            departure.countDown();
        }
    }

    private void serve(Script script) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                received.add(read(in));
                arrival.countDown();
                script.answer(socket, socket.getOutputStream());
                socket.getOutputStream().flush();
                socket.shutdownOutput();
                in.skip(Long.MAX_VALUE);
            } catch (IOException | InterruptedException clientIsGone) {
                // a test of a client that gives up sees this as its success
            } finally {
                departure.countDown();
            }
        }
    }

    /** Reads one request. */
    public static Received read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the client went away");
            }
            head.write(octet);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        Map<String, String> headers = new TreeMap<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.merge(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip(),
                    (first, next) -> first + ", " + next);
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String[] request = lines[0].split(" ");
        return new Received(request[0], request[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
}
