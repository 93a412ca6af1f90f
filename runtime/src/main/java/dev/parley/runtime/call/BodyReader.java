package dev.parley.runtime.call;

import dev.parley.runtime.http.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.util.Arrays;

/** Reads a body into memory, within a size and a deadline. */
final class BodyReader {
    /** The length that every JVM can give an array. */
    static final int LARGEST_LIMIT = Integer.MAX_VALUE - 8;

    private static final int FIRST_BUFFER = 16 * 1024;

    private final InputStream body;
    private final int limit;
    private final Deadline deadline;
    private byte[] buffer = new byte[0];
    private int length;

    BodyReader(InputStream body, long limit, Deadline deadline) {
        this.body = body;
        this.limit = (int) Math.min(limit, LARGEST_LIMIT);
        this.deadline = deadline;
    }

    /**
     * Reads on to the end of the body.
     *
     * @throws ResponseTooLargeException if the body is larger than the limit
     * @throws HttpTimeoutException if the deadline passes first
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
            throw new HttpTimeoutException("the body is not complete in time");
        }
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, grown());
        }
        int count = body.read(buffer, length, buffer.length - length);
        if (count < 0) {
            return false;
        }
        length += count;
        return true;
    }

    private int grown() {
        return (int) Math.min(limit, Math.max(FIRST_BUFFER, 2L * buffer.length));
    }
}
