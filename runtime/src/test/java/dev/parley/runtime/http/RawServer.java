package dev.parley.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on the loopback that reads a request as it stands on the wire, and answers any bytes that a test wants. */
public final class RawServer implements AutoCloseable {

    /** What the server does once the request is read. */
    public interface Script {
        void answer(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    /** A request as it came in; header names in lower case. */
    public record Received(String method, String target, Map<String, String> headers, String body) {}

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch arrival = new CountDownLatch(1);
    private final CountDownLatch departure = new CountDownLatch(1);

    private RawServer(Script script) throws IOException {
        Thread thread = new Thread(() -> serve(script), "raw-server");
        thread.setDaemon(true);
        thread.start();
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
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Returns the first request of each connection. */
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
        if (!arrival.await(5, TimeUnit.SECONDS)) {
            throw new AssertionError("no request came in");
        }
    }

    /** Waits until the client has given up a connection. */
    public void awaitDisconnect() throws InterruptedException {
        if (!departure.await(5, TimeUnit.SECONDS)) {
            throw new AssertionError("the client still holds the connection");
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
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
            headers.put(
                    lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
                    lines[i].substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        String[] request = lines[0].split(" ");
        return new Received(request[0], request[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
}
