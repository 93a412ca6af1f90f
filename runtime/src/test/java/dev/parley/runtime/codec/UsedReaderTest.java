package dev.parley.runtime.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonValue;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are parts of an array, read one after the other by the same reader. */
class UsedReaderTest {
    private static final Members MEMBERS = Members.required("a").optional("b");

    private static final List<String> TEXTS = List.of(
            "{\"a\":\"x\",\"b\":[1,2.5,true]}",
            "{\"b\":{\"deep\":[{\"a\":[[]]}]},\"a\":\"\"}",
            "{\"a\":\"x\"} ",
            "\uFEFF{\"a\":\"x\"}",
            "{\"a\":\"x\",\"c\":{\"d\":null,\"e\":\"\\n\"}}",
            "{\"a\":\"x\",\"a\":\"y\"}",
            "{\"a\":\"x\",\"c\":{\"d\":1,\"d\":2}}",
            "{\"a\":\"x\",\"grün\":1,\"\\u0061\":\"y\"}",
            "{\"a\":\"x\",\"" + "n".repeat(300) + "\":1}",
            "{\"a\":1}",
            "{\"b\":1}",
            "{}",
            "{\"a\":\"x\"",
            "{\"a\":\"x\"}}",
            "{\"a\":\"x\"}{\"a\":\"x\"}",
            "{\"a\":\"x\",\"b\":[1,{\"a\":}",
            "[{\"a\":\"x\"}]",
            "\"x\"",
            "12",
            "",
            " ",
            "{\"a\":\"x\",\"b\":" + "[".repeat(600) + "}");

    private @Nullable JsonReader used;
    private @Nullable JsonReader first;

    private String read(JsonReader in) {
        used = in;
        if (in.kind() != JsonKind.OBJECT) {
            return "value " + in.readValue();
        }
        StringBuilder read = new StringBuilder(in.memberKind("b") + " " + in.tag("a") + ": ");
        in.startObject();
        for (int member = in.nextMember(MEMBERS); member != JsonReader.END; member = in.nextMember(MEMBERS)) {
            switch (member) {
                case 0 -> read.append(in.readString());
                case 1 -> read.append(in.<JsonValue>readUnion(JsonReader::readValue, (json, problem) -> json));
                default -> in.keep();
            }
        }
        return read.append(in.endObject(MEMBERS)).toString();
    }

    private String fresh(String text) {
        return outcome(() -> JsonReader.decode(text.getBytes(UTF_8), this::read));
    }

    /** Reads the text from the midst of an array, in which more JSON follows. */
    private String part(String text, @Nullable JsonReader reader) {
        byte[] before = ("{\"a\":" + "1".repeat(text.length() % 5)).getBytes(UTF_8);
        byte[] bytes = text.getBytes(UTF_8);
        byte[] all = (new String(before, UTF_8) + text + "}\",\"a\":\"z\",\"b\":1}").getBytes(UTF_8);
        return outcome(() -> JsonReader.decode(all, before.length, before.length + bytes.length, reader, this::read));
    }

    private static String outcome(Supplier<String> read) {
        try {
            return read.get();
        } catch (DecodingException e) {
            return e.getMessage() + e.path() + e.reason() + e.bodyText();
        }
    }

    @Test
    void decode_afterAnyOtherText_isAsWithoutIt() {
        for (String first : TEXTS) {
            for (String second : TEXTS) {
                String expected = fresh(second);
                used = null;
                assertThat(part(first, null)).isEqualTo(fresh(first));
                part(first, null);

                assertThat(part(second, used)).as("%s after %s", second, first).isEqualTo(expected);
            }
        }
    }

    @Test
    void decode_manyTexts_usesOneReader() {
        part(TEXTS.get(0), null);
        JsonReader kept = used;

        for (int i = 0; i < 10; i++) {
            assertThat(part(TEXTS.get(i % 2), used)).isEqualTo(fresh(TEXTS.get(i % 2)));
            part(TEXTS.get(0), kept);
            assertThat(used).isSameAs(kept);
        }
    }

    @Test
    void decode_wordWhereTheLastTextHadAnother_isItsOwn() {
        word("{\"a\":\"one\"}", null, true);

        assertThat(word("{\"a\":\"two\"}", used, false)).isEqualTo("two");
    }

    private String word(String text, @Nullable JsonReader reader, boolean ahead) {
        byte[] bytes = text.getBytes(UTF_8);
        return JsonReader.decode(bytes, 0, bytes.length, reader, in -> {
            used = in;
            String word = ahead ? in.tag("a") : "";
            in.startObject();
            for (int member = in.nextMember(MEMBERS); member != JsonReader.END; member = in.nextMember(MEMBERS)) {
                if (ahead) {
                    in.keep();
                } else {
                    word = in.readWord();
                }
            }
            in.endObject(MEMBERS);
            return word;
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":\"x\",\"a\":\"y\"}", "{\"a\":\"x\",\"c\":{\"d\":1,\"d\":2}}", "{\"b\":1}", "{\"a\":\"x\""
            })
    void decode_afterATextThatLeftSomething_takesANewReader(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        outcome(() -> JsonReader.decode(bytes, 0, bytes.length, null, this::readOnce));
        JsonReader left = first;
        first = null;

        byte[] next = TEXTS.get(0).getBytes(UTF_8);
        outcome(() -> JsonReader.decode(next, 0, next.length, left, this::readOnce));

        assertThat(first).isNotNull().isNotSameAs(left);
    }

    private String readOnce(JsonReader in) {
        if (first == null) {
            first = in;
        }
        return read(in);
    }
}
