package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The body of an answer of {@link UrlConnectionTransport}, which looks after its end and its failures. */
final class UrlBody extends InputStream {
    private final UrlExchange exchange;
    private final InputStream body;
    private final long length;
    private long count;
    private boolean ended;
    private volatile boolean closed;

    /** @param length the bytes to come, or -1 if nobody knows */
    UrlBody(UrlExchange exchange, InputStream body, long length) {
        this.exchange = exchange;
        this.body = body;
        this.length = length;
    }

    /** Lets go of the connection if there is nothing to read. */
    void endIfEmpty() throws IOException {
        if (length == 0) {
            end();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int wanted) throws IOException {
        Objects.checkFromIndexSize(offset, wanted, bytes.length);
        if (closed) {
            throw new IOException("the body of the answer is closed");
        }
        if (wanted == 0 || ended) {
            return wanted == 0 ? 0 : -1;
        }
        exchange.requireRunning();
        try {
            int most = length < 0 ? wanted : (int) Math.min(wanted, length - count);
            return advance(body.read(bytes, offset, most));
        } catch (IOException | RuntimeException e) {
            throw exchange.failure(e);
        }
    }

    /** Gives up the connection at once unless the body was read to its end; a read that is waiting throws. */
    @Override
    public void close() {
        closed = true;
        exchange.close(); // nothing happens if the body has ended
    }

    private int advance(int read) throws IOException {
        if (read >= 0) {
            count += read;
            if (count == length) {
                end();
            }
            return read;
        }
        if (count < length) {
            throw new IOException("the body ended after " + count + " of " + length + " bytes");
        }
        exchange.requireRunning(); // for the JDK, a socket that was closed may look like the end of a body
        end();
        return -1;
    }

    private void end() throws IOException {
        ended = true;
        body.close();
        exchange.complete();
    }
}
