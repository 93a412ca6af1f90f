package dev.parley.runtime.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The bytes of a JSON text, looked at eight at a time: strings are most of a text, and this finds where they end in a
 * fraction of the steps.
 */
final class JsonBytes {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BLANKS = EACH * ' ';
    private static final long QUOTES = EACH * '"';
    private static final long BACKSLASHES = EACH * '\\';

    private byte[] bytes;

    JsonBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] array() {
        return bytes;
    }

    /** Goes on with other bytes. */
    void reset(byte[] other) {
        bytes = other;
    }

    /** Returns the index of the first byte that does not stand for itself in a string of ASCII, or the limit. */
    int afterPlain(int from, int limit) {
        int at = from;
        while (at + Long.BYTES <= limit) {
            long word = word(at);
            long special = (word | endsOrEscapes(word)) & HIGH_BITS;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < limit && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
        return at;
    }

    /** Returns the index of the first byte that is a quote, a backslash, or a control character, or the limit. */
    int afterUnescaped(int from, int limit) {
        int at = from;
        while (at + Long.BYTES <= limit) {
            long word = word(at);
            long special = endsOrEscapes(word) & ~word & HIGH_BITS;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < limit && (bytes[at] < 0 || bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\')) {
            at++;
        }
        return at;
    }

    /**
     * Returns the index of the first byte that starts what no UTF-8 has, though jackson-core may take it: a form longer than
     * its character needs, a character beyond the last one, a byte that starts nothing; or the limit.
     */
    int afterUtf8(int from, int limit) {
        int at = afterAscii(from, limit);
        while (at < limit && !startsNoUtf8(bytes[at] & 0xFF, at + 1 < limit ? bytes[at + 1] & 0xFF : 0)) {
            at = afterAscii(at + 1, limit);
        }
        return at;
    }

    private static boolean startsNoUtf8(int first, int second) {
        return switch (first) {
            case 0xC0, 0xC1 -> true;
            case 0xE0 -> second < 0xA0;
            case 0xF0 -> second < 0x90;
            case 0xF4 -> second >= 0x90;
            default -> first > 0xF4;
        };
    }

    private int afterAscii(int from, int limit) {
        int at = from;
        while (at + Long.BYTES <= limit) {
            long special = word(at) & HIGH_BITS;
            if (special != 0) {
                return at + Long.numberOfTrailingZeros(special) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < limit && bytes[at] >= 0) {
            at++;
        }
        return at;
    }

    /** Returns the first eight bytes, or as many as there are, as one number; those from {@code length} on are zero. */
    long head(int from, int length) {
        long word = from + Long.BYTES <= bytes.length ? word(from) : lastBytes(from);
        return length >= Long.BYTES ? word : word & ~(-1L << length * Byte.SIZE);
    }

    /** Returns the eight bytes before an index, at least eight, as one number. */
    long tail(int end) {
        return word(end - Long.BYTES);
    }

    private long word(int from) {
        return (long) WORDS.get(bytes, from);
    }

    private long lastBytes(int from) {
        long word = 0;
        for (int at = bytes.length - 1; at >= from; at--) {
            word = word << Byte.SIZE | bytes[at] & 0xFF;
        }
        return word;
    }

    /**
     * Sets the high bit of each byte that is a quote, a backslash or a control character: taking one from zero borrows, as
     * does taking a blank from what is less. Bits above the lowest such byte may be set too, those of bytes that are not
     * ASCII mean nothing.
     */
    private static long endsOrEscapes(long word) {
        return word - BLANKS | (word ^ QUOTES) - EACH | (word ^ BACKSLASHES) - EACH;
    }
}
