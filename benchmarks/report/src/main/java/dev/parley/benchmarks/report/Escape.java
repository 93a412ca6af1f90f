package dev.parley.benchmarks.report;

/** Text that is data, put where Markdown or XML would read it as something else. */
final class Escape {

    private static final String MARKDOWN = "\\`*_[]|~";

    private Escape() {}

    /** Makes a text one line of Markdown that shows it as it is, in a cell of a table as well. */
    static String markdown(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().replaceAll("\\s+", " ").codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '$' -> escaped.append("&#36;");
                default -> {
                    if (MARKDOWN.indexOf(c) >= 0) {
                        escaped.append('\\');
                    }
                    escaped.appendCodePoint(c);
                }
            }
        });
        return escaped.toString();
    }

    /** Makes a text safe within an element and an attribute of XML; what XML has no place for becomes U+FFFD. */
    static String xml(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\n', '\r', '\t' -> escaped.append(' ');
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
