package dev.parley.generator.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits names of a document into words, and joins words the way Java writes names. */
final class Words {

    private Words() {}

    /**
     * Returns the words of a name: runs of ASCII letters and digits, split where a capital follows a small letter and
     * before the last capital of an acronym. {@code MCPToolCall} has {@code MCP}, {@code Tool} and {@code Call}.
     */
    static List<String> of(String name) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isWordCharacter(c)) {
                flush(word, words);
                continue;
            }
            if (startsWord(name, i)) {
                flush(word, words);
            }
            word.append(c);
        }
        flush(word, words);
        return words;
    }

    private static boolean startsWord(String name, int i) {
        char c = name.charAt(i);
        if (i == 0 || !isUpper(c)) {
            return false;
        }
        char before = name.charAt(i - 1);
        boolean smallFollows = i + 1 < name.length() && isLower(name.charAt(i + 1));
        return isLower(before) || isDigit(before) && smallFollows || isUpper(before) && smallFollows;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isWordCharacter(char c) {
        return isLower(c) || isUpper(c) || isDigit(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    /** Joins words as {@code UpperCamelCase}; a word that is not all capitals keeps its inner capitals. */
    static String upperCamel(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(capitalized(word));
        }
        return text.toString();
    }

    /** Joins words as {@code lowerCamelCase}. */
    static String lowerCamel(List<String> words) {
        if (words.isEmpty()) {
            return "";
        }
        return words.get(0).toLowerCase(Locale.ROOT) + upperCamel(words.subList(1, words.size()));
    }

    /** Joins words as {@code UPPER_SNAKE_CASE}. */
    static String upperSnake(List<String> words) {
        return String.join("_", words).toUpperCase(Locale.ROOT);
    }

    private static String capitalized(String word) {
        boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        String rest = word.substring(1);
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + (acronym ? rest.toLowerCase(Locale.ROOT) : rest);
    }
}
