package dev.parley.benchmarks.call;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Iterator;

/**
 * A server that does as little as it can: one thread, requests looked at as far as their length and target, answers that
 * are encoded beforehand. It is a process of its own, so that nothing of it counts as the client's.
 */
final class AnsweringServer {
    private final byte[] item = whole(Answers.item());
    private final byte[] conversation = whole(Answers.conversation());
    private final byte[] events;
    private final byte[][] pages;
    private final Selector selector = Selector.open();
    private final ServerSocketChannel listening = ServerSocketChannel.open();

    private AnsweringServer(int count, int deltas) throws IOException {
        events = chunked(Answers.events(deltas));
        pages = new byte[count][];
        for (int i = 0; i < count; i++) {
            pages[i] = whole(Answers.page(i, count));
        }
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        listening.configureBlocking(false);
        listening.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Takes the number of pages there are, and of the events of a stream beside its first and its last; prints the port,
     * and ends with the process that started it.
     */
    public static void main(String[] arguments) throws IOException {
        AnsweringServer server = new AnsweringServer(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
        Thread life = new Thread(AnsweringServer::endWithParent, "end");
        life.setDaemon(true);
        life.start();
        System.out.println(server.listening.socket().getLocalPort());
        while (true) {
            server.serve();
        }
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // whatever it is, the parent is still there
            }
        } catch (IOException gone) {
            // as is the parent
        }
        Runtime.getRuntime().halt(0);
    }

    private void serve() throws IOException {
        selector.select();
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); ) {
            SelectionKey key = keys.next();
            keys.remove();
            if (key.isAcceptable()) {
                SocketChannel channel = listening.accept();
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.register(selector, SelectionKey.OP_READ, new Connection());
                continue;
            }
            try {
                serve(key, (Connection) key.attachment(), (SocketChannel) key.channel());
            } catch (IOException gone) {
                key.channel().close();
            }
        }
    }

    private void serve(SelectionKey key, Connection connection, SocketChannel channel) throws IOException {
        if (connection.answer == null && channel.read(connection.received) < 0) {
            channel.close();
            return;
        }
        while (connection.answer != null || connection.isComplete()) {
            if (connection.answer == null) {
                connection.answer = ByteBuffer.wrap(answer(connection));
                connection.forget();
            }
            channel.write(connection.answer);
            if (connection.answer.hasRemaining()) {
                key.interestOps(SelectionKey.OP_WRITE);
                return;
            }
            connection.answer = null;
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    private byte[] answer(Connection request) {
        String target = request.target();
        if (request.received.get(0) == 'P') {
            return target.endsWith("/responses") ? events : conversation;
        }
        if (!target.endsWith("/items") && target.indexOf('?') < 0) {
            return item;
        }
        int cursor = target.indexOf(Answers.CURSOR);
        int digits = cursor + Answers.CURSOR.length();
        return cursor < 0
                ? pages[0]
                : pages[Integer.parseInt(target, digits, digits + Answers.DIGITS_OF_A_CURSOR, 10) + 1];
    }

    private static byte[] whole(byte[] body) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(Answers.utf8("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-request-id: req_1\r\n"
                + "openai-processing-ms: 7\r\ndate: Mon, 23 Nov 2026 00:00:00 GMT\r\ncontent-length: " + body.length
                + "\r\n\r\n"));
        answer.writeBytes(body);
        return answer.toByteArray();
    }

    /** Each event is a chunk, since a real server sends each when it is made. */
    private static byte[] chunked(byte[][] pieces) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(Answers.utf8(String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "content-type: text/event-stream; charset=utf-8",
                "x-request-id: req_1",
                "transfer-encoding: chunked",
                "",
                "")));
        for (byte[] piece : pieces) {
            answer.writeBytes(Answers.utf8(Integer.toHexString(piece.length) + "\r\n"));
            answer.writeBytes(piece);
            answer.writeBytes(Answers.utf8("\r\n"));
        }
        answer.writeBytes(Answers.utf8("0\r\n\r\n"));
        return answer.toByteArray();
    }
}
