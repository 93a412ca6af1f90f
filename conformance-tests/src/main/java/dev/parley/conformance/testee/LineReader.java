package dev.parley.conformance.testee;

import java.io.Flushable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads lines of bytes, of any length that fits into memory. Before it waits for input it flushes what was answered, so
 * that who writes one line gets its answer, and who writes many pays for few flushes.
 */
final class LineReader {

    private static final int FIRST_BYTES = 1 << 16;
    private static final int KEPT_BYTES = 1 << 22;
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private final InputStream in;
    private final Flushable answers;
    private final int mostBytes;
    private byte[] buffer = new byte[FIRST_BYTES];

    /** Where the bytes start that belong to no line yet, and where they end. */
    private int start;

    private int end;
    private int lineStart;
    private int lineEnd;
    private boolean tooLong;
    private boolean atEnd;

    LineReader(InputStream in, Flushable answers) {
        this(in, answers, MOST_BYTES);
    }

    /** Makes a reader that refuses lines of more bytes. */
    LineReader(InputStream in, Flushable answers, int mostBytes) {
        this.in = in;
        this.answers = answers;
        this.mostBytes = mostBytes;
    }

    /** Goes to the next line; returns false at the end of the input. The last line may lack its line feed. */
    boolean next() throws IOException {
        if (buffer.length > KEPT_BYTES && end - start <= FIRST_BYTES) {
            move(FIRST_BYTES);
        }
        tooLong = false;
        int searched = start;
        while (true) {
            for (int i = searched; i < end; i++) {
                if (buffer[i] == '\n') {
                    take(i);
                    start = i + 1;
                    return true;
                }
            }
            if (atEnd) {
                return rest();
            }
            searched = end - start;
            fill();
            searched = tooLong ? start : start + searched;
        }
    }

    /** Returns the line without its line feed, a view that counts until the next one is asked for. */
    ByteBuffer line() {
        return ByteBuffer.wrap(buffer, lineStart, lineEnd - lineStart);
    }

    /** Returns whether the line was longer than memory allows, in which case it is empty. */
    boolean isTooLong() {
        return tooLong;
    }

    private boolean rest() {
        if (start == end && !tooLong) {
            return false;
        }
        take(end);
        start = end;
        return true;
    }

    private void take(int newLine) {
        lineStart = start;
        lineEnd = tooLong ? start : newLine;
    }

    private void fill() throws IOException {
        if (tooLong) {
            start = 0;
            end = 0;
        }
        if (end == buffer.length) {
            makeRoom();
        }
        answers.flush();
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            atEnd = true;
        } else {
            end += read;
        }
    }

    private void makeRoom() {
        int length = end - start;
        if (length < buffer.length / 2) {
            move(buffer.length);
            return;
        }
        tooLong = length >= mostBytes || !grow();
        if (tooLong) {
            start = 0;
            end = 0;
        }
    }

    private boolean grow() {
        try {
            move((int) Math.min(mostBytes, 2L * buffer.length));
            return true;
        } catch (OutOfMemoryError e) {
            return false;
        }
    }

    /** Moves what belongs to no line yet to the start of a buffer. */
    private void move(int capacity) {
        int length = end - start;
        if (capacity == buffer.length) {
            System.arraycopy(buffer, start, buffer, 0, length);
        } else if (start == 0) {
            buffer = Arrays.copyOf(buffer, capacity);
        } else {
            byte[] moved = new byte[capacity];
            System.arraycopy(buffer, start, moved, 0, length);
            buffer = moved;
        }
        start = 0;
        end = length;
    }
}
