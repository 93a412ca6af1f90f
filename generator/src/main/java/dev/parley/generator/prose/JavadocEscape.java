package dev.parley.generator.prose;

/** Escapes text for a Javadoc comment. */
final class JavadocEscape {

    private JavadocEscape() {}

    /**
     * Returns text that shows as it stands: HTML and Javadoc characters become entities, so does the backslash (the compiler
     * reads Unicode escapes in comments too); control and directional characters are dropped.
     */
    static String text(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(c, escaped));
        return endless(escaped.toString());
    }

    /** Returns text in which nothing ends a comment. */
    static String endless(String text) {
        return text.replace("*/", "*&#47;");
    }

    /** Returns whether text can stand inside <code>{&#64;code …}</code> as it is. */
    static boolean isPlainCode(String text) {
        return !text.isEmpty() && text.codePoints().allMatch(c -> c >= ' ' && c < 0x7f && "{}@\\*".indexOf(c) < 0);
    }

    private static void append(int c, StringBuilder escaped) {
        switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '@' -> escaped.append("&#64;");
            case '{' -> escaped.append("&#123;");
            case '}' -> escaped.append("&#125;");
            case '\\' -> escaped.append("&#92;");
            case '\n', '\t' -> escaped.append(' ');
            default -> {
                if (isVisible(c)) {
                    escaped.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED
                && type != Character.PRIVATE_USE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
