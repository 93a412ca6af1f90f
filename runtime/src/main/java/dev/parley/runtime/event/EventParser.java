package dev.parley.runtime.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream of server-sent events apart, bytes in and events out, as the HTML Standard says in section
 * "Server-sent events", 9.2.5 "Parsing an event stream" and 9.2.6 "Interpreting an event stream".
 *
 * <p>Bytes come in pieces of any size, cut anywhere. Each byte is looked at once. The data of an event stays bytes, so
 * that its JSON is read without a string in between. An event that is under way when the stream ends is none for
 * {@link #next()}. Not safe for use by several threads at once.
 */
public final class EventParser {
    private static final byte[] NOTHING = new byte[0];
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long BEYOND_CARRIAGE_RETURNS = 0x0101010101010101L * ('\r' + 1);
    private static final long HIGH_BITS = 0x8080808080808080L;

    private final long maxEventBytes;

    private byte[] input = NOTHING;
    private int at;
    private int end;

    /** The start of a line whose end is not there yet, null if there is none. */
    private @Nullable ByteArrayOutputStream cutLine;

    private boolean afterCarriageReturn;
    private boolean firstLine = true;

    private final EventFields building = new EventFields();
    private final StrayLines stray = new StrayLines();
    private String lastEventId = "";
    private String event = ServerSentEvent.MESSAGE;
    private @Nullable Duration retry;

    /**
     * Makes a parser that stands before the first byte.
     *
     * @param maxEventBytes what an event, or any line, may have at most
     */
    public EventParser(long maxEventBytes) {
        if (maxEventBytes < 1) {
            throw new IllegalArgumentException("an event must be allowed one byte at least, not " + maxEventBytes);
        }
        this.maxEventBytes = maxEventBytes;
    }

    /**
     * Adds bytes, which must stay as they are until {@link #next()} has returned false.
     *
     * @throws IllegalStateException if {@link #next()} has not returned false since the last time
     */
    public void feed(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (at < end) {
            throw new IllegalStateException("the bytes that were fed before are not used up");
        }
        input = bytes;
        at = offset;
        end = offset + length;
    }

    /**
     * Goes on to the next event.
     *
     * @return false if the bytes that were fed so far do not hold another complete event
     * @throws IOException if a line or an event is larger than allowed
     */
    public boolean next() throws IOException {
        while (at < end) {
            if (afterCarriageReturn) {
                afterCarriageReturn = false;
                if (input[at] == '\n') {
                    at++;
                    continue;
                }
            }
            int from = at;
            int lineEnd = lineEnd(from);
            if (lineEnd == end) {
                keep(from);
                break;
            }
            at = lineEnd + 1;
            afterCarriageReturn = input[lineEnd] == '\r';
            if (isLastLine(from, lineEnd)) {
                return true;
            }
        }
        building.keepData();
        input = NOTHING;
        at = 0;
        end = 0;
        return false;
    }

    /** Returns the data of the event, copied, if {@link #next()} has not been called again. */
    public byte[] data() {
        return Arrays.copyOfRange(building.data(), building.dataFrom(), building.dataTo());
    }

    /** Returns what holds the data of the event until {@link #next()} is called again. */
    EventFields fields() {
        return building;
    }

    /** Returns the type of the event, {@code message} if it has none of its own. */
    public String event() {
        return event;
    }

    /** Returns the last event id, to be sent as {@code Last-Event-ID} where a stream is taken up again, or null. */
    public @Nullable String lastEventId() {
        return lastEventId.isEmpty() ? null : lastEventId;
    }

    /** Returns the event; bytes of its data that are not UTF-8 become U+FFFD. */
    public ServerSentEvent toEvent() {
        return new ServerSentEvent(lastEventId(), event, new String(data(), StandardCharsets.UTF_8), retry);
    }

    /**
     * Ends the last line, which may lack its end, and makes the event that is under way the one to look at.
     *
     * @return false if it has no data
     * @throws IOException if the line is larger than allowed
     */
    boolean finish() throws IOException {
        if (cutLine != null) {
            byte[] line = cutLine.toByteArray();
            cutLine = null;
            boolean unused = isLastLine(line, 0, line.length);
        }
        return take();
    }

    /** Returns the lines so far that are neither fields nor comments, or null if there were none. */
    byte @Nullable [] strayLines() {
        return stray.bytes();
    }

    private int lineEnd(int from) {
        byte[] bytes = input;
        int limit = end;
        int i = from;
        while (i < limit) {
            if (i + Long.BYTES <= limit) {
                long word = (long) WORDS.get(bytes, i);
                // The lowest bit is exact; others may be set above it.
                long controls = word - BEYOND_CARRIAGE_RETURNS & ~word & HIGH_BITS;
                if (controls == 0) {
                    i += Long.BYTES;
                    continue;
                }
                i += Long.numberOfTrailingZeros(controls) / Byte.SIZE;
            }
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                break;
            }
            i++;
        }
        return i;
    }

    private void keep(int from) throws IOException {
        if (cutLine == null) {
            cutLine = new ByteArrayOutputStream(end - from);
        }
        refuseLarge(building.dataBytes() + cutLine.size() + end - from);
        cutLine.write(input, from, end - from);
    }

    private boolean isLastLine(int from, int lineEnd) throws IOException {
        if (cutLine == null) {
            return isLastLine(input, from, lineEnd);
        }
        refuseLarge((long) cutLine.size() + lineEnd - from);
        cutLine.write(input, from, lineEnd - from);
        byte[] line = cutLine.toByteArray();
        cutLine = null;
        return isLastLine(line, 0, line.length);
    }

    /** Takes a line; returns whether it ends an event that is to be handed out. */
    private boolean isLastLine(byte[] line, int from, int to) throws IOException {
        int start = from;
        if (firstLine) {
            firstLine = false;
            start += byteOrderMark(line, from, to);
        }
        if (start < to) {
            refuseLarge(building.dataBytes() + to - start);
            if (!building.add(line, start, to)) {
                stray.add(line, start, to);
            }
            return false;
        }
        lastEventId = building.id();
        return take();
    }

    /** Makes what was said so far the event, if it has data. */
    private boolean take() {
        boolean complete = building.joinData();
        if (complete) {
            lastEventId = building.id();
            event = building.event();
            retry = building.retry();
        }
        building.reset();
        return complete;
    }

    private static int byteOrderMark(byte[] line, int from, int to) {
        boolean marked = to - from >= 3
                && line[from] == (byte) 0xEF
                && line[from + 1] == (byte) 0xBB
                && line[from + 2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private void refuseLarge(long size) throws IOException {
        if (size > maxEventBytes) {
            throw new IOException("an event of the stream is larger than the limit of " + maxEventBytes + " bytes");
        }
    }
}
