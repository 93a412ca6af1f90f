package dev.parley.runtime.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Short strings that come again and again, such as tags and enum values, so that equal ones are usually one object, with
 * its hash already computed.
 *
 * <p>A table of fixed size in which a newcomer takes the place of the word before it. Threads race for the places without
 * harm: a word is safely published by its final fields, and what is found is compared in full.
 */
final class Vocabulary {
    static final Vocabulary SHARED = new Vocabulary();

    private static final int PLACES = 256;
    private static final int MAX_LENGTH = 48;

    private final @Nullable Word[] words = new Word[PLACES];

    private Vocabulary() {}

    /**
     * Returns the string whose first character is at {@code start}, up to the closing quote before {@code limit}; null if
     * it is long, has an escape, or is not ASCII.
     */
    @Nullable
    String quoted(byte[] json, int start, int limit) {
        int furthest = Math.min(limit, start + MAX_LENGTH + 1);
        int end = InputParser.afterPlain(json, start, furthest);
        if (end == furthest || json[end] != '"') {
            return null;
        }
        int place = end == start ? 0 : place(json, start, end - start);
        Word known = words[place];
        if (known != null && Arrays.equals(known.ascii, 0, known.ascii.length, json, start, end)) {
            return known.text;
        }
        Word word = new Word(Arrays.copyOfRange(json, start, end));
        words[place] = word;
        return word.text;
    }

    /** Four characters and the length tell the words of one document apart well enough, and quicker than all characters. */
    private static int place(byte[] ascii, int start, int length) {
        int last = length - 1;
        int hash = length;
        hash = 31 * hash + ascii[start];
        hash = 31 * hash + ascii[start + (last >> 2)];
        hash = 31 * hash + ascii[start + (last >> 1)];
        hash = 31 * hash + ascii[start + last];
        return (hash ^ hash >>> 8 ^ hash >>> 16) & PLACES - 1;
    }

    private static final class Word {
        private final byte[] ascii;
        private final String text;

        Word(byte[] ascii) {
            this.ascii = ascii;
            text = new String(ascii, StandardCharsets.ISO_8859_1);
        }
    }
}
