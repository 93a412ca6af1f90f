package dev.parley.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StringLiteralTest {

    @Test
    void plainText_standsBetweenQuotes() {
        assertThat(StringLiteral.of("conversation_id")).isEqualTo("\"conversation_id\"");
        assertThat(StringLiteral.of("")).isEqualTo("\"\"");
        assertThat(StringLiteral.of("$L ${a} {{b}} 'c'")).isEqualTo("\"$L ${a} {{b}} 'c'\"");
    }

    @Test
    void specialCharacters_areEscaped() {
        assertThat(StringLiteral.of("\"\\\n\r\t")).isEqualTo("\"\\\"\\\\\\n\\r\\t\"");
        assertThat(StringLiteral.of("\0\u2028\u202e\ud83d\ude00\ud800"))
                .isEqualTo("\"\\u0000\\u2028\\u202e\\ud83d\\ude00\\ud800\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0022;evil()", "\\\"", "\";evil();//", "a\\", "\u0085", "\u007f", "é"})
    void anyText_translated_isItselfAgain(String text) {
        String literal = StringLiteral.of(text);

        assertThat(literal).matches("\"[ -~]*\"").doesNotContain("\n");
        String inner = literal.substring(1, literal.length() - 1);
        assertThat(inner.replaceAll("\\\\u([0-9a-f]{4})", "").replaceAll("\\\\.", ""))
                .doesNotContain("\"", "\\");
        assertThat(unescaped(inner)).isEqualTo(text);
    }

    /** Reads the escapes as the compiler does: the Unicode ones first, where the backslash is not escaped itself. */
    private static String unescaped(String literal) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (literal.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(literal.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                text.append(literal.substring(i, i + 2).translateEscapes());
                i++;
            }
        }
        return text.toString();
    }
}
