package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.json.JsonWritable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import org.junit.jupiter.api.Test;

class Utf8BufferTest {
    private static final String LONG = "iVBORw0KGgo+/".repeat(3_000);

    @Test
    void longStrings_standInTheirPlaces() {
        List<String> values = List.of("a", LONG, "é", LONG + '"', LONG + "€", LONG, "z");
        String json = '['
                + String.join(
                        ",",
                        values.stream()
                                .map(value -> '"' + value.replace("\"", "\\\"") + '"')
                                .toList())
                + ']';
        assertThat(new String(JsonWriter.encode(values), StandardCharsets.UTF_8))
                .isEqualTo(json);
        List<String> read = JsonReader.decode(json, in -> in.readList(JsonReader::readString));
        assertThat(read).isEqualTo(values);
    }

    @Test
    void text_writtenWhileAnotherIs_hasAnArrayOfItsOwn() {
        JsonWritable inner = out -> out.string(JsonWriter.toJson(List.of("b", LONG)));
        String json = JsonWriter.toJson(List.of("a", inner, "c"));
        assertThat(json).isEqualTo("[\"a\",\"[\\\"b\\\",\\\"" + LONG + "\\\"]\",\"c\"]");
    }

    @Test
    void writer_keptBeyondItsText_changesNoOtherText() {
        List<JsonWriter> kept = new ArrayList<>();
        JsonWritable keeping = out -> {
            kept.add(out);
            out.bool(true);
        };
        assertThat(JsonWriter.toJson(keeping)).isEqualTo("true");
        JsonWritable meanwhile = out -> {
            out.string("mine");
            kept.get(0).string("not mine, and longer than mine");
        };
        assertThat(JsonWriter.toJson(meanwhile)).isEqualTo("\"mine\"");
    }

    @Test
    void text_afterOneThatFailed_isWhole() {
        assertThatThrownBy(() -> JsonWriter.encode(List.of("a", Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(JsonWriter.toJson(List.of("b"))).isEqualTo("[\"b\"]");
    }

    /** Strings kept aside need no array until the end. */
    @Test
    void text_longerThanAnArray_isRefused() {
        String large = "x".repeat(1 << 28);
        Utf8Buffer buffer = new Utf8Buffer();
        for (int i = 0; i < 8; i++) {
            buffer.string(large);
        }
        assertThatThrownBy(buffer::toByteArray)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("longer than an array");
        buffer.release();
    }

    @Test
    void list_withoutRandomAccess_isWritten() {
        assertThat(JsonWriter.toJson(new LinkedList<>(List.of(1, "b")))).isEqualTo("[1,\"b\"]");
    }
}
