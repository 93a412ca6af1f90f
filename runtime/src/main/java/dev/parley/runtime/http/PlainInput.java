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

    /** Returns whether nothing has come in that was not read; of the end of the connection it knows nothing. */
    boolean isDrained() throws IOException {
        return position == limit && in.available() == 0;
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
        StringBuilder line = toLineFeed(most);
        if (line == null) {
            return null;
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }

    /**
     * Reads a line as {@link #line}, but one with a carriage return and a line feed at its end and neither of them before:
     * in the body, what others take for the end of a line decides where the answer ends.
     *
     * @throws ProtocolException if the line is longer, or ends otherwise
     */
    @Nullable
    String strictLine(int most) throws IOException {
        StringBuilder line = toLineFeed(most);
        if (line == null) {
            return null;
        }
        int end = line.indexOf("\r");
        if (end < 0 || end != line.length() - 1) {
            throw new ProtocolException("the body has a line whose end is in doubt");
        }
        return line.substring(0, end);
    }

    /** Returns the text without the spaces and tabs around it; other blanks of Java are none in HTTP. */
    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private @Nullable StringBuilder toLineFeed(int most) throws IOException {
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
        return line;
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
