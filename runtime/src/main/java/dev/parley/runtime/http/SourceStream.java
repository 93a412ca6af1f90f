package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of a source, which must be as many as it said; its failures are told from those of the network. */
final class SourceStream extends InputStream {
    private static final long UNKNOWN = -1;

    private final InputStream bytes;
    private final long length;
    private long count;

    private SourceStream(InputStream bytes, long length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** Returns the length of a source, -1 if it is unknown. */
    static long length(BodySource source) throws BodySourceException {
        try {
            return Math.max(UNKNOWN, source.length());
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    static InputStream open(BodySource source, long length) throws BodySourceException {
        try {
            return new SourceStream(Objects.requireNonNull(source.open(), "the source opened no stream"), length);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    /** Reads at least one byte, unless none is left or asked for. */
    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        Objects.checkFromIndexSize(offset, wanted, into.length);
        if (wanted == 0) {
            return 0;
        }
        int read;
        try {
            do {
                read = bytes.read(into, offset, wanted);
            } while (read == 0);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
        count += Math.max(0, read);
        if (length != UNKNOWN && (count > length || (read < 0 && count < length))) {
            throw new BodySourceException(
                    "the body of the request has " + (read < 0 ? "only " + count : "more") + " bytes, not the " + length
                            + " that were announced",
                    null);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    private static BodySourceException unreadable(Exception cause) {
        if (cause instanceof BodySourceException known) {
            return known;
        }
        String detail = cause.getMessage() == null ? "" : ": " + cause.getMessage();
        return new BodySourceException(
                "the body of the request cannot be read: " + cause.getClass().getSimpleName() + detail, cause);
    }
}
