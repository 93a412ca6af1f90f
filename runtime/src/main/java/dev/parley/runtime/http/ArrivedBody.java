package dev.parley.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A body that is here as a whole, as a stream: no read waits. */
final class ArrivedBody extends InputStream {
    private final List<ByteBuffer> pieces;
    private int current;
    private volatile boolean closed;

    /** @param arrived all pieces; nobody else takes them */
    ArrivedBody(Queue<List<ByteBuffer>> arrived) {
        List<ByteBuffer> first = arrived.poll();
        if (first == null) {
            pieces = List.of();
        } else if (arrived.isEmpty()) {
            pieces = first;
        } else {
            pieces = new ArrayList<>(first);
            arrived.forEach(pieces::addAll);
        }
    }

    @Override
    public int read() throws IOException {
        ByteBuffer piece = piece();
        return piece == null ? -1 : piece.get() & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        ByteBuffer piece = piece();
        if (piece == null) {
            return -1;
        }
        int count = Math.min(length, piece.remaining());
        piece.get(bytes, offset, count);
        return count;
    }

    /** The connection has been given back already; only further reads are refused. */
    @Override
    public void close() {
        closed = true;
    }

    /** Returns the next piece with bytes left in it, or null at the end of the body. */
    private @Nullable ByteBuffer piece() throws IOException {
        if (closed) {
            throw new IOException("the body of the answer is closed");
        }
        while (current < pieces.size()) {
            ByteBuffer piece = pieces.get(current);
            if (piece.hasRemaining()) {
                return piece;
            }
            current++;
        }
        return null;
    }
}
