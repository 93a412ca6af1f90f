package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a body into memory, within a size and a deadline. */
final class BodyReader {
    /** The length that every JVM can give an array. */
    static final int LARGEST_LIMIT = Integer.MAX_VALUE - 8;

    private static final byte[] NOTHING = new byte[0];
    private static final int FIRST_BUFFER = 16 * 1024;

    /** Beyond this a length that the server declares is not believed before the bytes are there. */
    private static final int BELIEVED_LENGTH = 256 * 1024;

    private final InputStream body;
    private final int limit;
    private final Deadline deadline;
    private byte[] buffer = NOTHING;
    private int length;

    /**
     * Makes a reader.
     *
     * @param declared the length that the answer declares, or -1
     * @param limit how many bytes at most
     */
    BodyReader(InputStream body, long declared, long limit, Deadline deadline) {
        this.body = body;
        this.limit = (int) Math.min(limit, LARGEST_LIMIT);
        this.deadline = deadline;
        if (declared > 0) {
            buffer = new byte[firstBuffer(declared, this.limit)];
        }
    }

    /** Returns how large a buffer is at first, so that a body of the length declared fits without a copy. */
    static int firstBuffer(long declared, int limit) {
        long wanted = declared < 0 ? FIRST_BUFFER : Math.min(declared, BELIEVED_LENGTH);
        return (int) Math.min(limit, wanted);
    }

    /**
     * Reads on to the end of the body.
     *
     * @throws ResponseTooLargeException if the body is larger than the limit
     * @throws java.net.http.HttpTimeoutException if the deadline passes first
     */
    byte[] toEnd() throws IOException {
        toLimit();
        if (length == limit && body.read() >= 0) {
            throw new ResponseTooLargeException(limit);
        }
        return soFar();
    }

    /** Reads on to the end of the body or to the limit; what follows is left unread. */
    byte[] toLimit() throws IOException {
        boolean more = true;
        while (more && length < limit) {
            more = fill();
        }
        return soFar();
    }

    /** Reads on to the end of the body if that comes within the limit; keeps nothing. */
    void drain() throws IOException {
        buffer = new byte[Math.min(limit, FIRST_BUFFER)];
        int rest = limit;
        int count = 0;
        while (count >= 0 && rest > 0 && !deadline.hasPassed()) {
            count = body.read(buffer, 0, Math.min(rest, buffer.length));
            rest -= count;
        }
    }

    /** Returns what was read, however reading ended. */
    byte[] soFar() {
        return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
    }

    /** Reads once; returns false at the end of the body. */
    private boolean fill() throws IOException {
        if (deadline.hasPassed()) {
            throw FailureKind.late("the body is not complete in time");
        }
        if (length == buffer.length) {
            return fillBeyond();
        }
        int count = body.read(buffer, length, buffer.length - length);
        if (count < 0) {
            return false;
        }
        length += count;
        return true;
    }

    /** Reads once where the buffer is full; it grows only if there is more, since most bodies are as long as declared. */
    private boolean fillBeyond() throws IOException {
        if (length > 0) {
            int next = body.read();
            if (next < 0) {
                return false;
            }
            buffer = Arrays.copyOf(buffer, grown());
            buffer[length++] = (byte) next;
            return true;
        }
        buffer = new byte[grown()];
        return fill();
    }

    private int grown() {
        return (int) Math.min(limit, Math.max(FIRST_BUFFER, 2L * buffer.length));
    }
}
