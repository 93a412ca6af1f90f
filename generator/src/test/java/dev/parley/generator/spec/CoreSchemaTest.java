package dev.parley.generator.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreSchemaTest {

    @ParameterizedTest
    @CsvSource({
        "~, NULL, null",
        "Null, NULL, null",
        "true, BOOLEAN, true",
        "FALSE, BOOLEAN, false",
        "yes, STRING, yes",
        "on, STRING, on",
        "0, NUMBER, 0",
        "-12, NUMBER, -12",
        "0x1F, NUMBER, 31",
        "0o17, NUMBER, 15",
        "9223372036854775808, NUMBER, 9223372036854775808",
        "1.0, NUMBER, 1.0",
        ".5, NUMBER, 0.5",
        "1e3, NUMBER, 1E+3",
        "1_000, STRING, 1_000",
        "12:30, STRING, 12:30",
        "2024-01-01, STRING, 2024-01-01",
        "3.1.0, STRING, 3.1.0",
        "-, STRING, -",
        ".inf, STRING, .inf"
    })
    void resolve_plainScalar_followsYaml12(String text, JsonNodeType type, String value) {
        assertThat(CoreSchema.resolve(text).getNodeType()).isEqualTo(type);
        assertThat(CoreSchema.resolve(text).asText()).isEqualTo(value);
    }

    @Test
    void resolve_numberWithoutEnd_isRefused() {
        assertThatThrownBy(() -> CoreSchema.resolve("9".repeat(401))).isInstanceOf(NumberFormatException.class);
        assertThatThrownBy(() -> CoreSchema.resolve("1e-401")).isInstanceOf(NumberFormatException.class);
    }
}
