package dev.parley.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void at_onATerminal_showsOneLineAndTakesItAwayAtTheEnd() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(shown), true)) {
            line.at("reading", 0, 0);
            assertThat(shown.toString()).endsWith("\r\u001B[Kreading");
        }

        assertThat(shown.toString()).endsWith("\r\u001B[K").doesNotContain("\n");
    }

    @Test
    void at_elsewhereInAShortRun_showsNothing() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(shown), false)) {
            line.at("writing files", 1, 2);
        }

        assertThat(shown.toString()).isEmpty();
    }

    @Test
    void at_elsewhereInALongRun_showsOneLine() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(shown), false, 0)) {
            line.at("writing files", 1, 2);
            line.at("writing files", 2, 2);
        }

        assertThat(shown.toString()).isEqualToNormalizingNewlines("writing files 1/2\n");
    }
}
