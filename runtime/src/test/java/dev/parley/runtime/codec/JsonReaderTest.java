package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {

    private static String problem(String json, Decoder<?> decoder) {
        return DocumentTest.failure(() -> JsonReader.decode(json, decoder)).getMessage();
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "-0,0",
        "1.0,1",
        "1e2,100",
        "-12.50e1,-125",
        "0.0e99999999999,0",
        "9223372036854775807,9223372036854775807",
        "-9223372036854775808,-9223372036854775808",
        "9223372036854775807.000,9223372036854775807",
        "92233720368547758070E-1,9223372036854775807",
    })
    void readLong_takesEveryNotationOfAWholeNumber(String json, long expected) {
        assertThat(JsonReader.<Long>decode(json, JsonReader::readLong)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "1e-1",
                "9223372036854775808",
                "-9223372036854775809",
                "1e19",
                "1e999999999",
                "1e-999999999"
            })
    void readLong_ofAnotherNumber_isRefused(String json) {
        assertThat(problem(json, JsonReader::readLong)).isEqualTo("$: expected a 64-bit integer, found " + json);
    }

    @Test
    void readLong_ofAVeryLongNumber_quotesItsStart() {
        assertThat(problem("1".repeat(5_000), JsonReader::readLong))
                .isEqualTo("$: expected a 64-bit integer, found " + "1".repeat(40) + "…");
    }

    @Test
    void readInt_takes32Bits() {
        assertThat(JsonReader.<Integer>decode("-2147483648", JsonReader::readInt))
                .isEqualTo(Integer.MIN_VALUE);
        assertThat(JsonReader.<Integer>decode("2.147483647e9", JsonReader::readInt))
                .isEqualTo(Integer.MAX_VALUE);
        assertThat(problem("2147483648", JsonReader::readInt))
                .isEqualTo("$: expected a 32-bit integer, found 2147483648");
        assertThat(problem("0.5", JsonReader::readInt)).isEqualTo("$: expected a 32-bit integer, found 0.5");
    }

    @ParameterizedTest
    @CsvSource({
        "1,1",
        "1.5,1.5",
        "-2e-3,-0.002",
        "1e-999999999,0",
    })
    void readDouble_takesTheNearest(String json, double expected) {
        assertThat(JsonReader.<Double>decode(json, JsonReader::readDouble)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9007199254740993", "-9007199254740993", "99999999999999991611392", "12345678901234567890123"})
    void readDouble_wholeNumberThatItWouldChange_isRefused(String json) {
        assertThat(problem(json, JsonReader::readDouble))
                .isEqualTo("$: expected a whole number that a double holds, found " + json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740992",
                "-9007199254740994",
                "10000000000000000000000",
                "1e300",
                "0.1234567890123456789"
            })
    void readDouble_numberItWritesBackOrMeasured_isTaken(String json) {
        assertThat(JsonReader.<Double>decode(json, JsonReader::readDouble)).isEqualTo(Double.parseDouble(json));
    }

    @Test
    void readDouble_beyondItsRange_isRefused() {
        assertThat(problem("1e309", JsonReader::readDouble))
                .isEqualTo("$: expected a number in the range of a double, found 1e309");
        assertThat(problem("-" + "9".repeat(5_000), JsonReader::readDouble)).contains("in the range of a double");
    }

    @Test
    void scalars_ofAnotherKind_areRefused() {
        assertThat(problem("{}", JsonReader::readString)).isEqualTo("$: expected a string, found an object");
        assertThat(problem("\"1\"", JsonReader::readLong)).isEqualTo("$: expected a number, found a string");
        assertThat(problem("null", JsonReader::readDouble)).isEqualTo("$: expected a number, found null");
        assertThat(problem("[]", JsonReader::readBoolean)).isEqualTo("$: expected a boolean, found an array");
        assertThat(problem("true", JsonReader::readObject)).isEqualTo("$: expected an object, found a boolean");
        assertThat(problem("{}", in -> in.readList(JsonReader::readString)))
                .isEqualTo("$: expected an array, found an object");
        assertThat(problem("[]", in -> in.readMap(JsonReader::readString)))
                .isEqualTo("$: expected an object, found an array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "type", "né€😀", "a\nb", "\"", "\\", "\u0000", "\ud800", "𝒳\ude00", "\u007F"})
    void strings_ofAnyCharacters_areReadAlikeInEveryWay(String value) {
        String json = JsonWriter.toJson(List.of(value, value, value));
        JsonReader.decode(
                json,
                in -> in.readList(element -> {
                    assertThat(element.readString()).isEqualTo(value);
                    assertThat(element.readString()).as("again").isEqualTo(value);
                    assertThat(element.readWord()).isEqualTo(value);
                    return "";
                }));
        assertThat(JsonReader.<String>decode(json.substring(1, json.indexOf(',')), JsonReader::readWord))
                .isEqualTo(value);
    }

    @Test
    void readWord_ofEqualShortStrings_isOneObject() {
        List<String> words =
                JsonReader.decode("[\"in_progress\",\"in_progress\"]", in -> in.readList(JsonReader::readWord));
        assertThat(words.get(0)).isSameAs(words.get(1)).isEqualTo("in_progress");
        List<String> many =
                IntStream.range(0, 3_000).mapToObj(Integer::toString).toList();
        String json = JsonWriter.toJson(many);
        assertThat(JsonReader.<List<String>>decode(json, in -> in.readList(JsonReader::readWord)))
                .isEqualTo(many);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 17, 100})
    void readList_isImmutableAndCopiedByNobody(int size) {
        String json = "[" + "7,".repeat(size);
        String array = size == 0 ? "[]" : json.substring(0, json.length() - 1) + "]";
        List<Long> list = JsonReader.decode(array, in -> in.readList(JsonReader::readLong));
        assertThat(list).hasSize(size).containsOnly(size == 0 ? new Long[0] : new Long[] {7L});
        assertThat(List.copyOf(list)).isSameAs(list);
        assertThatThrownBy(() -> list.add(1L)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void listsInLists_keepTheirElementsApart() {
        String json = "[[1,2,3],[],[[4],[5,6]],[7]]";
        Decoder<Object> any = new Decoder<>() {
            @Override
            public Object read(JsonReader in) {
                return in.kind() == JsonKind.ARRAY ? in.readList(this) : in.readLong();
            }
        };
        assertThat(JsonReader.decode(json, any).toString().replace(" ", "")).isEqualTo(json);
    }

    @Test
    void nullElements_areReadWhereTheyAreAllowed() {
        assertThat(JsonReader.<List<String>>decode("[\"a\",null]", in -> in.readNullableList(JsonReader::readString)))
                .isEqualTo(Arrays.asList("a", null))
                .isUnmodifiable();
        assertThat(problem("[\"a\",null]", in -> in.readList(JsonReader::readString)))
                .isEqualTo("$[1]: expected a string, found null");
        Map<String, Long> map =
                JsonReader.decode("{\"b\":null,\"a\":1}", in -> in.readNullableMap(JsonReader::readLong));
        assertThat(map).containsEntry("b", null).containsEntry("a", 1L).isUnmodifiable();
        assertThat(problem("{\"a\":null}", in -> in.readMap(JsonReader::readLong)))
                .isEqualTo("$.a: expected a number, found null");
    }

    @Test
    void readMap_keepsOrder_andTheLastOfDuplicates() {
        Map<String, Long> map = JsonReader.decode("{\"z\":1,\"a\":2,\"z\":3}", in -> in.readMap(JsonReader::readLong));
        assertThat(map).containsExactly(Map.entry("z", 3L), Map.entry("a", 2L)).isUnmodifiable();
    }

    @Test
    void additionalMembers_areNoneAtAll_ifNoneCame() {
        Item.Note note = JsonReader.decode("{\"type\":\"note\",\"id\":\"1\",\"text\":\"t\"}", Item.Note::read);
        assertThat(note.additionalProperties()).isSameAs(JsonObject.EMPTY);
    }

    @Test
    void unknownMembersAndExplicitNulls_areKeptInOrder() {
        String json =
                "{\"z\":[{\"y\":1}],\"type\":\"note\",\"phase\":null,\"id\":\"1\",\"\":{},\"text\":\"t\",\"a\":null}";
        Item.Note note = JsonReader.decode(json, Item.Note::read);
        assertThat(note.phase()).isNull();
        assertThat(note.additionalProperties().toJson())
                .isEqualTo("{\"z\":[{\"y\":1}],\"phase\":null,\"\":{},\"a\":null}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"nota\"", "\"not\"", "\"notes\"", "\"n\\\"te\"", "\"\"", "7", "null", "{\"a\":[1]}", "[]"})
    void constant_ofAnotherValue_isKept(String other) {
        String json = "{\"type\":" + other + ",\"id\":\"1\",\"text\":\"t\"}";
        Item.Note note = JsonReader.decode(json, Item.Note::read);
        assertThat(note.additionalProperties()).isEqualTo(JsonObject.of("type", JsonValue.parse(other)));
        assertThat(JsonWriter.toJson(note)).isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true,1,1.5   | {}",
                "true,1.0,15e-1 | {}",
                "true,10e-1,1.50 | {}",
                "false,2,2.5  | {\"0\":false,\"1\":2,\"2\":2.5}",
                "1,true,\"1.5\" | {\"0\":1,\"1\":true,\"2\":\"1.5\"}",
                "null,1e999999999,null | {\"0\":null,\"1\":1e999999999,\"2\":null}",
            })
    void constants_ofOtherTypes_areDroppedIfEqualByValue(String values, String kept) {
        String[] value = values.trim().split(",");
        String json = "{\"0\":%s,\"1\":%s,\"2\":%s}".formatted(value[0], value[1], value[2]);
        Members members = Members.required("0", "1", "2");
        JsonObject additional = JsonReader.decode(json, in -> {
            in.startObject();
            for (int member = in.nextMember(members); member != JsonReader.END; member = in.nextMember(members)) {
                switch (member) {
                    case 0 -> in.constant(true);
                    case 1 -> in.constant(1);
                    default -> in.constant(1.5);
                }
            }
            return in.endObject(members);
        });
        assertThat(additional.toJson()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'phase':null,'phase':'x'        | x | {}",
                "'phase':'x','phase':null        | ` ` | {\"phase\":null}",
                "'type':'weird','phase':'x'      | x | {}",
                "'a':1,'phase':'x','a':{'b':2}   | x | {\"a\":{\"b\":2}}",
            })
    void duplicateMembers_theLastOneCounts(String members, String phase, String additional) {
        String json = "{" + members.replace('\'', '"') + ",\"type\":\"note\",\"id\":\"1\",\"text\":\"t\"}";
        Item.Note note = JsonReader.decode(json, Item.Note::read);
        assertThat(note.phase()).isEqualTo(phase.isBlank() ? null : phase);
        assertThat(note.additionalProperties().toJson()).isEqualTo(additional);
        assertThat(JsonValue.parse(JsonWriter.toJson(note))).isEqualTo(JsonValue.parse(json));
    }

    @Test
    void unreadMember_isAnErrorOfTheCodec() {
        Members members = Members.required("a");
        assertThatThrownBy(() -> JsonReader.decode("{\"a\":[1]}", in -> {
                    in.startObject();
                    in.nextMember(members);
                    return in.nextMember(members);
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
