package dev.parley.conformance.exchange;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that keeps what is read of it, and hands it on when it is read to its end or closed, whichever comes first. */
final class RecordedBody extends FilterInputStream {

    private final Taker taker;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean finished;

    /** Takes the bytes of a body. */
    interface Taker {
        /**
         * Takes them.
         *
         * @param whole whether they are all that the server sent
         * @throws IOException if they cannot be kept
         */
        void take(byte[] bytes, boolean whole) throws IOException;
    }

    RecordedBody(InputStream body, Taker taker) {
        super(body);
        this.taker = taker;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(buffer, offset, length);
        } catch (IOException e) {
            drop();
            throw e;
        }
        if (count < 0) {
            finish(true);
        } else {
            keep(buffer, offset, count);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        return in.readNBytes((int) Math.min(count, Integer.MAX_VALUE)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        in.close();
        finish(false);
    }

    private synchronized void keep(byte[] buffer, int offset, int count) {
        kept.write(buffer, offset, count);
    }

    private synchronized void drop() {
        finished = true;
    }

    private synchronized void finish(boolean whole) throws IOException {
        if (!finished) {
            finished = true;
            taker.take(kept.toByteArray(), whole);
        }
    }
}
