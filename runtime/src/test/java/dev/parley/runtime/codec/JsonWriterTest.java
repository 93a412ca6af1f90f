package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.json.JsonArray;
import dev.parley.runtime.json.JsonNull;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import dev.parley.runtime.json.JsonWritable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWriterTest {

    private static JsonWritable object(JsonObject additional, Consumer<JsonWriter> members) {
        return out -> {
            out.startObject(additional);
            members.accept(out);
            out.endObject();
        };
    }

    @Test
    void members_ofEveryType_areWritten() {
        JsonWritable object = object(JsonObject.EMPTY, out -> {
            out.member("s", "x");
            out.member("l", Long.MIN_VALUE);
            out.member("i", 7);
            out.member("d", 0.1);
            out.member("b", true);
            out.member("v", JsonNull.INSTANCE);
            out.member("list", List.of(1.5, 2, 3L, false));
            out.member("map", Collections.singletonMap("k", JsonObject.EMPTY));
            out.member("nulls", Arrays.asList("a", null));
            out.member("nullMap", Collections.singletonMap("k", null));
            out.nullable("n", null);
            out.nullable("m", 3);
            out.constant("cs", "c");
            out.constant("cb", false);
            out.constant("cl", 1L);
            out.constant("cd", 1.5);
        });
        assertThat(object.toJson())
                .isEqualTo("{\"s\":\"x\",\"l\":-9223372036854775808,\"i\":7,\"d\":0.1,\"b\":true,\"v\":null,"
                        + "\"list\":[1.5,2,3,false],\"map\":{\"k\":{}},\"nulls\":[\"a\",null],\"nullMap\":{\"k\":null},"
                        + "\"n\":null,\"m\":3,\"cs\":\"c\",\"cb\":false,\"cl\":1,\"cd\":1.5}");
    }

    @Test
    void optionalMembers_withoutValue_areNotWritten() {
        JsonWritable object = object(JsonObject.EMPTY, out -> {
            out.optional("a", null);
            out.optional("b", "s");
            out.optional("c", 1L);
            out.optional("d", 2.5);
            out.optional("e", true);
            out.optional("f", JsonObject.EMPTY);
            out.optional("g", List.of());
            out.optional("h", Map.of("k", List.of(Map.of())));
        });
        assertThat(object.toJson())
                .isEqualTo("{\"b\":\"s\",\"c\":1,\"d\":2.5,\"e\":true,\"f\":{},\"g\":[],\"h\":{\"k\":[{}]}}");
    }

    @Test
    void additionalMembers_areWrittenLast_saveThoseThatWereWritten() {
        JsonObject additional = JsonObject.of("a", 1, "b", null, "c", List.of());
        assertThat(object(additional, out -> out.member("b", "own")).toJson())
                .isEqualTo("{\"b\":\"own\",\"a\":1,\"c\":[]}");
        assertThat(object(additional, out -> out.optional("b", null)).toJson())
                .isEqualTo("{\"a\":1,\"b\":null,\"c\":[]}");
    }

    @Test
    void additionalMembers_ofInnerAndOuterObjects_areKeptApart() {
        Consumer<JsonWriter> members = out -> {
            out.member("x", "own");
            out.member("deep", JsonObject.of("x", JsonObject.of("y", 0)));
        };
        JsonWritable outer = object(JsonObject.of("x", 1, "y", 2), out -> {
            out.member("inner", List.of(object(JsonObject.of("y", 3), members), object(JsonObject.EMPTY, members)));
            out.member("y", "own");
        });
        assertThat(outer.toJson())
                .isEqualTo("{\"inner\":[{\"x\":\"own\",\"deep\":{\"x\":{\"y\":0}},\"y\":3},"
                        + "{\"x\":\"own\",\"deep\":{\"x\":{\"y\":0}}}],\"y\":\"own\",\"x\":1}");
    }

    @Test
    void constant_thatTheAdditionalMembersOverride_isWrittenAsTheyHaveIt() {
        JsonWritable object = object(JsonObject.of("x", 1, "type", JsonObject.EMPTY), out -> {
            out.constant("type", "note");
            out.constant("object", "list");
        });
        assertThat(object.toJson()).isEqualTo("{\"type\":{},\"object\":\"list\",\"x\":1}");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberThatIsNotFinite_isRefusedByTheNameOfItsMember(double value) {
        JsonWritable object = object(JsonObject.EMPTY, out -> out.member("temperature", value));
        assertThatThrownBy(object::toJson)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member 'temperature': JSON has no " + value);
    }

    @Test
    void valueOfAnotherType_isRefusedByTheNameOfItsMember() {
        JsonWritable object = object(JsonObject.EMPTY, out -> out.optional("when", List.of(Instant.EPOCH)));
        assertThatThrownBy(object::toJson)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member 'when': java.time.Instant has no form in JSON");
    }

    @ParameterizedTest
    @CsvSource({
        "1.758064441E9, 1758064441",
        "-1.0E7, -10000000",
        "9999999, 9999999.0",
        "9.007199254740992E15, 9007199254740992",
        "1.0E16, 1.0E16",
        "1, 1.0",
        "-0.0, -0.0"
    })
    void wholeDoubles_ofTheSizeOfATime_areWrittenWithoutAnExponent(double value, String literal) {
        assertThat(new String(JsonWriter.encode(value), StandardCharsets.UTF_8)).isEqualTo(literal);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                0.1,
                -1e-7,
                1e21,
                2e-3,
                123456789.125,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                2.2250738585072014E-308
            })
    void doubles_areWrittenAsTheyReadBack(double value) {
        String json = JsonWriter.toJson(value);
        assertThat(JsonReader.<Double>decode(json, JsonReader::readDouble)).isEqualTo(value);
        assertThat(JsonValue.parse(json).toJson()).isEqualTo(json);
    }

    @Test
    void strings_ofEveryCharacter_readBackTheSame() {
        StringBuilder all = new StringBuilder();
        for (int c = 0; c < 0x10000; c++) {
            all.append((char) c).append(c % 7 == 0 ? "" : "x");
        }
        all.append("😀".repeat(1_000));
        String json = JsonWriter.toJson(all.toString());
        assertThat(JsonReader.<String>decode(json, JsonReader::readString)).isEqualTo(all.toString());
        assertThat(new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(json);
    }

    @Test
    void escapes_areTheShortOnes() {
        assertThat(JsonWriter.toJson("\"\\/\b\f\n\r\t\u0001\u001f\u007f\ud800é"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\\ud800é\"");
    }

    @Test
    void nesting_beyondWhatCanBeReadBack_isRefused() {
        JsonValue value = JsonNull.INSTANCE;
        for (int depth = 0; depth < 500; depth++) {
            value = new JsonArray(List.of(value));
        }
        assertThat(JsonValue.parse(value.toJson())).isEqualTo(value);
        JsonValue tooDeep = JsonObject.of("a", value);
        assertThatThrownBy(tooDeep::toJson)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("member 'a': nested more than 500 deep");
    }
}
