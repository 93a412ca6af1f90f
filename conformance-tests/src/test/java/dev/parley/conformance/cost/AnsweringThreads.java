package dev.parley.conformance.cost;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server that gives every GET the same answer, and knows its threads, so that they can be left out of a count. */
final class AnsweringThreads implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Long> threads = ConcurrentHashMap.newKeySet();
    private final byte[] answer;

    AnsweringThreads(String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\ncontent-length: "
                + body.length + "\r\n\r\n";
        answer = (head + json).getBytes(StandardCharsets.UTF_8);
        start(this::accept);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    boolean owns(long thread) {
        return threads.contains(thread);
    }

    @SuppressWarnings("deprecation") // threadId() is of Java 19
    private void start(Runnable work) {
        Thread thread = new Thread(work, "answering");
        thread.setDaemon(true);
        threads.add(thread.getId());
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                start(() -> answer(socket));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void answer(Socket socket) {
        byte[] buffer = new byte[8192];
        int length = 0;
        try (socket) {
            InputStream in = socket.getInputStream();
            for (int count = in.read(buffer); count > 0; count = in.read(buffer, length, buffer.length - length)) {
                length += count;
                if (length >= 4 && buffer[length - 1] == '\n' && buffer[length - 3] == '\n') {
                    socket.getOutputStream().write(answer);
                    length = 0;
                }
            }
        } catch (IOException gone) {
            // as the client wants it
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
