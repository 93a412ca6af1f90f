package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A body as a stream over its pieces. All of them are here, so that no read waits; a subclass waits for further ones. */
class ArrivedBody extends InputStream {
    static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Queue<List<ByteBuffer>> arrived;
    private Iterator<ByteBuffer> pieces = Collections.emptyIterator();
    private ByteBuffer piece = NOTHING;
    private volatile boolean closed;

    /** @param arrived all pieces; nobody else takes them */
    ArrivedBody(Queue<List<ByteBuffer>> arrived) {
        this.arrived = arrived;
    }

    @Override
    public int read() throws IOException {
        return advance(true) ? piece.get() & 0xFF : -1;
    }

    /** Reads as much as is there, of several pieces at once: each event of a stream may be a piece. */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        int count = 0;
        while (count < length && advance(count == 0)) {
            int more = Math.min(length - count, piece.remaining());
            piece.get(bytes, offset + count, more);
            count += more;
        }
        return count == 0 ? -1 : count;
    }

    /** Refuses further reads; the connection has been given back already. */
    @Override
    public void close() {
        closed = true;
    }

    /** Returns whether this is closed. */
    final boolean isClosed() {
        return closed;
    }

    /**
     * Returns the next pieces, or null at the end of the body.
     *
     * @throws IOException if they do not come
     */
    @Nullable
    List<ByteBuffer> next() throws IOException {
        return arrived.poll();
    }

    /** Moves to the next piece with bytes left in it; returns false at the end of the body, or where it had to ask. */
    private boolean advance(boolean ask) throws IOException {
        while (closed || !piece.hasRemaining()) {
            if (closed) {
                throw new IOException("the body of the answer is closed");
            }
            if (pieces.hasNext()) {
                piece = pieces.next();
                continue;
            }
            List<ByteBuffer> next = ask ? next() : null;
            if (next != null) {
                pieces = next.iterator();
            } else if (!closed) {
                return false;
            }
        }
        return true;
    }
}
