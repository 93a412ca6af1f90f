package dev.parley.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    @Test
    void ratio_ofRounds_isThatOfTheMediansWithTheRangeOfPairs() {
        Comparison comparison = Comparison.of(rounds(10, 30, 20), rounds(10, 10, 20));

        assertThat(comparison.ratio()).isEqualTo(2);
        assertThat(comparison.least()).isEqualTo(1);
        assertThat(comparison.most()).isEqualTo(3);
        assertThat(Figures.ratio(comparison)).isEqualTo("2.00 × (1.00–3.00)");
    }

    @Test
    void ratio_ofExactFigures_hasNoSpread() {
        assertThat(Figures.ratio(Comparison.of(exactly(6), exactly(4)))).isEqualTo("1.50 ×");
    }

    @Test
    void ratio_ofWhatWasMeasuredOnce_saysSo() {
        assertThat(Figures.ratio(Comparison.of(rounds(6), rounds(4)))).isEqualTo("1.50 × (once)");
        assertThat(Figures.ratio(Comparison.of(rounds(6), exactly(4)))).isEqualTo("1.50 × (once)");
        assertThat(Figures.ratio(Comparison.of(exactly(6), rounds(4)))).isEqualTo("1.50 × (once)");
    }

    @Test
    void ratio_ofRoundsToAnExactFigure_dividesEachRoundByIt() {
        assertThat(Figures.ratio(Comparison.of(rounds(2, 4, 6), exactly(2)))).isEqualTo("2.00 × (1.00–3.00)");
    }

    @Test
    void ratio_toZero_isNotKnown() {
        assertThat(Comparison.of(rounds(0), rounds(0)).known()).isFalse();
        assertThat(Comparison.of(rounds(1), rounds(0)).known()).isFalse();
    }

    @Test
    void figures_ofEachSize_keepThreeDigitsAndAllBeforeThePoint() {
        assertThat(List.of(1594472.0, 1234.56, 735.4, 35.94, 5.678, 0.0123456, 7.0, 0.0))
                .map(value -> Figures.median(rounds(value)))
                .containsExactly("1,594,472", "1,235", "735", "35.9", "5.68", "0.0123", "7", "0");
        assertThat(Figures.median(rounds(6, 7, 8.5))).isEqualTo("7.00");
        assertThat(Figures.spread(rounds(6, 7, 8.5))).isEqualTo("6.00–8.50");

        assertThat(List.of(0.10, 1.0 / 3, 1.15, 10.0))
                .map(Figures::limit)
                .containsExactly("0.1", "0.333", "1.15", "10");
    }

    private static Measurement exactly(double figure) {
        return Measurement.exactly("scenario", "contestant", "ms", figure);
    }

    private static Measurement rounds(double... rounds) {
        return new Measurement(
                "scenario", "contestant", "ms", Arrays.stream(rounds).boxed().toList());
    }
}
