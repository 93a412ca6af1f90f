package dev.parley.conformance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A raw server whose answers go wrong in the way that the path asks for, and that knows which connections are open. */
final class LeakServer implements AutoCloseable {
    /** How the threads of tests for leaks are named, which are not counted. */
    static final String THREADS = "leak-test-";

    private static final int PATIENCE_MILLIS = 300_000;

    private final ServerSocket listener;

    /** Takes a port without listening there, so that nobody else can. */
    private final Socket refusing = new Socket();

    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final Map<Socket, String> held = new ConcurrentHashMap<>();

    LeakServer() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        listener = new ServerSocket(0, 2_000, loopback);
        refusing.bind(new InetSocketAddress(loopback, 0));
        start(this::accept);
    }

    static Thread start(Runnable work) {
        Thread thread = new Thread(work, THREADS + "server");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    String baseUrl() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/v1";
    }

    /** An address at which every connection is refused. */
    String refusingUrl() {
        return "http://127.0.0.1:" + refusing.getLocalPort() + "/v1";
    }

    /** Returns how many connections no side has closed. */
    int connections() {
        return open.size();
    }

    /** Returns how many requests have come in. */
    int requests() {
        return requests.get();
    }

    /** Returns the identifiers of the requests whose connections the client has to close. */
    List<String> held() {
        return held.values().stream().sorted().toList();
    }

    /** Closes the connections, idle or not. */
    void disconnect() throws IOException {
        for (Socket socket : open) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        refusing.close();
        disconnect();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                start(() -> converse(socket));
            } catch (IOException closed) {
                // so is the loop
            }
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean more = true;
            while (more) {
                LeakRequest request = LeakRequest.read(in);
                more = request != null && answer(request, socket, in);
            }
        } catch (IOException | InterruptedException clientIsGone) {
            // as many of the calls intend
        } finally {
            open.remove(socket);
        }
    }

    private boolean answer(LeakRequest request, Socket socket, InputStream in)
            throws IOException, InterruptedException {
        requests.incrementAndGet();
        LeakAnswers answers = new LeakAnswers(socket.getOutputStream(), request);
        LeakAnswers.Then then = answers.write();
        switch (then) {
            case NEXT -> {
                return true;
            }
            case HOLD -> {
                held.put(socket, request.id());
                try {
                    while (in.read() >= 0) {
                        // nothing more is expected
                    }
                } finally {
                    held.remove(socket);
                }
            }
            case RESET -> socket.setSoLinger(true, 0);
            case CLOSE -> {}
        }
        return false;
    }

    /**
     * A request, as far as it matters here.
     *
     * @param id the identifier in the path, which names what goes wrong, and may number the call behind a tilde
     * @param retry how many attempts came before
     */
    record LeakRequest(String id, int retry) {

        String fault() {
            return id.split("~")[0];
        }

        /** Reads a request; null if there is none. */
        static @Nullable LeakRequest read(InputStream in) throws IOException {
            String line = line(in);
            if (line == null) {
                return null;
            }
            String id = line.split("[ ?]")[1].split("/")[3];
            int length = 0;
            int retry = 0;
            for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                } else if (lower.startsWith("x-parley-retry-count:")) {
                    retry = Integer.parseInt(lower.substring(21).strip());
                }
            }
            return in.readNBytes(length).length == length ? new LeakRequest(id, retry) : null;
        }

        private static @Nullable String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int octet = in.read(); octet != '\n'; octet = in.read()) {
                if (octet < 0) {
                    return null;
                }
                if (octet != '\r') {
                    line.append((char) octet);
                }
            }
            return line.toString();
        }
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
