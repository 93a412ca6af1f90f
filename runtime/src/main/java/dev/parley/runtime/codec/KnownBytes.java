package dev.parley.runtime.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A few bytes that JSON texts hold again and again, compared eight at a time. */
final class KnownBytes {
    private final byte[] bytes;
    private final int length;

    /** The first and the last eight bytes; they overlap where there are less than sixteen. */
    private final long head;

    private final long tail;

    KnownBytes(byte[] bytes) {
        this.bytes = bytes;
        length = bytes.length;
        JsonBytes known = new JsonBytes(bytes);
        head = known.head(0, length);
        tail = length > Long.BYTES ? known.tail(length) : 0;
    }

    /** Returns a string between quotes as JSON has it, or null if it is not plain ASCII. */
    static @Nullable KnownBytes quoted(String text) {
        byte[] bytes = ('"' + text + '"').getBytes(StandardCharsets.UTF_8);
        int end = bytes.length - 1;
        return new JsonBytes(bytes).afterPlain(1, end) == end ? new KnownBytes(bytes) : null;
    }

    int length() {
        return length;
    }

    /** Returns whether these bytes stand at an index of a text, which has to be so long at least. */
    boolean isAt(JsonBytes json, int at) {
        if (json.head(at, length) != head) {
            return false;
        }
        return length <= Long.BYTES
                || json.tail(at + length) == tail && (length <= 2 * Long.BYTES || isMiddleAt(json, at));
    }

    private boolean isMiddleAt(JsonBytes json, int at) {
        int from = Long.BYTES;
        int to = length - Long.BYTES;
        return Arrays.equals(bytes, from, to, json.array(), at + from, at + to);
    }
}
