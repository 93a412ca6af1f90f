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

    /** The data if it has one line, as it nearly always has. */
    private byte @Nullable [] singleLine;

    /** The data if it has several lines. */
    private @Nullable ByteArrayOutputStream lines;

    private boolean named;
    private String event = "";
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
                named = value < to;
                event = text(line, value, to, event);
            }
            case 'i' -> {
                int value = value(ID, line, from, to);
                if (value < 0) {
                    return false;
                }
                if (!hasNul(line, value, to)) {
                    id = text(line, value, to, id);
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

    /** Forgets all but the id, which holds for later events too. */
    void reset() {
        singleLine = null;
        lines = null;
        named = false; // the name itself is kept: the next event is likely to have the same
        retry = null;
    }

    long dataBytes() {
        if (lines != null) {
            return lines.size();
        }
        return singleLine == null ? 0 : singleLine.length;
    }

    /** Returns the data, or null if there was no line of it. */
    byte @Nullable [] takeData() {
        return lines == null ? singleLine : lines.toByteArray();
    }

    String event() {
        return named ? event : ServerSentEvent.MESSAGE;
    }

    String id() {
        return id;
    }

    @Nullable
    Duration retry() {
        return retry;
    }

    private void addData(byte[] line, int from, int to) {
        if (singleLine == null) {
            singleLine = Arrays.copyOfRange(line, from, to);
            return;
        }
        if (lines == null) {
            lines = new ByteArrayOutputStream(singleLine.length + 1 + to - from);
            lines.writeBytes(singleLine);
        }
        lines.write('\n');
        lines.write(line, from, to - from);
    }

    /** Returns where the value of the line starts, or -1 if the line is not a field of that name. */
    private static int value(byte[] name, byte[] line, int from, int to) {
        int colon = from + name.length;
        if (colon > to || !Arrays.equals(name, 0, name.length, line, from, colon)) {
            return -1;
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

    /** Returns the text, the likely one itself if that is what it is. */
    private static String text(byte[] line, int from, int to, String likely) {
        boolean same = likely.length() == to - from;
        for (int i = from; same && i < to; i++) {
            same = line[i] >= 0 && line[i] == likely.charAt(i - from);
        }
        return same ? likely : new String(line, from, to - from, StandardCharsets.UTF_8);
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
