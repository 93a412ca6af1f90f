package dev.parley.generator.emit.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

    private static final String LONG = "a".repeat(60);

    @Test
    void line_thatFits_staysWhole() {
        assertThat(LineBreaker.breakLine("    x = 1;")).containsExactly("    x = 1;");
    }

    @Test
    void longCall_isBrokenBehindAComma() {
        assertThat(LineBreaker.breakLine("    call(" + LONG + ", " + LONG + ");"))
                .containsExactly("    call(" + LONG + ",", "            " + LONG + ");");
    }

    @Test
    void longAssignment_isBrokenBehindTheSign() {
        assertThat(LineBreaker.breakLine("    String " + LONG + " = " + LONG + ";"))
                .containsExactly("    String " + LONG + " =", "            " + LONG + ";");
    }

    @Test
    void longCondition_isBrokenBeforeItsOperators() {
        assertThat(LineBreaker.breakLine("    return " + LONG + " ? " + LONG + " : null;"))
                .containsExactly("    return " + LONG, "            ? " + LONG + " : null;");
    }

    @Test
    void stringLiteral_isNeverBroken() {
        String literal = "\"" + "word, (word) \\\" -> = ".repeat(8) + "\"";

        List<String> lines = LineBreaker.breakLine("    out.member(" + literal + ", value);");

        assertThat(lines).anyMatch(line -> line.contains(literal));
    }

    @Test
    void line_withoutAPlaceToBreak_staysWhole() {
        String line = "    " + "b".repeat(150) + ";";

        assertThat(LineBreaker.breakLine(line)).containsExactly(line);
    }

    @Test
    void comment_staysWhole() {
        String comment = "     * word, " + LONG + ", " + LONG;

        assertThat(LineBreaker.breakLine(comment)).containsExactly(comment);
        assertThat(LineBreaker.breakLine("// " + LONG + ", " + LONG)).hasSize(1);
    }

    @Test
    void brokenLine_joinedAgain_isTheLine() {
        String line = "    return new Thing(" + (LONG + ", ").repeat(6) + "in -> x(y), a ? b : c);";

        List<String> lines = LineBreaker.breakLine(line);

        assertThat(lines).allMatch(part -> part.length() <= 120);
        assertThat(String.join("", lines).replace(" ", "")).isEqualTo(line.replace(" ", ""));
    }
}
