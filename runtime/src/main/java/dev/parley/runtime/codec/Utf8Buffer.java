package dev.parley.runtime.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;

/**
 * Bytes of JSON text in UTF-8 as they are written, in an array that grows, and that the next text is written to.
 *
 * <p>Long strings of ASCII are kept aside until the end, so that an image is copied once, to where it is sent from.
 */
final class Utf8Buffer {
    private static final long FIRST_WITH_EXPONENT = 10_000_000;
    private static final long LAST_EXACT = 1L << 53;

    private static final byte[] HEX = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'};

    /** The longest form of one character: a six-byte escape. */
    private static final int LONGEST = 6;

    /** Characters from which on a string is worth to be kept aside. */
    private static final int LONG = 8 * 1024;

    /** A longer array is not kept for the next text. */
    private static final int LARGEST_SPARE = 256 * 1024;

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private static final RecyclerPool<BufferRecycler> SPARE = JsonRecyclerPools.defaultPool();

    private static final byte[] NONE = {};

    private final BufferRecycler recycler = SPARE.acquireAndLinkPooled();
    private byte[] bytes = recycler.allocByteBuffer(BufferRecycler.BYTE_WRITE_ENCODING_BUFFER);
    private int size;

    private final List<KeptAside> keptAside = new ArrayList<>(0);
    private long sizeKeptAside;

    /**
     * Returns what was written so far.
     *
     * @throws IllegalArgumentException if it is longer than an array can be
     */
    byte[] toByteArray() {
        if (keptAside.isEmpty()) {
            return Arrays.copyOf(bytes, size);
        }
        requireArray(size);
        byte[] whole = new byte[(int) (size + sizeKeptAside)];
        int from = 0;
        int at = 0;
        for (KeptAside string : keptAside) {
            int length = string.place() - from;
            System.arraycopy(bytes, from, whole, at, length);
            from += length;
            at = string.copyTo(whole, at + length);
        }
        System.arraycopy(bytes, from, whole, at, size - from);
        return whole;
    }

    /** Gives the array back. What is written from now on, by whoever still has the writer, goes nowhere. */
    void release() {
        byte[] spare = bytes;
        bytes = NONE;
        size = 0;
        if (spare.length <= LARGEST_SPARE) {
            recycler.releaseByteBuffer(BufferRecycler.BYTE_WRITE_ENCODING_BUFFER, spare);
        }
        recycler.releaseToPool();
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
        if (length >= LONG && afterPlain(text) == length) {
            keepAside(text);
            return;
        }
        reserve(length + 2);
        bytes[size++] = '"';
        int at = plain(text, 0);
        while (at < length) {
            at = plain(text, special(text, at));
        }
        bytes[size++] = '"';
    }

    /** Returns whether a character stands for itself in a string and is ASCII. */
    private static boolean isPlain(char next) {
        return next < 0x80 && next >= ' ' && next != '"' && next != '\\';
    }

    private static int afterPlain(String text) {
        int length = text.length();
        int at = 0;
        while (at < length && isPlain(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private void keepAside(String text) {
        symbol('"');
        sizeKeptAside += text.length();
        keptAside.add(new KeptAside(size, text));
        symbol('"');
    }

    /** Writes the plain characters from an index on, for which there has to be room; returns the index after them. */
    private int plain(String text, int from) {
        byte[] target = bytes;
        int shift = size - from;
        int length = text.length();
        int at = from;
        while (at < length) {
            char next = text.charAt(at);
            if (!isPlain(next)) {
                break;
            }
            target[shift + at] = (byte) next;
            at++;
        }
        size = shift + at;
        return at;
    }

    /** Writes the characters from an index on that are not plain; returns the index after them, with room for the rest. */
    private int special(String text, int from) {
        int length = text.length();
        int at = from;
        while (at < length && !isPlain(text.charAt(at))) {
            char next = text.charAt(at++);
            reserve(LONGEST + length - at + 1);
            if (next < 0x80) {
                ascii(next);
            } else if (next < 0x800) {
                bytes[size++] = (byte) (0xC0 | next >> 6);
                bytes[size++] = (byte) (0x80 | next & 0x3F);
            } else if (!Character.isSurrogate(next)) {
                bytes[size++] = (byte) (0xE0 | next >> 12);
                bytes[size++] = (byte) (0x80 | next >> 6 & 0x3F);
                bytes[size++] = (byte) (0x80 | next & 0x3F);
            } else if (Character.isHighSurrogate(next) && at < length && Character.isLowSurrogate(text.charAt(at))) {
                supplementary(Character.toCodePoint(next, text.charAt(at++)));
            } else {
                escape(next);
            }
        }
        return at;
    }

    private void ascii(char next) {
        switch (next) {
            case '"', '\\' -> shortEscape(next);
            case '\b' -> shortEscape('b');
            case '\f' -> shortEscape('f');
            case '\n' -> shortEscape('n');
            case '\r' -> shortEscape('r');
            case '\t' -> shortEscape('t');
            default -> escape(next);
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
        requireArray(needed);
        bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST_ARRAY, Math.max(needed, bytes.length * 2L)));
    }

    /** Fails if the text is too long for an array with so many bytes beside those kept aside. */
    private void requireArray(long beside) {
        if (beside + sizeKeptAside > LARGEST_ARRAY) {
            throw new IllegalArgumentException("the JSON text is longer than an array can be (2 GiB)");
        }
    }

    /**
     * A string of plain ASCII that belongs before a place of the bytes.
     *
     * @param place the index of the byte that follows
     */
    private record KeptAside(int place, String text) {

        @SuppressWarnings("deprecation") // it drops the high bytes, which are zero, and makes no array of its own
        int copyTo(byte[] target, int at) {
            text.getBytes(0, text.length(), target, at);
            return at + text.length();
        }
    }
}
