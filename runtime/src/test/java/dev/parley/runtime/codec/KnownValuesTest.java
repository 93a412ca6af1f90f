package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.OpenEnum;
import org.junit.jupiter.api.Test;

class KnownValuesTest {

    @Test
    void values_areFoundByWhatStandsOnTheWire_andNothingElseIs() {
        assertThat(KnownValues.of(Colour.values()))
                .containsOnlyKeys("red", "light green")
                .containsEntry("light green", Colour.LIGHT_GREEN);
    }

    private enum Colour implements OpenEnum {
        RED("red"),
        LIGHT_GREEN("light green");

        private final String value;

        Colour(String value) {
            this.value = value;
        }

        @Override
        public String value() {
            return value;
        }
    }
}
