package dev.parley.generator.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.parser.Parser;

/** Text of Javadoc comments, made from Markdown of a document. Every result is safe inside a comment. */
public final class JavadocText {

    /** Lines of a comment end before this column, indentation aside; the longest indentation of a member is 8. */
    private static final int WIDTH = 109;

    /** A longer text is cut: a class comment of a megabyte helps nobody. */
    private static final int MAX_LENGTH = 20_000;

    private static final Parser MARKDOWN = Parser.builder().build();

    private JavadocText() {}

    /** Returns the lines of a comment of several paragraphs, each but the first opened by {@code <p>}. */
    public static List<String> paragraphs(String markdown) {
        List<String> lines = new ArrayList<>();
        for (String block : blocks(markdown)) {
            if (lines.isEmpty()) {
                lines.addAll(wrap(sentence(block), ""));
            } else {
                lines.add("");
                boolean isList = block.startsWith("<ul>") || block.startsWith("<ol>");
                lines.addAll(wrap(isList ? block : "<p>" + sentence(block), ""));
            }
        }
        return lines.isEmpty() ? List.of("Not described.") : lines;
    }

    /** Returns everything in one line, as it stands behind a tag such as {@code @param}. */
    public static String phrase(String markdown) {
        return String.join(" ", blocks(markdown));
    }

    /**
     * Returns a sentence of our verb and the document's phrase, or our own sentence followed by the document's, if those are
     * sentences of their own.
     */
    public static String sentence(String verb, String otherwise, String markdown) {
        String phrase = phrase(markdown);
        if (phrase.isEmpty()) {
            return otherwise;
        }
        boolean continues = Character.isLowerCase(phrase.codePointAt(0)) && !phrase.contains(". ");
        return continues ? sentence(verb + " " + phrase) : otherwise + " " + sentence(phrase);
    }

    /** Returns text as code, escaped where the short form would not hold it. */
    public static String code(String text) {
        return JavadocEscape.isPlainCode(text)
                ? "{@code " + text + "}"
                : "<code>" + JavadocEscape.text(text) + "</code>";
    }

    /**
     * Breaks text at spaces.
     *
     * @param indent what opens each line but the first
     */
    public static List<String> wrap(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +")) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.isEmpty() || line.toString().equals(indent) ? "" : " ")
                        .append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> blocks(String markdown) {
        String cut = markdown.length() > MAX_LENGTH ? markdown.substring(0, MAX_LENGTH) + " …" : markdown;
        return MarkdownRenderer.render(MARKDOWN.parse(cut));
    }

    /** Opens with a capital and ends with a full stop, as a summary does. */
    private static String sentence(String text) {
        String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        boolean isWord = Character.isLetter(text.charAt(0));
        String opened = isWord ? first : text;
        return ".!?:".indexOf(opened.charAt(opened.length() - 1)) >= 0 ? opened : opened + ".";
    }
}
