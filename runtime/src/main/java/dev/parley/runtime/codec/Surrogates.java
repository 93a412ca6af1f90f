package dev.parley.runtime.codec;

/** Surrogates that are not part of a pair: legal in a Java string, not encodable in UTF-8, legal in JSON as an escape. */
final class Surrogates {
    private static final int PAIRED = -1;

    private Surrogates() {}

    /**
     * Returns JSON text in which every lone surrogate is written as an escape. One after a backslash, which is no
     * escape that JSON knows, becomes another such, so that the text stays malformed.
     */
    static String escaped(String json) {
        int lone = nextLone(json, 0);
        if (lone == PAIRED) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length() + 16);
        int copied = 0;
        while (lone != PAIRED) {
            escaped.append(json, copied, lone);
            if (isEscaped(json, lone)) {
                escaped.append('?');
            } else {
                escaped.append("\\u").append(Integer.toHexString(json.charAt(lone)));
            }
            copied = lone + 1;
            lone = nextLone(json, copied);
        }
        return escaped.append(json, copied, json.length()).toString();
    }

    private static boolean isEscaped(String json, int at) {
        int backslash = at;
        while (backslash > 0 && json.charAt(backslash - 1) == '\\') {
            backslash--;
        }
        return (at - backslash) % 2 == 1;
    }

    private static int nextLone(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char next = text.charAt(at);
            if (Character.isSurrogate(next)) {
                if (!Character.isHighSurrogate(next)
                        || at + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(at + 1))) {
                    return at;
                }
                at++;
            }
        }
        return PAIRED;
    }
}
