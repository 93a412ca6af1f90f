package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** jackson-core by itself takes some bytes for characters that they are not. */
class MalformedUtf8Test {

    private static byte[] text(String before, String hex, String after) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        text.writeBytes(HexFormat.of().parseHex(hex));
        text.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return text.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c080",
                "c0a2",
                "c1bf",
                "e08080",
                "e09fbf",
                "eda080",
                "f0808080",
                "f08fbfbf",
                "f4908080",
                "f5808080"
            })
    void string_withBytesThatAreNoCharacter_isRefused(String hex) {
        String[][] places = {
            {"[\"", "\"]"}, {"[\"a\\n", "bcdefghijklmnop\"]"}, {"{\"é\":\"é", "\\n\"}"}, {"{\"a\":1,\"a", "\":\"\"}"}
        };
        for (String[] place : places) {
            byte[] text = text(place[0], hex, place[1]);
            assertThatThrownBy(() -> JsonReader.decode(text, JsonReader::readValue))
                    .isInstanceOf(DecodingException.class)
                    .hasMessageContaining("Invalid UTF-8");
        }
        byte[] note = text("{\"type\":\"note\",\"id\":\"", hex, "\",\"text\":\"\"}");
        assertThatThrownBy(() -> JsonReader.decode(note, Item::read)).isInstanceOf(DecodingException.class);
        byte[] tag = text("{\"id\":\"\",\"text\":\"\",\"type\":\"note", hex, "\"}");
        assertThatThrownBy(() -> JsonReader.decode(tag, Item::read)).isInstanceOf(DecodingException.class);
    }

    @Test
    void string_withBytesThatAreNoCharacter_isRefusedWhereTheyStand() {
        byte[] text = text("{\"a\":\n  [\"\\té", "f4908080", "\"]}");
        assertThatThrownBy(() -> JsonReader.decode(text, JsonReader::readValue))
                .hasMessageContaining("$.a[0]: not JSON: Invalid UTF-8 byte 0xf4 (line 2, column 8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c280", "dfbf", "e0a080", "ed9fbf", "ee8080", "efbfbf", "efbfbd", "f0908080", "f48fbfbf"})
    void firstAndLastCharactersOfEachLength_areRead(String hex) {
        String character = new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8);
        for (int before = 0; before < 10; before++) {
            String plain = "x".repeat(before);
            byte[] text = text("{\"" + plain, hex, "\":\"" + plain + character + "\\n" + character + "\"}");
            assertThat(JsonReader.decode(text, JsonReader::readObject).members())
                    .containsOnlyKeys(plain + character)
                    .containsValue(new JsonString(plain + character + "\n" + character));
        }
    }

    /** jackson-core fills short names up with bytes of 0xFF to find them in a table. */
    @ParameterizedTest
    @ValueSource(strings = {"", "1", "12", "123", "1234", "12345", "12345678", "123456789012"})
    void name_likeAnotherBehindAByteOfNoCharacter_isRefused(String start) {
        String known = "{\"" + start + "é\":-1}";
        JsonValue.parse(known);
        JsonValue.parse(known);
        byte[] text = text("{\"" + start, "ff", "é\":-1}");
        assertThatThrownBy(() -> JsonReader.decode(text, JsonReader::readValue))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("Invalid UTF-8");
    }

    @Test
    void longName_isNotKeptForOtherTexts() {
        String json = "{\"" + "é".repeat(1_000) + "\":1}";
        assertThat(onlyName(json)).isNotSameAs(onlyName(json));
    }

    private static String onlyName(String json) {
        JsonObject object = JsonReader.decodeObject(json, JsonReader::readObject);
        return object.names().iterator().next();
    }
}
