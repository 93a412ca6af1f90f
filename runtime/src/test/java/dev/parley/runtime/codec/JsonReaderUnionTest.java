package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.json.JsonNumber;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderUnionTest {

    private static Item read(String json) {
        return JsonReader.decode(json, Item::read);
    }

    /** Reads an item between two that must come out right, in an array inside an array. */
    private static Item readAmongOthers(String json) {
        String note = "{\"type\":\"note\",\"id\":\"1\",\"text\":\"t\"}";
        String page = "[[" + note + "," + json + "," + note + "],[" + json + "],[" + note + "]]";
        List<List<Item>> items = JsonReader.decode(page, in -> in.readList(row -> row.readList(Item::read)));
        Item.Note expected = new Item.Note("1", "t", null, JsonObject.EMPTY);
        assertThat(items.get(0)).hasSize(3);
        assertThat(items.get(0).get(0)).isEqualTo(expected);
        assertThat(items.get(0).get(2)).isEqualTo(expected);
        assertThat(items.get(1)).containsExactly(items.get(0).get(1));
        assertThat(items.get(2)).containsExactly(expected);
        assertThat(read(json)).isEqualTo(items.get(0).get(1));
        return items.get(0).get(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"note\",\"id\":\"1\",\"text\":\"t\",\"x\":{\"type\":[{}]}}",
                "{\"id\":\"1\",\"type\":\"note\",\"text\":\"t\",\"x\":{\"type\":[{}]}}",
                "{\"x\":{\"type\":[{}]},\"id\":\"1\",\"text\":\"t\",\"type\":\"note\"}",
                " { \"x\" : {\"type\":[ {} ]} , \"id\":\"1\" ,\"text\":\"t\", \"type\" : \"note\" } ",
                "{\"id\":\"1\",\"text\":\"t\",\"x\":{\"type\":[{}]},\"ty\\u0070e\":\"n\\u006fte\"}",
            })
    void tag_anywhere_choosesTheVariantThatSeesEveryMemberOnce(String json) {
        assertThat(readAmongOthers(json))
                .isEqualTo(new Item.Note("1", "t", null, JsonObject.of("x", Map.of("type", List.of(Map.of())))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"new\",\"a\":[1]}          | new",
                "{\"a\":[1],\"type\":\"new\",\"b\":{}} | new",
                "{\"a\":[1],\"type\":\"new\"}          | new",
                "{\"a\":{\"type\":\"note\"}}           | ''",
                "{}                                    | ''",
                "{\"type\":null}                       | ''",
                "{\"type\":{\"type\":\"note\"}}        | ''",
                "{\"type\":[\"note\"],\"id\":\"1\"}    | ''",
                "{\"type\":1}                          | ''",
                "\"note\"                              | ''",
                "\"no\\nte\"                           | ''",
                "12.50                                 | ''",
                "true                                  | ''",
                "null                                  | ''",
                "[]                                    | ''",
                "[{\"type\":\"note\"}]                 | ''",
            })
    void valueOfNoVariant_isKeptWholeWithoutProblem(String json, String type) {
        assertThat(readAmongOthers(json)).isEqualTo(new Item.Unknown(type, JsonValue.parse(json), null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'note'}                        | $: missing required members 'id', 'text'",
                "{'id':'1','type':'note'}               | $: missing required member 'text'",
                "{'type':'note','id':[{}],'text':'t'}   | $.id: expected a string, found an array",
                "{'id':7,'x':{},'type':'note'}          | $.id: expected a string, found a number",
                "{'type':'note','id':null,'text':'t'}   | $.id: expected a string, found null",
                "{'type':'group','id':'1','items':'no'} | $.items: expected an array, found a string",
                "{'type':'group','id':'1','items':{'a':[]}} | $.items: expected an array, found an object",
                "{'type':'lookup','count':1.5}          | $.count: expected a 64-bit integer, found 1.5",
                "{'type':'lookup','count':1e999999999}  | $.count: expected a 64-bit integer, found 1e999999999",
                "{'type':'lookup','score':1e999,'a':1}  | $.score: expected a number in the range of a double, found 1e999",
                "{'type':'lookup','by_name':[[1]]}      | $.by_name: expected an object, found an array",
                "{'by_name':{'a b':{'type':'note'}},'type':'lookup','x':[]} | $: missing required members 'count', 'score'",
            })
    void knownTag_withMisfit_isKeptWholeWithTheProblem(String json, String problem) {
        String text = json.replace('\'', '"');
        String type = JsonReader.tagOf(JsonValue.parse(text), "type");
        assertThat(readAmongOthers(text)).isEqualTo(new Item.Unknown(type, JsonValue.parse(text), problem));
    }

    @Test
    void misfit_deepInside_costsTheInnermostUnionOnly() {
        String bad = "{\"type\":\"note\",\"id\":{\"deep\":[[]]}}";
        String group = "{\"items\":[%s,{\"type\":\"new\"}],\"id\":\"g\",\"type\":\"group\"}".formatted(bad);
        Item.Group outer = (Item.Group)
                readAmongOthers("{\"items\":[%s],\"x\":[],\"id\":\"o\",\"type\":\"group\"}".formatted(group));
        Item.Group inner = (Item.Group) outer.items().get(0);
        assertThat(inner.items())
                .containsExactly(
                        new Item.Unknown("note", JsonValue.parse(bad), "$.id: expected a string, found an object"),
                        new Item.Unknown("new", JsonObject.of("type", "new"), null));
    }

    @Test
    void misfit_belowAListOfTheVariantItself_isReportedWithItsPath() {
        List<List<Long>> none = List.of();
        Decoder<List<List<Long>>> rows = in ->
                in.readUnion(union -> union.readList(row -> row.readList(JsonReader::readLong)), (json, problem) -> {
                    assertThat(problem).isEqualTo("$[1][2]: expected a number, found a boolean");
                    assertThat(json).isEqualTo(JsonValue.parse("[[1],[2,3,true,[4]],[5]]"));
                    return none;
                });
        String json = "{\"a\":[[[1],[2,3,true,[4]],[5]],[[6]]]}";
        Map<String, List<List<List<Long>>>> map =
                JsonReader.decode(json, in -> in.readMap(list -> list.readList(rows)));
        assertThat(map).isEqualTo(Map.of("a", List.of(none, List.of(List.of(6L)))));
    }

    @Test
    void misfit_outsideOfAnyUnion_namesTheWholePath() {
        assertThat(DocumentTest.failure(() -> JsonReader.decode(
                                "{\"data\":[{},{\"a\":7}]}",
                                in -> in.readMap(list -> list.readList(map -> map.readMap(JsonReader::readString)))))
                        .getMessage())
                .isEqualTo("$.data[1].a: expected a string, found a number");
        assertThat(DocumentTest.failure(() -> JsonReader.decode(
                                "[{\"type\":\"note\"},{\"type\":\"note\"}]", in -> in.readList(Item.Note::read)))
                        .getMessage())
                .isEqualTo("$[0]: missing required members 'id', 'text'");
    }

    @Test
    void misfit_afterAUnionWasRead_startsAtTheDocumentAgain() {
        String json = "[[{\"type\":\"new\"}],7]";
        assertThat(DocumentTest.failure(() ->
                                JsonReader.decode(json, in -> in.readList(row -> row.readList(Item::read))))
                        .getMessage())
                .isEqualTo("$[1]: expected an array, found a number");
    }

    @Test
    void syntaxError_insideAUnion_isNeverTakenForAMisfit() {
        for (String json : new String[] {
            "[{\"type\":\"note\",\"id\":1,\"text\":}]",
            "[{\"type\":\"new\",\"id\":tru}]",
            "[{\"id\":1 \"type\":\"note\"}]"
        }) {
            assertThat(DocumentTest.failure(() -> JsonReader.decode(json, in -> in.readList(Item::read)))
                            .reason())
                    .startsWith("not JSON: ");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'group','id':'1','text':'t','type':'note'}",
                "{'type':'new','id':'1','text':'t','type':'note'}",
                "{'type':null,'id':'1','text':'t','type':'note'}",
                "{'id':'1','type':'group','items':7,'text':'t','items':[],'type':'note'}",
                "{'type':'note','id':'1','text':'t','type':'note','type':'group','type':'note'}",
                "{'type':'lookup','count':'x','id':'1','text':'t','type':'note'}",
                "{'type':'note','id':'0','text':'t','id':'1'}",
            })
    void duplicateMembers_theLastOneCounts_alsoForTheTag(String json) {
        String text = json.replace('\'', '"');
        Item item = readAmongOthers(text);
        assertThat(item).isInstanceOf(Item.Note.class);
        assertThat(((Item.Note) item).id()).isEqualTo("1");
        assertThat(JsonValue.parse(JsonWriter.encode(item))).isEqualTo(JsonValue.parse(text));
    }

    @Test
    void duplicateTag_thatEndsUnknown_isUnknown() {
        String json = "{\"type\":\"note\",\"id\":\"1\",\"text\":\"t\",\"type\":\"new\"}";
        assertThat(readAmongOthers(json)).isEqualTo(new Item.Unknown("new", JsonValue.parse(json), null));
    }

    @Test
    void duplicateMembers_inAnInnerUnion_leaveTheOuterOneRight() {
        String inner = "{\"type\":\"group\",\"id\":\"1\",\"text\":\"t\",\"type\":\"note\"}";
        String json = "{\"type\":\"group\",\"items\":[%s,%s],\"id\":\"2\"}".formatted(inner, inner);
        Item.Note note = new Item.Note("1", "t", null, JsonObject.EMPTY);
        assertThat(readAmongOthers(json)).isEqualTo(new Item.Group("2", List.of(note, note), JsonObject.EMPTY));
    }

    @Test
    void has_looksOverTheWholeObject_andLeavesItUnread() {
        String json = "{\"a\":{\"z\":\"}\"},\"b\":\"\\\"c\\\":\",\"d\":null}";
        JsonReader.decode(json, in -> {
            assertThat(in.has("d", "a")).isTrue();
            assertThat(in.has("a", "c")).isFalse();
            assertThat(in.has("z")).isFalse();
            assertThat(in.has()).isTrue();
            assertThat(in.memberKind("a")).isEqualTo(JsonKind.OBJECT);
            assertThat(in.memberKind("b")).isEqualTo(JsonKind.STRING);
            assertThat(in.memberKind("d")).isEqualTo(JsonKind.NULL);
            assertThat(in.memberKind("e")).isEqualTo(JsonKind.NULL);
            assertThat(in.tag("b")).isEqualTo("\"c\":");
            assertThat(in.kind()).isEqualTo(JsonKind.OBJECT);
            assertThat(in.readValue()).isEqualTo(JsonValue.parse(json));
            return json;
        });
    }

    @ParameterizedTest
    @CsvSource({"[1],ARRAY", "-1,NUMBER", "true,BOOLEAN", "false,BOOLEAN", "null,NULL"})
    void memberKind_isThatOfTheValue(String value, JsonKind kind) {
        assertThat(JsonReader.<JsonKind>decode("{\"a\":" + value + "}", in -> {
                    JsonKind found = in.memberKind("a");
                    in.readValue();
                    return found;
                }))
                .isEqualTo(kind);
    }

    @Test
    void lookingAhead_fromAnotherKind_findsNothing() {
        JsonReader.decode("[{\"type\":\"note\"}]", in -> {
            assertThat(in.tag("type")).isEmpty();
            assertThat(in.has("type")).isFalse();
            return in.readValue();
        });
    }

    @Test
    void tag_withAnyCharacters_isFoundAndDecoded() {
        String name = "ty\"pé\\";
        String json = "{\"ty\\\"p\":1,\"ty\\\"pé\\\\\":\"é\\u20ac\"}";
        JsonReader.decode(json, in -> {
            assertThat(in.tag(name)).isEqualTo("é€");
            return in.readValue();
        });
    }

    @Test
    void scalarUnion_triesKindsAndKeepsWhatIsOfNone() {
        Decoder<Object> decoder = in -> in.readUnion(
                union -> switch (union.kind()) {
                    case STRING -> union.readString().equals("auto") ? "AUTO" : null;
                    case NUMBER -> union.readInt();
                    default -> null;
                },
                (json, problem) -> problem == null ? json : problem);
        String json = "[\"auto\",\"other\",\"\\u0041é\",7,7.5,[\"auto\"],{}]";
        assertThat(JsonReader.<List<Object>>decode(json, in -> in.readList(decoder)))
                .containsExactly(
                        "AUTO",
                        JsonValue.from("other"),
                        JsonValue.from("Aé"),
                        7,
                        "$: expected a 32-bit integer, found 7.5",
                        JsonValue.from(List.of("auto")),
                        JsonObject.EMPTY);
    }

    @Test
    void unionOfAUnion_atTheSamePlace_reportsTheInnerProblem() {
        Decoder<Object> outer = in ->
                in.readUnion(union -> union.tag("type").isEmpty() ? null : Item.read(union), (json, problem) -> json);
        assertThat(JsonReader.<List<Object>>decode("[{\"type\":\"note\"},{\"a\":1}]", in -> in.readList(outer)))
                .containsExactly(
                        new Item.Unknown(
                                "note", JsonObject.of("type", "note"), "$: missing required members 'id', 'text'"),
                        JsonObject.of("a", JsonNumber.of(1)));
    }
}
