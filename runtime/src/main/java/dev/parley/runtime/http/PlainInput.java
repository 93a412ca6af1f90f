package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a server sends over one connection: lines and bytes, each read of which ends at the deadline. */
final class PlainInput extends InputStream {
    private static final int CAPACITY = 8 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[CAPACITY];
    private int position;
    private int limit;
    private @Nullable Deadline deadline;

    PlainInput(Socket socket) throws IOException {
        this.socket = socket;
        in = socket.getInputStream();
    }

    /** Sets when reads end with a {@link SocketTimeoutException}. */
    void until(Deadline end) {
        deadline = end;
    }

    /** Returns whether nothing has come in that was not read. */
    boolean isDrained() {
        return position == limit;
    }

    @Override
    public int read() throws IOException {
        if (position == limit && !fill()) {
            return -1;
        }
        return buffer[position++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (position == limit) {
            if (wanted >= CAPACITY) {
                awaitable();
                return in.read(bytes, offset, wanted);
            }
            if (!fill()) {
                return -1;
            }
        }
        int count = Math.min(wanted, limit - position);
        System.arraycopy(buffer, position, bytes, offset, count);
        position += count;
        return count;
    }

    /**
     * Reads a line of Latin-1 without its end, a line feed that a carriage return may stand before.
     *
     * @param most the length that it may have, in bytes
     * @return the line, or null if the connection has ended before its first byte
     * @throws ProtocolException if the line is longer
     */
    @Nullable
    String line(int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = read(); octet != '\n'; octet = read()) {
            if (octet < 0) {
                if (line.length() == 0) {
                    return null;
                }
                throw new IOException("the connection ended within a line");
            }
            if (line.length() == most) {
                throw new ProtocolException("the answer has a line of more than " + most + " bytes");
            }
            line.append((char) octet);
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    private boolean fill() throws IOException {
        awaitable();
        limit = 0;
        position = 0;
        limit = Math.max(0, in.read(buffer, 0, CAPACITY));
        return limit > 0;
    }

    private void awaitable() throws IOException {
        if (deadline != null) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos());
            if (left <= 0) {
                throw new SocketTimeoutException("the time is over");
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
        }
    }
}
