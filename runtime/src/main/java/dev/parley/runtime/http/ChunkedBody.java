package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** A body that comes in chunks, each with its length before it (RFC 9112, section 7.1). Trailers are dropped. */
final class ChunkedBody extends InputStream {
    private static final int LONGEST_LINE = 8 * 1024;
    private static final int MOST_TRAILERS = 128;
    private static final int MOST_DIGITS = 15;

    private final PlainInput in;
    private long left; // of the chunk at hand
    private boolean begun;
    private boolean ended;

    private ChunkedBody(PlainInput in) {
        this.in = in;
    }

    static InputStream of(PlainInput in) {
        return new ChunkedBody(in);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (left == 0 && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(bytes, offset, (int) Math.min(wanted, left));
        if (count < 0) {
            throw broken();
        }
        left -= count;
        return count;
    }

    private void next() throws IOException {
        if (begun && !line().isEmpty()) {
            throw new ProtocolException("a chunk of the body is longer than it says");
        }
        begun = true;
        left = size(line());
        if (left == 0) {
            ended = true;
            for (int trailers = 0; !line().isEmpty(); trailers++) {
                if (trailers == MOST_TRAILERS) {
                    throw new ProtocolException("the body has more than " + MOST_TRAILERS + " trailers");
                }
            }
        }
    }

    /** Reads hexadecimal digits; what stands behind them, from a semicolon on, is for others. */
    private static long size(String line) throws ProtocolException {
        int semicolon = line.indexOf(';');
        String digits = PlainInput.trimmed(semicolon < 0 ? line : line.substring(0, semicolon));
        long size = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), 16) : -1;
            if (digit < 0 || size >> (4 * MOST_DIGITS - 4) != 0) {
                throw new ProtocolException("a chunk of the body has no length");
            }
            size = size << 4 | digit;
        }
        if (digits.isEmpty()) {
            throw new ProtocolException("a chunk of the body has no length");
        }
        return size;
    }

    private String line() throws IOException {
        String line = in.strictLine(LONGEST_LINE);
        if (line == null) {
            throw broken();
        }
        return line;
    }

    private static IOException broken() {
        return new IOException("the body ended before its last chunk");
    }
}
