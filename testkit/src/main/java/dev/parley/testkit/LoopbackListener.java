package dev.parley.testkit;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP listener on {@code 127.0.0.1} whose threads keep no JVM alive. */
final class LoopbackListener implements AutoCloseable {

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        // HttpServer writes headers and body one after the other. Unless it is told to send both at once, the second
        // waits for the client's delayed acknowledgement of the first, 40 ms an answer. This is read when its first
        // server is made, and there is no other way to say it.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final HttpServer http;
    private final ExecutorService executor;

    /**
     * Starts listening.
     *
     * @param port the port, 0 for any free one
     * @throws IOException if the port cannot be had
     */
    LoopbackListener(int port, HttpHandler handler) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        http = HttpServer.create(new InetSocketAddress(loopback, port), 0);
        executor = Executors.newCachedThreadPool(LoopbackListener::daemon);
        http.setExecutor(executor);
        http.createContext("/", handler);
        startFromDaemon();
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        executor.shutdownNow();
    }

    /** The dispatching thread of {@code HttpServer} is a daemon only if the thread that starts it is one. */
    private void startFromDaemon() throws IOException {
        Thread starter = daemon(http::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "conversations-server");
        thread.setDaemon(true);
        return thread;
    }
}
