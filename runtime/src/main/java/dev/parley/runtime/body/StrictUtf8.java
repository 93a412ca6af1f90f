package dev.parley.runtime.body;

import java.nio.charset.StandardCharsets;

/** Text as UTF-8, in which no character is replaced by a question mark. */
final class StrictUtf8 {
    private StrictUtf8() {}

    /**
     * Refuses what UTF-8 cannot express.
     *
     * @throws IllegalArgumentException if the text holds half of a surrogate pair
     */
    static void require(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new IllegalArgumentException("a form holds half of a surrogate pair, which is no character");
            }
        }
    }

    static byte[] bytes(String text) {
        require(text);
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
