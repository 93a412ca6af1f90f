package dev.parley.runtime.error;

/** Makes text of a server fit for one line of a log. */
final class LogText {
    private LogText() {}

    /** Returns the text with every control character and line separator as a space, cut at the number of chars. */
    static String of(String text, int limit) {
        int end = Math.min(text.length(), limit);
        boolean cut = end < text.length();
        if (cut && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        StringBuilder line = new StringBuilder(end + 1);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            line.append(breaksLine(c) ? ' ' : c);
        }
        return cut ? line.append('…').toString() : line.toString();
    }

    private static boolean breaksLine(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
    }
}
