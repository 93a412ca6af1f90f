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

    /** Many more than a document has words, since two that share a place take it from each other each time. */
    private static final int PLACES = 1024;

    private static final int MAX_LENGTH = 48;

    /** An odd number without pattern: multiplied by it, the high bits of a product depend on all bits of a factor. */
    private static final long MIXER = 0x9E3779B97F4A7C15L;

    private final @Nullable Word[] words = new Word[PLACES];

    /** By place of a word: the name of a member that came next the last time. A guess, shared like the words. */
    private final @Nullable Word[] successors = new Word[PLACES];

    private Vocabulary() {}

    /**
     * Returns the string whose first character is at {@code start}, up to the closing quote before {@code limit}; null if
     * it is long, has an escape, or is not ASCII.
     */
    @Nullable
    String quoted(JsonBytes json, int start, int limit) {
        Word word = word(json, start, limit);
        return word == null ? null : word.text;
    }

    /**
     * Returns the string whose first character is at {@code start}, as {@link #quoted}; in fewer steps if it is the one
     * that came last after the word of a place.
     */
    @Nullable
    Word name(JsonBytes json, int start, int limit, int before) {
        Word guess = successors[before];
        if (guess != null) {
            int end = start + guess.ascii.length();
            if (end < limit && json.array()[end] == '"' && guess.ascii.isAt(json, start)) {
                return guess;
            }
        }
        Word word = word(json, start, limit);
        successors[before] = word;
        return word;
    }

    private @Nullable Word word(JsonBytes json, int start, int limit) {
        int furthest = Math.min(limit, start + MAX_LENGTH + 1);
        int end = json.afterPlain(start, furthest);
        if (end == furthest || json.array()[end] != '"') {
            return null;
        }
        int length = end - start;
        int place = place(json, start, length);
        Word known = words[place];
        if (known != null && known.ascii.length() == length && known.ascii.isAt(json, start)) {
            return known;
        }
        Word word = new Word(Arrays.copyOfRange(json.array(), start, end), place);
        words[place] = word;
        return word;
    }

    /** The first and the last eight characters and the length tell the words of one document apart well enough. */
    private static int place(JsonBytes json, int start, int length) {
        long hash = (json.head(start, length) ^ length) * MIXER;
        if (length > Long.BYTES) {
            hash = (hash ^ hash >>> 32 ^ json.tail(start + length)) * MIXER;
        }
        return (int) (hash >>> 32) & PLACES - 1;
    }

    /** A string and its bytes. */
    static final class Word {
        private final KnownBytes ascii;
        private final String text;
        private final int place;

        Word(byte[] ascii, int place) {
            this.place = place;
            this.ascii = new KnownBytes(ascii);
            text = new String(ascii, StandardCharsets.ISO_8859_1);
        }

        String text() {
            return text;
        }

        int place() {
            return place;
        }
    }
}
