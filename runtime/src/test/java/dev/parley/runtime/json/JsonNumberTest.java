package dev.parley.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNumberTest {

    @ParameterizedTest
    @CsvSource({
        "1,1.0",
        "1e2,100",
        "100,1E+2",
        "0,-0",
        "0,0.000e5",
        "-12.5,-125e-1",
        "0.001,1e-3",
        "1e999999999,10e999999998",
        "1e99999999999999999999,0.1e100000000000000000000",
        "12345678901234567890123456789,12345678901234567890123456789.000",
    })
    void numbers_ofEqualValue_areEqual(String one, String other) {
        JsonNumber number = JsonNumber.of(one);
        assertThat(number).isEqualTo(JsonNumber.of(other)).hasSameHashCodeAs(JsonNumber.of(other));
        assertThat(JsonNumber.of(other)).isEqualTo(number);
        assertThat(JsonNumber.of(other).toJson())
                .isEqualTo(other)
                .isEqualTo(JsonNumber.of(other).toString());
    }

    @ParameterizedTest
    @CsvSource({"1,-1", "1,10", "1.5,1.50001", "1e5,1e-5", "1e999999999,1e999999998", "0,1e-999999999"})
    void numbers_ofOtherValue_areNotEqual(String one, String other) {
        assertThat(JsonNumber.of(one)).isNotEqualTo(JsonNumber.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+1",
                "01",
                "-00",
                "1.",
                ".5",
                "1e",
                "1e+",
                "1.5e-",
                "1 ",
                " 1",
                "0x1",
                "NaN",
                "Infinity",
                "1e5.0",
                "١"
            })
    void literal_thatJsonDoesNotKnow_isRefused(String literal) {
        assertThatThrownBy(() -> JsonNumber.of(literal))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JSON number: " + literal);
    }

    @Test
    void exactValues_areReturned() {
        assertThat(JsonNumber.of("-9223372036854775808").longValue()).isEqualTo(Long.MIN_VALUE);
        assertThat(JsonNumber.of("9223372036854775807.0").longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(JsonNumber.of("1.20e2").intValue()).isEqualTo(120);
        assertThat(JsonNumber.of("0e999999999999").longValue()).isZero();
        assertThat(JsonNumber.of("1.50").bigDecimalValue()).isEqualTo(new BigDecimal("1.50"));
        assertThat(JsonNumber.of("1e400").doubleValue()).isInfinite();
        assertThat(JsonNumber.of(Long.MIN_VALUE).literal()).isEqualTo("-9223372036854775808");
        assertThat(JsonNumber.of(1e10).doubleValue()).isEqualTo(1e10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.5", "9223372036854775808", "-9223372036854775809", "1e19", "1e999999999", "1e-999999999"})
    void inexactLong_isRefused(String literal) {
        assertThatThrownBy(() -> JsonNumber.of(literal).longValue()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> JsonNumber.of(literal).intValue()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void valueBeyondAType_isRefused() {
        assertThatThrownBy(() -> JsonNumber.of(Integer.MAX_VALUE + 1L).intValue())
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> JsonNumber.of("1e99999999999").bigDecimalValue())
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("1e99999999999 is beyond the range of BigDecimal");
        assertThatThrownBy(() -> JsonNumber.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hugeNumbers_costNoMoreThanTheirLength() {
        JsonNumber digits = JsonNumber.of("7".repeat(10_000));
        JsonNumber exponent = JsonNumber.of("1e" + "9".repeat(5_000));
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(digits.hashCode())
                    .isEqualTo(JsonNumber.of("7".repeat(10_000) + ".0").hashCode());
            assertThat(exponent).isNotEqualTo(digits).isNotEqualTo(JsonNumber.of("1e" + "9".repeat(4_999)));
            assertThat(exponent.doubleValue()).isInfinite();
            assertThatThrownBy(exponent::longValue).isInstanceOf(ArithmeticException.class);
        });
    }
}
