package dev.parley.generator.cli;

import java.util.Locale;

/** Text of a document for a terminal: what would steer the terminal or turn a line around is spelled out. */
final class Printable {

    private Printable() {}

    /** Returns {@code text} with control and format characters, line ends excepted, written as {@code U+001B}. */
    static String text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c != '\n'
                    && (type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR)) {
                printable.append(String.format(Locale.ROOT, "U+%04X", c));
            } else {
                printable.appendCodePoint(c);
            }
        });
        return printable.toString();
    }
}
