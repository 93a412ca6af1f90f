package dev.parley.generator.emit;

import java.util.Locale;

/** String literals of Java source. */
public final class StringLiteral {

    private StringLiteral() {}

    /** Returns a literal on one line, quotes included, in ASCII alone; any text is safe in it. */
    public static String of(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            append(value.charAt(i), literal);
        }
        return literal.append('"').toString();
    }

    private static void append(char c, StringBuilder literal) {
        switch (c) {
            case '\n' -> literal.append("\\n");
            case '\r' -> literal.append("\\r");
            case '\t' -> literal.append("\\t");
            case '"' -> literal.append("\\\"");
            case '\\' -> literal.append("\\\\");
            default -> {
                if (c >= ' ' && c < 0x7f) {
                    literal.append(c);
                } else {
                    literal.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                }
            }
        }
    }
}
