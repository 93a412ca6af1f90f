package dev.parley.runtime.call;

import dev.parley.runtime.http.RawServer;
import dev.parley.runtime.http.RawServer.Received;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A server on the loopback with kept connections, which answers the n-th request with the n-th of its scripts. */
final class ScriptServer implements AutoCloseable {
    static final String RESET = "RESET";
    static final String HOLD = "HOLD";
    static final String CUT = "CUT";

    private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "script-server");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger departures = new AtomicInteger();
    private final AtomicInteger next = new AtomicInteger();
    private final List<String> scripts;

    /** Makes a server; the last script serves all requests that follow. */
    ScriptServer(String... scripts) throws IOException {
        this.scripts = List.of(scripts);
        threads.execute(this::accept);
    }

    /** Returns a complete response. */
    static String response(int status, String body, String... headerLines) {
        StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        for (String line : headerLines) {
            text.append(line).append("\r\n");
        }
        return text.append("content-length: ")
                .append(body.getBytes(StandardCharsets.UTF_8).length)
                .append("\r\n\r\n")
                .append(body)
                .toString();
    }

    /** Returns the start of a response, after which nothing comes. */
    static String stalling(int status) {
        return "HTTP/1.1 " + status + " X\r\ncontent-length: 100\r\n\r\n{" + HOLD;
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    List<Received> received() {
        return received;
    }

    List<String> headers(String name) {
        return received.stream().map(request -> request.headers().get(name)).toList();
    }

    /** Returns how many connections were made. */
    int connections() {
        return connections.get();
    }

    /** Waits until so many connections were given up by the client. */
    void awaitDepartures(int count) throws InterruptedException {
        await(() -> departures.get() >= count, "connections given up");
    }

    /** Waits until the client has given up every connection that it made. */
    void awaitNoConnections() throws InterruptedException {
        await(() -> departures.get() == connections.get(), "connections given up");
    }

    void awaitRequests(int count) throws InterruptedException {
        await(() -> received.size() >= count, "requests");
    }

    static void await(BooleanSupplier condition, String what) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            OutputStream out = socket.getOutputStream();
            while (true) {
                received.add(RawServer.read(socket.getInputStream()));
                String script = scripts.get(Math.min(next.getAndIncrement(), scripts.size() - 1));
                if (script.equals(RESET)) {
                    socket.setSoLinger(true, 0);
                    return;
                }
                boolean hold = script.endsWith(HOLD);
                String text = script.replace(HOLD, "").replace(CUT, "");
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
                if (script.endsWith(CUT)) {
                    return;
                }
                if (hold && socket.getInputStream().read() < 0) {
                    return;
                }
            }
        } catch (IOException clientIsGone) {
            // what some tests wait for
        } finally {
            departures.incrementAndGet();
            open.remove(socket);
        }
    }
}
