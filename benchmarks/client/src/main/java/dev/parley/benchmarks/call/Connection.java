package dev.parley.benchmarks.call;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What came in on one connection of the server, and what is still to go out. */
final class Connection {
    private static final byte[] BLANK_LINE = Answers.utf8("\r\n\r\n");
    private static final byte[] LENGTH = Answers.utf8("content-length:");
    private static final byte[] CHUNKED = Answers.utf8("transfer-encoding: chunked");
    private static final byte[] LAST_CHUNK = Answers.utf8("0\r\n\r\n");

    final ByteBuffer received = ByteBuffer.allocate(64 * 1024);

    @Nullable
    ByteBuffer answer;

    private int end;

    /** Returns whether a request is there to its last byte. */
    boolean isComplete() {
        int limit = received.position();
        int blank = find(BLANK_LINE, 0, limit);
        if (blank < 0) {
            return false;
        }
        int head = blank + BLANK_LINE.length;
        end = head;
        if (received.get(0) == 'P') {
            int length = find(LENGTH, 0, blank);
            if (length >= 0) {
                end = head + number(length + LENGTH.length);
            } else if (find(CHUNKED, 0, blank) >= 0) {
                int last = find(LAST_CHUNK, head, limit);
                end = last < 0 ? Integer.MAX_VALUE : last + LAST_CHUNK.length;
            }
        }
        return end <= limit;
    }

    /** Returns the target of the request. */
    String target() {
        int from = 0;
        while (received.get(from) != ' ') {
            from++;
        }
        int to = from + 1;
        while (received.get(to) != ' ') {
            to++;
        }
        return new String(received.array(), from + 1, to - from - 1, StandardCharsets.ISO_8859_1);
    }

    /** Lets go of the request. */
    void forget() {
        int limit = received.position();
        received.position(end).limit(limit);
        received.compact();
    }

    private int find(byte[] what, int from, int limit) {
        for (int i = from; i <= limit - what.length; i++) {
            if (matches(what, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean matches(byte[] what, int at) {
        for (int i = 0; i < what.length; i++) {
            int found = received.get(at + i);
            if (found != what[i] && !(found >= 'A' && found <= 'Z' && found + ('a' - 'A') == what[i])) {
                return false;
            }
        }
        return true;
    }

    private int number(int from) {
        int i = from;
        while (received.get(i) == ' ') {
            i++;
        }
        int value = 0;
        while (received.get(i) >= '0' && received.get(i) <= '9') {
            value = 10 * value + received.get(i) - '0';
            i++;
        }
        return value;
    }
}
