package dev.parley.runtime.call;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent-encoding of RFC 3986: everything but the characters of a set goes out as its UTF-8 bytes. */
enum PercentEncoding {
    /** One segment of a path: unreserved characters, sub-delimiters, {@code :} and {@code @} stay. */
    PATH_SEGMENT("-._~!$&'()*+,;=:@"),

    /** The name or value of a query parameter: only unreserved characters stay. */
    QUERY("-._~"),

    /** The value of a cookie that carries a secret: what RFC 6265 allows stays, save the percent sign. */
    COOKIE("!#$&'()*+-./:<=>?@[]^_`{|}~"),

    /**
     * The value of a query parameter whose reserved characters stay, and what is encoded already: all but those that would
     * end the value or that no query holds.
     */
    QUERY_RESERVED("-._~:/?@!$'()*,;=");

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    /** By ASCII character, whether it stays. */
    private final boolean[] kept = new boolean[128];

    PercentEncoding(String punctuation) {
        Arrays.fill(kept, 'a', 'z' + 1, true);
        Arrays.fill(kept, 'A', 'Z' + 1, true);
        Arrays.fill(kept, '0', '9' + 1, true);
        for (int i = 0; i < punctuation.length(); i++) {
            kept[punctuation.charAt(i)] = true;
        }
    }

    /**
     * Encodes the text.
     *
     * @param what what the text is, for the message
     * @throws IllegalArgumentException if the text holds an unpaired surrogate, which UTF-8 cannot express
     */
    String encode(String what, String text) {
        if (isPlain(text)) {
            return text;
        }
        ByteBuffer utf8 = utf8(what, text);
        StringBuilder encoded = new StringBuilder(utf8.remaining() + 16);
        while (utf8.hasRemaining()) {
            int octet = utf8.get() & 0xFF;
            if (keeps(octet) || this == QUERY_RESERVED && octet == '%' && isTriplet(utf8)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX[octet >> 4]).append(HEX[octet & 0xF]);
            }
        }
        return encoded.toString();
    }

    /** Returns whether the text goes out as it is. */
    boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!keeps(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean keeps(int character) {
        return character < kept.length && kept[character];
    }

    /** Returns whether two hexadecimal digits follow. */
    private static boolean isTriplet(ByteBuffer rest) {
        return rest.remaining() >= 2 && isHex(rest.get(rest.position())) && isHex(rest.get(rest.position() + 1));
    }

    private static boolean isHex(byte octet) {
        return Character.digit(octet, 16) >= 0;
    }

    private static ByteBuffer utf8(String what, String text) {
        try {
            return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(what + " holds half of a surrogate pair, which is no character", e);
        }
    }
}
