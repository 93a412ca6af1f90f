package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class StructureParserTest {
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final byte[] TEXT =
            "{\"a\":[1,{}, \"x\\ny\",[],{\"bcdefghij\":true}] ,\"é\" :null,\"k\":\"0123456789\",\"z\":-2.5e1}"
                    .getBytes(StandardCharsets.UTF_8);

    private static boolean isRead(byte[] json) {
        try {
            JsonReader.decode(json, JsonReader::readValue);
            return true;
        } catch (DecodingException malformed) {
            return false;
        }
    }

    private static boolean isReadByJacksonCore(byte[] json) {
        try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            parser.finishToken();
            return parser.nextToken() == null;
        } catch (JacksonException malformed) {
            return false;
        }
    }

    @Test
    void text_cutAnywhere_isRefused() {
        assertThat(isRead(TEXT)).isTrue();
        for (int length = 0; length < TEXT.length; length++) {
            assertThat(isRead(Arrays.copyOf(TEXT, length)))
                    .as("length %d", length)
                    .isFalse();
        }
    }

    /** The last bracket that is there does not close two structures. */
    @ParameterizedTest
    @ValueSource(strings = {"[[[1]]]", "{\"a\":{\"b\":{}}}", "[[],[[]]]"})
    void structures_ofOneKind_cutAnywhere_areRefused(String json) {
        byte[] whole = json.getBytes(StandardCharsets.UTF_8);
        assertThat(isRead(whole)).isTrue();
        for (int length = 0; length < whole.length; length++) {
            assertThat(isRead(Arrays.copyOf(whole, length)))
                    .as("length %d", length)
                    .isFalse();
        }
    }

    @Test
    void text_withAnyByteAnotherOne_isReadIfJacksonCoreReadsIt() {
        for (int at = 1; at < TEXT.length; at++) {
            for (char other : "{}[]:,\"\\ 0e-t\u0001".toCharArray()) {
                byte[] changed = TEXT.clone();
                changed[at] = (byte) other;
                assertThat(isRead(changed))
                        .as(new String(changed, StandardCharsets.UTF_8))
                        .isEqualTo(isReadByJacksonCore(changed));
            }
        }
    }

    /** A word of eight bytes is looked at as a whole: no place in it may be special. */
    @ParameterizedTest
    @ValueSource(strings = {"\\\"", "\\\\", "\\n", "é", "€", "😀", "\u007f", " "})
    void character_atAnyPlaceOfAString_isRead(String character) {
        for (int before = 0; before < 20; before++) {
            String json = "\"" + "x".repeat(before) + character + "y".repeat(20 - before) + "\"";
            String name = "{" + json + ":" + json + "}";
            assertThat(JsonValue.parse(json).toJson()).isEqualTo(json);
            assertThat(JsonValue.parse(name).toJson()).isEqualTo(name);
        }
    }

    @Test
    void controlCharacter_atAnyPlaceOfAString_isRefused() {
        for (int before = 0; before < 20; before++) {
            for (char control : new char[] {0, 1, '\n', 0x1F}) {
                String json = "[\"" + "x".repeat(before) + control + "y".repeat(20 - before) + "\"]";
                assertThat(isRead(json.getBytes(StandardCharsets.UTF_8)))
                        .as("%d", before)
                        .isFalse();
            }
        }
    }
}
