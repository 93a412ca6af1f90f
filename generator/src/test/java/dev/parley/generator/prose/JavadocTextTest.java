package dev.parley.generator.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavadocTextTest {

    private static String text(String markdown) {
        return String.join("\n", JavadocText.paragraphs(markdown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ends here */ class Evil {}",
                "*\\/ escaped",
                "`*`/",
                "**a***/",
                "`*/`",
                "```\n*/\n```",
                "&#42;/",
                "&#42;&#47;",
                "*&#47;",
                "&ast;&sol;",
                "*<b>/",
                "*[/](https://a.example)",
                "[*](https://a.example)/",
                "![*](x)/",
                "*\n/",
                "    */",
                "- *\n- /",
                "# *\n/",
                "<!-- */ -->",
            })
    void commentEnd_howeverSpelled_doesNotEndTheComment(String markdown) {
        assertThat(text(markdown)).doesNotContain("*/").isNotEmpty();
        assertThat(JavadocText.phrase(markdown)).doesNotContain("*/");
        assertThat(JavadocText.sentence("Sets", "Sets it.", markdown)).doesNotContain("*/");
        assertThat(JavadocText.code(markdown)).doesNotContain("*/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u002a\\u002f",
                "\\\\u002a/",
                "`\\u002a`",
                "&#92;u002a",
                "&bsol;u002a",
                "[a\\u002a](https://b.example/\\u002a)"
            })
    void unicodeEscape_howeverSpelled_hasNoBackslash(String markdown) {
        assertThat(text(markdown)).doesNotContain("\\");
        assertThat(JavadocText.code(markdown)).doesNotContain("\\");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@see Foo | &#64;see Foo.",
                "a {@link Foo} b | A &#123;&#64;link Foo&#125; b.",
                "</pre><script>x</script> | &lt;/pre&gt;&lt;script&gt;x&lt;/script&gt;.",
                "a & b < c | A &amp; b &lt; c.",
                "$L $T ${a} {{b}} | $L $T $&#123;a&#125; &#123;&#123;b&#125;&#125;.",
                "`a {@code} b` | <code>a &#123;&#64;code&#125; b</code>.",
                "`List<T>` | {@code List<T>}.",
            })
    void markup_ofJavadocOrHtml_isShownAsText(String markdown, String expected) {
        assertThat(text(markdown)).isEqualTo(expected);
    }

    @Test
    void invisibleCharacters_areLeftOut() {
        assertThat(text("a\u202eb\u2028c\u0000d\uFEFFe\u200bf\ud800g")).isEqualTo("Abc\ufffddefg.");
    }

    @Test
    void paragraphs_areSetApart() {
        assertThat(text("First one\n\nsecond one.\n\nthird: a, b")).isEqualTo("""
            First one.

            <p>Second one.

            <p>Third: a, b.""");
    }

    @Test
    void lists_becomeLists() {
        assertThat(text("One of\n\n- `a`: first\n- b\n  - c\n\n1. d")).isEqualTo("""
            One of.

            <ul><li>{@code a}: first </li><li>b <ul><li>c </li></ul></li></ul>

            <ol><li>d </li></ol>""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[a](https://b.example/c?d=e&f=g) | <a href=\"https://b.example/c?d=e&amp;f=g\">a</a>.",
                "[a](javascript:alert(1)) | A.",
                "[a](https://b.example/\"onclick=\"x) | A.",
                "![a](https://b.example/c.png) | A.",
                "<https://b.example/> | <a href=\"https://b.example/\">https://b.example/</a>.",
            })
    void link_unlessAPlainWebAddress_isItsText(String markdown, String expected) {
        assertThat(text(markdown)).isEqualTo(expected);
    }

    @Test
    void longText_isCut() {
        String cut = text("word ".repeat(20_000));

        assertThat(cut).hasSizeBetween(19_000, 21_000).endsWith(" ….");
    }

    @Test
    void lines_longerThanTheWidth_areBrokenAtSpaces() {
        List<String> lines = JavadocText.paragraphs("ten chars " + "ten chars. ".repeat(30));

        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.length() <= 109 && !line.isBlank());
    }

    @Test
    void word_longerThanALine_staysWhole() {
        assertThat(JavadocText.wrap("first " + "b".repeat(200) + " c", "  "))
                .containsExactly("first", "  " + "b".repeat(200), "  c");
    }

    @Test
    void noText_saysSo() {
        assertThat(JavadocText.paragraphs("")).containsExactly("Not described.");
        assertThat(JavadocText.phrase("***")).isEmpty();
        assertThat(JavadocText.sentence("Sets", "Sets it.", "")).isEqualTo("Sets it.");
    }

    @Test
    void phrase_inLowerCase_completesOurVerb() {
        assertThat(JavadocText.sentence("Sets", "Sets it.", "the colour of the box"))
                .isEqualTo("Sets the colour of the box.");
        assertThat(JavadocText.sentence("Sets", "Sets it.", "The colour of the box."))
                .isEqualTo("Sets it. The colour of the box.");
    }

    @Test
    void sentence_openedByALetterBeyondAscii_getsItsCapital() {
        assertThat(text("élan")).isEqualTo("Élan.");
        assertThat(text("\ud835\udd52 b")).isEqualTo("\ud835\udd52 b.");
    }
}
