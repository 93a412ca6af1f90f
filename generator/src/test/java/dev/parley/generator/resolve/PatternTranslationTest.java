package dev.parley.generator.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternTranslationTest {

    private static boolean matches(String pattern, String text) {
        String java = PatternTranslation.of(pattern);
        assertThat(java).as(pattern).isNotNull();
        return Pattern.compile(java).matcher(text).find();
    }

    @ParameterizedTest
    @CsvSource({
        "^[a-zA-Z0-9_-]+$, a-B_9",
        "^tunnel_[a-z0-9]{3}$, tunnel_a1b",
        "abc, xabcx",
        "^\\d{2}\\.\\w$, 12.a",
        "^[^/]+$, a b",
        "^[&&[^-]$, &",
        "^é\\$$, é$",
        "^.{2}$, ab",
        "'^a{2,}$', aaa",
        "'^[\\d,]*$', '1,2'",
        "'', anything",
    })
    void pattern_thatIsTaken_matchesWhatItDescribes(String pattern, String text) {
        assertThat(matches(pattern, text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"^[a-z]+$, aB", "^a$, xa", "a{3}, aa", "^[^a-c]$, b", "^\\D$, 1", "^[&&[^-]$, a", "^.$, ''"})
    void pattern_thatIsTaken_matchesNothingElse(String pattern, String text) {
        assertThat(matches(pattern, text)).isFalse();
    }

    @Test
    void end_ofThePattern_isTheEndOfTheStringAndNoLineBreakBeforeIt() {
        assertThat(matches("^a$", "a\n")).isFalse();
        assertThat(matches("^.$", "\u0085")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(a+)+",
                "a|b",
                "^(a)$",
                "a+$",
                "^a*a*$",
                "^a+b?$",
                "^a++$",
                "^a+?$",
                "^a{1,2}b{1,2}$",
                "^a{2}{3}$",
                "[a-z",
                "[]",
                "[^]",
                "a{2000}",
                "^a{2,1}",
                "\\1",
                "\\b",
                "\\p{L}",
                "\\s",
                "\\u0041",
                "[\\s]",
                "[\\d-z]",
                "[z-a]",
                "\\",
                "a^",
                "a$b",
                "*",
                "{2}",
                "(?=a)",
                "[a\\"
            })
    void pattern_thatIsNotUnderstoodOrCouldTakeLong_isNotTaken(String pattern) {
        assertThat(PatternTranslation.of(pattern)).isNull();
    }

    @Test
    void pattern_thatIsTaken_isLinear() {
        String pattern = PatternTranslation.of("^[a-z]+$");

        assertThat(Pattern.compile(pattern).matcher("a".repeat(1_000_000) + "!").find())
                .isFalse();
    }
}
