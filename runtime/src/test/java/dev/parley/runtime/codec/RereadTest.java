package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonString;
import dev.parley.runtime.json.JsonValue;
import org.junit.jupiter.api.Test;

class RereadTest {

    private static final JsonObject OBJECT = JsonObject.of("a", "1", "b", null, "c", 3);

    @Test
    void reread_withoutMembers_dropsThemAndKeepsTheRest() {
        assertThat(JsonReader.reread(OBJECT, JsonReader::readObject, "a", "none"))
                .isEqualTo(JsonObject.of("b", null, "c", 3));
        assertThat(JsonReader.reread(OBJECT, JsonReader::readObject)).isEqualTo(OBJECT);
    }

    @Test
    void reread_asWhatDoesNotFit_throws() {
        assertThatThrownBy(() -> JsonReader.reread(OBJECT, JsonReader::readString, "a"))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("expected a string, found an object");
    }

    @Test
    void textOf_ofAMember_isItsStringOrNull() {
        assertThat(JsonReader.textOf(OBJECT, "a")).isEqualTo("1");
        assertThat(JsonReader.textOf(OBJECT, "b")).isNull();
        assertThat(JsonReader.textOf(OBJECT, "c")).isNull();
        assertThat(JsonReader.textOf(OBJECT, "d")).isNull();
        JsonValue text = new JsonString("a");
        assertThat(JsonReader.textOf(text, "a")).isNull();
    }
}
