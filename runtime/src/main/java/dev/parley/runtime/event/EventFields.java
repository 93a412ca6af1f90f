package dev.parley.runtime.event;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the lines of an event have said so far. */
final class EventFields {
    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] EVENT = {'e', 'v', 'e', 'n', 't'};
    private static final byte[] ID = {'i', 'd'};
    private static final byte[] RETRY = {'r', 'e', 't', 'r', 'y'};
    private static final int COUNTABLE_DIGITS = 18;

    private static final byte[] NOTHING = new byte[0];

    /** The array that the data is a part of if it has one line, as it nearly always has; stays until there is other data. */
    private byte[] data = NOTHING;

    private int dataFrom;
    private int dataTo;
    private boolean any;

    /** The data if it has several lines. */
    private @Nullable ByteArrayOutputStream lines;

    private String event = ServerSentEvent.MESSAGE;

    /** The last line that named an event, and the name: the next event is likely to have the same. */
    private byte[] eventLine = NOTHING;

    private String eventOfLine = ServerSentEvent.MESSAGE;
    private String id = "";
    private @Nullable Duration retry;

    /**
     * Takes a line that is not empty; comments, and fields whose value has no meaning, are ignored.
     *
     * @return false if it is neither a field of an event nor a comment
     */
    boolean add(byte[] line, int from, int to) {
        switch (line[from]) {
            case ':' -> {}
            case 'd' -> {
                int value = value(DATA, line, from, to);
                if (value < 0) {
                    return false;
                }
                addData(line, value, to);
            }
            case 'e' -> {
                int value = value(EVENT, line, from, to);
                if (value < 0) {
                    return false;
                }
                event = event(line, from, value, to);
            }
            case 'i' -> {
                int value = value(ID, line, from, to);
                if (value < 0) {
                    return false;
                }
                if (!hasNul(line, value, to)) {
                    id = text(line, value, to);
                }
            }
            case 'r' -> {
                int value = value(RETRY, line, from, to);
                if (value < 0) {
                    return false;
                }
                if (isDigits(line, value, to)) {
                    retry = millis(line, value, to);
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Forgets all but the data, which can still be looked at, and the id, which holds for later events too. */
    void reset() {
        any = false;
        event = ServerSentEvent.MESSAGE;
        retry = null;
    }

    /** Copies the data so far, which is a part of an array that somebody else is about to change. */
    void keepData() {
        if (any && dataTo - dataFrom < data.length) {
            data = Arrays.copyOfRange(data, dataFrom, dataTo);
            dataTo = data.length;
            dataFrom = 0;
        }
    }

    long dataBytes() {
        if (lines != null) {
            return lines.size();
        }
        return any ? dataTo - dataFrom : 0;
    }

    /** Returns whether there was a line of data; from then on it is one. */
    boolean joinData() {
        if (lines != null) {
            data = lines.toByteArray();
            dataFrom = 0;
            dataTo = data.length;
            lines = null;
        }
        return any;
    }

    byte[] data() {
        return data;
    }

    int dataFrom() {
        return dataFrom;
    }

    int dataTo() {
        return dataTo;
    }

    String event() {
        return event;
    }

    String id() {
        return id;
    }

    @Nullable
    Duration retry() {
        return retry;
    }

    private void addData(byte[] line, int from, int to) {
        if (!any) {
            any = true;
            data = line;
            dataFrom = from;
            dataTo = to;
            return;
        }
        if (lines == null) {
            lines = new ByteArrayOutputStream(dataTo - dataFrom + 1 + to - from);
            lines.write(data, dataFrom, dataTo - dataFrom);
        }
        lines.write('\n');
        lines.write(line, from, to - from);
    }

    /** Returns where the value of the line starts, or -1 if the line is not a field of that name. */
    private static int value(byte[] name, byte[] line, int from, int to) {
        int colon = from + name.length;
        if (colon > to) {
            return -1;
        }
        for (int i = 0; i < name.length; i++) {
            if (line[from + i] != name[i]) {
                return -1;
            }
        }
        if (colon == to) {
            return to;
        }
        if (line[colon] != ':') {
            return -1;
        }
        int value = colon + 1;
        return value < to && line[value] == ' ' ? value + 1 : value;
    }

    private String event(byte[] line, int from, int value, int to) {
        if (!Arrays.equals(line, from, to, eventLine, 0, eventLine.length)) {
            eventLine = Arrays.copyOfRange(line, from, to);
            eventOfLine = value < to ? text(line, value, to) : ServerSentEvent.MESSAGE;
        }
        return eventOfLine;
    }

    private static String text(byte[] line, int from, int to) {
        return new String(line, from, to - from, StandardCharsets.UTF_8);
    }

    private static boolean hasNul(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDigits(byte[] line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (line[i] < '0' || line[i] > '9') {
                return false;
            }
        }
        return from < to;
    }

    /** Returns that many milliseconds, or as many as can be counted. */
    private static Duration millis(byte[] digits, int from, int to) {
        int start = from;
        while (start < to - 1 && digits[start] == '0') {
            start++;
        }
        return to - start > COUNTABLE_DIGITS
                ? Duration.ofMillis(Long.MAX_VALUE)
                : Duration.ofMillis(Long.parseLong(new String(digits, start, to - start, StandardCharsets.ISO_8859_1)));
    }
}
