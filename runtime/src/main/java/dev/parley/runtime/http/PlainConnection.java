package dev.parley.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection to an http address, or to a proxy for one. */
final class PlainConnection implements IdleConnection {

    /** As long as {@code HttpURLConnection} keeps one: servers close theirs sooner or later without a word. */
    private static final long LONGEST_IDLE = TimeUnit.SECONDS.toNanos(5);

    /**
     * After a pause as short as this a server is not asked whether it has closed, since the question takes a millisecond;
     * but for once, as there are servers that close behind every answer without a word.
     */
    private static final long SHORTEST_IDLE = TimeUnit.MILLISECONDS.toNanos(10);

    /** What a connection takes even if its server reads nothing: the least that systems buffer. */
    private static final int TAKEN_UNREAD = 16 * 1024;

    private final Socket socket;
    private @Nullable PlainInput input;
    private boolean kept; // by the server, behind an answer
    private long carried;
    private volatile long idleSince;

    PlainConnection() throws SocketException {
        socket = IdleConnection.socket();
    }

    /** Looks up the end of the route that is next, for which there is no timeout. */
    static InetSocketAddress next(Route route) throws UnknownHostException {
        InetSocketAddress proxy = route.proxy();
        InetSocketAddress next;
        if (proxy == null) {
            next = new InetSocketAddress(route.host(), route.port());
        } else {
            next = proxy.isUnresolved() ? new InetSocketAddress(proxy.getHostString(), proxy.getPort()) : proxy;
        }
        if (next.isUnresolved()) {
            throw new UnknownHostException(next.getHostString());
        }
        return next;
    }

    /** Connects to {@link #next}, and closes the socket if that fails. */
    void connect(InetSocketAddress next, int timeoutMillis) throws IOException {
        socket.connect(next, timeoutMillis);
    }

    /** Returns what the server sends, as it is read for one exchange. */
    PlainInput input(Deadline deadline) throws IOException {
        if (input == null) {
            input = new PlainInput(socket);
        }
        input.until(deadline);
        return input;
    }

    /**
     * Returns whether a write of so many bytes may block: the server may not have read what it was sent before, even if it
     * has answered.
     */
    boolean mayBlock(int size) {
        return carried + size > TAKEN_UNREAD;
    }

    /**
     * Returns where one piece can be written to, which has the whole request.
     *
     * @param size the bytes of the piece
     */
    OutputStream output(int size) throws IOException {
        carried += size;
        return socket.getOutputStream();
    }

    /** Returns where several pieces can be written to, none of which waits until the server has told of the one before. */
    OutputStream outputOfPieces() throws IOException {
        carried = Long.MAX_VALUE / 2;
        socket.setTcpNoDelay(true);
        return socket.getOutputStream();
    }

    /** Says that the exchange has come to its end; whoever keeps the connection asks for {@link #reopen} later. */
    void rest() {
        idleSince = System.nanoTime();
    }

    @Override
    public boolean isOpen() {
        return !socket.isClosed();
    }

    @Override
    public boolean reopen() {
        long idle = System.nanoTime() - idleSince;
        if (isOpen()
                && idle < LONGEST_IDLE
                && isDrained()
                && ((kept && idle < SHORTEST_IDLE) || IdleConnection.isQuiet(socket))) {
            kept = true;
            return true;
        }
        breakOff();
        return false;
    }

    /** Returns whether nothing was left: the next answer would begin with what nobody asked for. */
    private boolean isDrained() {
        PlainInput used = input;
        try {
            return used != null && used.isDrained();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void breakOff() {
        try {
            socket.close();
        } catch (IOException ignored) {
            // it is gone
        }
    }
}
