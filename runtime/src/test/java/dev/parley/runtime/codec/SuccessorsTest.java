package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are guessed from the name before: what is read must not depend on what was read earlier. */
class SuccessorsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "level",
                "levels",
                "leve",
                "l",
                "",
                "Level",
                "level_:2",
                "levelé",
                "a name longer than sixteen bytes"
            })
    void name_otherAfterSameName_isReadAsWritten(String second) {
        JsonValue.parse("{\"before\":1,\"level\":2}");
        JsonValue.parse("{\"before\":1,\"a name longer than sixteen byteS\":2}");
        JsonValue.parse("{\"before\":1,\"level\":2}");

        JsonObject object = (JsonObject) JsonValue.parse("{\"before\":1,\"" + second + "\":2}");

        assertThat(object.names()).containsExactly("before", second);
    }

    @Test
    void name_guessedNameGoesOnWithEscape_isReadAsWritten() {
        JsonValue.parse("{\"before\":1,\"level\":2}");

        JsonObject object = (JsonObject) JsonValue.parse("{\"before\":1,\"level\\\"\":2}");

        assertThat(object.names()).containsExactly("before", "level\"");
    }

    @Test
    void name_longWithSameStartAndEnd_isReadAsWritten() {
        JsonValue.parse("{\"before\":1,\"12345678 one 12345678\":2}");

        JsonObject object = (JsonObject) JsonValue.parse("{\"before\":1,\"12345678 two 12345678\":2}");

        assertThat(object.names()).containsExactly("before", "12345678 two 12345678");
    }

    @Test
    void member_declaredUnknownAndEndByTurns_isReadAsWritten() {
        Members members = Members.required("a").optional("b");
        String[] texts = {
            "{\"a\":1}", "{\"a\":1,\"b\":2}", "{\"a\":1,\"x\":3}", "{\"a\":1,\"x\":3,\"b\":2}", "{\"b\":2,\"a\":1}"
        };

        for (int i = 0; i < 50; i++) {
            String text = texts[i * 7 % texts.length];
            Map<String, JsonValue> expected = ((JsonObject) JsonValue.parse(text)).members();
            Map<String, JsonValue> read = JsonReader.decode(text, reader -> read(reader, members));
            assertThat(read).isEqualTo(expected);
        }
    }

    private static Map<String, JsonValue> read(JsonReader reader, Members members) {
        reader.startObject();
        JsonObject.Builder declared = JsonObject.builder();
        for (int member = reader.nextMember(members); member != JsonReader.END; member = reader.nextMember(members)) {
            switch (member) {
                case 0 -> declared.put("a", reader.readLong());
                case 1 -> declared.put("b", reader.readLong());
                default -> reader.keep();
            }
        }
        JsonObject additional = reader.endObject(members);
        additional.members().forEach(declared::put);
        return declared.build().members();
    }
}
