package dev.parley.runtime.codec;

import java.util.Arrays;
import tools.jackson.core.io.NumberOutput;

/** Bytes of JSON text in UTF-8 as they are written, in an array that grows. */
final class Utf8Buffer {
    private static final long FIRST_WITH_EXPONENT = 10_000_000;
    private static final long LAST_EXACT = 1L << 53;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The longest form of one character: a six-byte escape. */
    private static final int LONGEST = 6;

    private byte[] bytes = new byte[1024];
    private int size;

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    /** Returns the byte written last, zero if there is none. */
    byte last() {
        return size == 0 ? 0 : bytes[size - 1];
    }

    void symbol(char ascii) {
        reserve(1);
        bytes[size++] = (byte) ascii;
    }

    void symbols(String ascii) {
        int length = ascii.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes[size++] = (byte) ascii.charAt(i);
        }
    }

    void number(long value) {
        reserve(Long.SIZE);
        size = NumberOutput.outputLong(value, bytes, size);
    }

    /**
     * Writes a finite number as a short literal that reads back as the same; whole numbers from 10^7, where Java turns
     * to an exponent, up to 2^53 as digits alone, since people read them: times are among them.
     */
    void number(double value) {
        long whole = (long) value;
        if (whole == value && Math.abs(whole) >= FIRST_WITH_EXPONENT && Math.abs(whole) <= LAST_EXACT) {
            number(whole);
            return;
        }
        reserve(NumberOutput.MAX_DOUBLE_BYTES);
        size = NumberOutput.outputDouble(value, bytes, size);
    }

    /** Writes a string with its quotes. A surrogate that is not part of a pair becomes an escape. */
    void string(String text) {
        int length = text.length();
        reserve(length + 2);
        byte[] target = bytes;
        int at = size;
        target[at++] = '"';
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (next >= 0x80 || next < ' ' || next == '"' || next == '\\') {
                size = at;
                remainder(text, i);
                return;
            }
            target[at++] = (byte) next;
        }
        target[at++] = '"';
        size = at;
    }

    /** Writes a string from the first character on that is not one plain byte, and the closing quote. */
    private void remainder(String text, int from) {
        int length = text.length();
        for (int i = from; i < length; i++) {
            reserve(LONGEST);
            char next = text.charAt(i);
            if (next < 0x80) {
                ascii(next);
            } else if (next < 0x800) {
                bytes[size++] = (byte) (0xC0 | next >> 6);
                bytes[size++] = (byte) (0x80 | next & 0x3F);
            } else if (!Character.isSurrogate(next)) {
                bytes[size++] = (byte) (0xE0 | next >> 12);
                bytes[size++] = (byte) (0x80 | next >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | next & 0x3F);
            } else if (Character.isHighSurrogate(next)
                    && i + 1 < length
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                supplementary(Character.toCodePoint(next, text.charAt(++i)));
            } else {
                escape(next);
            }
        }
        symbol('"');
    }

    private void ascii(char next) {
        switch (next) {
            case '"', '\\' -> shortEscape(next);
            case '\b' -> shortEscape('b');
            case '\f' -> shortEscape('f');
            case '\n' -> shortEscape('n');
            case '\r' -> shortEscape('r');
            case '\t' -> shortEscape('t');
            default -> {
                if (next < ' ') {
                    escape(next);
                } else {
                    bytes[size++] = (byte) next;
                }
            }
        }
    }

    private void shortEscape(char letter) {
        bytes[size++] = '\\';
        bytes[size++] = (byte) letter;
    }

    private void escape(char next) {
        bytes[size++] = '\\';
        bytes[size++] = 'u';
        for (int shift = 12; shift >= 0; shift -= 4) {
            bytes[size++] = HEX[next >> shift & 0xF];
        }
    }

    private void supplementary(int codePoint) {
        bytes[size++] = (byte) (0xF0 | codePoint >> 18);
        bytes[size++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | codePoint & 0x3F);
    }

    private void reserve(int more) {
        if (more > bytes.length - size) {
            grow(more);
        }
    }

    private void grow(int more) {
        long needed = (long) size + more;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the JSON text is longer than an array can be (2 GiB)");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, bytes.length * 2L)));
    }
}
