package dev.parley.jackson2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.parley.openai.model.Conversation;
import dev.parley.openai.model.HybridSearchOptions;
import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers come and go as ours do, in text and in buffers. */
class NumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "1.0",
                "1.10",
                "-1e2",
                "1E+400",
                "2147483648",
                "9007199254740993",
                "-9223372036854775809",
                "12345678901234567890123",
                "0.12345678901234567890123",
                "5e-324",
                "0.1"
            })
    void jsonNumber_ofAnyDigits_keepsThemInTextAndItsValueInOtherForms(String literal) throws Exception {
        JsonNumber number = JsonNumber.of(literal);

        assertThat(Mappers.JSON.readValue(literal, JsonNumber.class).literal()).isEqualTo(literal);
        assertThat(Mappers.JSON.writeValueAsString(number)).isEqualTo(literal);
        assertThat(Mappers.JSON.convertValue(number, JsonValue.class)).isEqualTo(number);
        assertThat(Mappers.CBOR.readValue(Mappers.CBOR.writeValueAsBytes(number), JsonValue.class))
                .isEqualTo(number);
    }

    @Test
    void trees_ofExactNumbers_loseNothing() throws Exception {
        JsonValue json = JsonValue.parse("{\"a\":0.12345678901234567890123,\"b\":9007199254740993}");
        var exact = Mappers.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();

        assertThat(exact.readerFor(JsonValue.class).<JsonValue>readValue(exact.readTree(json.toJson())))
                .isEqualTo(json);
        assertThat(exact.readerFor(JsonValue.class).<JsonValue>readValue(exact.<JsonNode>valueToTree(json)))
                .isEqualTo(json);
    }

    @Test
    void integers_inWhateverNotation_areExact() throws Exception {
        assertThat(Mappers.JSON
                        .readValue(conversation("1.7e9"), Conversation.class)
                        .createdAt())
                .isEqualTo(1_700_000_000L);
        assertThat(Mappers.JSON
                        .readValue(conversation("9007199254740993"), Conversation.class)
                        .createdAt())
                .isEqualTo(9007199254740993L);
        assertThatThrownBy(() -> Mappers.JSON.readValue(conversation("1.5"), Conversation.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("expected a 64-bit integer, found 1.5");
        assertThatThrownBy(() -> Mappers.JSON.readValue(conversation("9223372036854775808"), Conversation.class))
                .isInstanceOf(MismatchedInputException.class);
    }

    @Test
    void doubles_areRoundedAsOursAre() throws Exception {
        assertThatThrownBy(() -> Mappers.JSON.readValue(weights("9007199254740993"), HybridSearchOptions.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("expected a whole number that a double holds");
        HybridSearchOptions read =
                Mappers.JSON.readValue(weights("0.1000000000000000055511151231257827"), HybridSearchOptions.class);
        assertThat(read.embeddingWeight()).isEqualTo(0.1);
        assertThat(Mappers.JSON.writeValueAsString(read)).isEqualTo(read.toJson());
    }

    @Test
    void numbers_ofJavaObjects_areTakenByValue() {
        Map<String, Object> map = Map.of(
                "float", 1.1f, "decimal", new BigDecimal("1E+3"), "big", BigInteger.TWO.pow(80), "byte", (byte) 7);

        assertThat(Mappers.JSON.convertValue(map, JsonValue.class))
                .isEqualTo(JsonValue.parse(
                        "{\"float\":1.1,\"decimal\":1000,\"big\":1208925819614629174706176,\"byte\":7}"));
        assertThatThrownBy(() -> Mappers.JSON.convertValue(Map.of("a", Double.NaN), JsonValue.class))
                .hasMessageContaining("NaN is no number of JSON");
    }

    @Test
    void numbers_thatALenientParserTakes_areTakenByValue() throws Exception {
        assertThat(Mappers.lenient().readValue("[+12, 007, .5, 2., +.5e3]", JsonValue.class))
                .isEqualTo(JsonValue.parse("[12,7,0.5,2,500]"));
        assertThatThrownBy(() -> Mappers.lenient().readValue("[-INF]", JsonValue.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("no number of JSON");
    }

    @Test
    void bytes_ofABinaryFormat_areBase64() throws Exception {
        byte[] cbor = Mappers.CBOR.writeValueAsBytes(Map.of("a", new byte[] {1, 2, 3}));

        assertThat(Mappers.CBOR.readValue(cbor, new TypeReference<Map<String, JsonValue>>() {}))
                .isEqualTo(Map.of("a", JsonValue.from("AQID")));
    }

    private static String conversation(String createdAt) {
        return "{\"id\":\"c\",\"object\":\"conversation\",\"metadata\":null,\"created_at\":" + createdAt + "}";
    }

    private static String weights(String weight) {
        return "{\"embedding_weight\":" + weight + ",\"text_weight\":0.25}";
    }
}
