package dev.parley.runtime.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    static DecodingException failure(ThrowingCallable call) {
        DecodingException failure = catchThrowableOfType(DecodingException.class, call);
        assertThat(failure).isNotNull();
        return failure;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                  | $        | expected a JSON value, found nothing",
                "` `                 | $        | expected a JSON value, found nothing",
                "{                   | $        | before the object is closed (line 1, column 1)",
                "[1,                 | $[1]     | Unexpected end-of-input",
                "{\"a\":{\"b\":[1,tr | $.a.b[1] | 'tr'",
                "{\"a b\":x}         | $['a b'] | 'x'",
                "{\"a\":[1}          | $.a[0]   | Unexpected close marker '}': expected ']' (line 1, column 8)",
                "[1 2]               | $[1]     | (line 1, column 4)",
                "{\"a\" 1}           | $.a      | (line 1, column 6)",
                "{\"a\":\"x          | $.a      | Unexpected end-of-input",
                "01                  | $        | Leading zeroes",
                "[NaN]               | $[0]     | NaN",
                "// hi               | $        | not JSON",
                "'a'                 | $        | not JSON",
                "[1,]                | $[1]     | not JSON",
                "1 2                 | $        | expected nothing after the JSON value, found more (line 1, column 3)",
                "{}]                 | $        | not JSON",
            })
    void malformedText_isRefusedWithPlaceAndReason(String json, String path, String reason) {
        DecodingException failure = failure(() -> JsonValue.parse(json));
        assertThat(failure.path()).isEqualTo(path);
        assertThat(failure.reason()).contains(reason).doesNotContain("Source", "StreamRead");
        assertThat(failure.bodyText()).isEqualTo(json);
    }

    @Test
    void lineAndColumn_areThoseOfTheTextAlsoAfterAUnionWasReadAgain() {
        String json =
                "{\"type\":\"group\",\n\"id\":\"é\",\"items\":[\n {\"type\":\"note\"},\n\n {\"type\":\"new\"} x]}";
        DecodingException failure = failure(() -> JsonReader.decode(json, Item::read));
        assertThat(failure.path()).isEqualTo("$.items[2]");
        assertThat(failure.reason()).endsWith("(line 5, column 17)");
    }

    @Test
    void byteOrderMark_ofUtf8_isAccepted() {
        assertThat(JsonValue.parse("\uFEFF{\"a\":1}".getBytes(UTF_8))).isEqualTo(JsonObject.of("a", 1));
        String item = "\uFEFF[{\"id\":\"1\",\"x\":[2],\"text\":\"3\",\"type\":\"note\"}]";
        List<Item> items = JsonReader.decode(item.getBytes(UTF_8), in -> in.readList(Item::read));
        assertThat(items).singleElement().isInstanceOf(Item.Note.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"})
    void otherEncodings_areRefusedByName(String charset) {
        for (String text : new String[] {"{\"a\":1}", "\uFEFF{\"a\":1}", "1"}) {
            byte[] body = text.getBytes(Charset.forName(charset));
            assertThat(failure(() -> JsonValue.parse(body)).reason())
                    .contains("expected UTF-8, found what looks like UTF-16");
        }
    }

    @Test
    void malformedUtf8_isRefused() {
        byte[][] strings = {
            {'"', (byte) 0xFF, '"'},
            {'"', (byte) 0xC3, '"'},
            {'"', (byte) 0xC3, 'a', '"'},
            {'"', (byte) 0xE2, (byte) 0x82, '"', '"'},
            {'"', (byte) 0xF0, (byte) 0x9F, (byte) 0x98, '"', ' '},
            {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
            {'{', '"', (byte) 0xFF, '"', ':', '1', '}'},
        };
        for (byte[] string : strings) {
            assertThat(failure(() -> JsonValue.parse(string)).reason()).startsWith("not JSON: ");
        }
        assertThat(JsonValue.parse("\"\uFFFD\"").toJson()).isEqualTo("\"\uFFFD\"");
    }

    @Test
    void nesting_upTo500_isRead() {
        String deepest = "[".repeat(500) + "]".repeat(500);
        assertThat(JsonValue.parse(deepest).toJson()).isEqualTo(deepest);
        DecodingException failure = failure(() -> JsonValue.parse("[" + deepest + "]"));
        assertThat(failure.reason()).contains("over a limit of this client: ", "(501)", "(500)", "line 1, column 501");
        assertThat(failure.getMessage()).hasSizeLessThan(400);
        assertThat(failure.path()).hasSize(1 + 3 * 500);
    }

    @Test
    void nestingWithoutEnd_isRefusedQuickly() {
        for (String open :
                new String[] {"[", "{\"a\":", "{\"type\":\"group\",\"items\":[", "{\"items\":[", "{\"x\":"}) {
            String json = open.repeat(1_000_000);
            Assertions.assertTimeout(Duration.ofSeconds(30), () -> failure(() -> JsonReader.decode(json, Item::read)));
        }
    }

    @Test
    void unionsInUnions_asDeepAsAllowed_areReadAndWritten() {
        String json = unionsInUnions(249);
        Item item = JsonReader.decode(json, Item::read);
        assertThat(item).isInstanceOf(Item.Group.class);
        assertThat(JsonWriter.toJson(item)).hasSameSizeAs(json);
    }

    @Test
    void unionsInUnions_onASmallStack_areReadOrRefused() throws InterruptedException {
        AtomicReference<Object> outcome = new AtomicReference<>();
        Runnable reading = () -> {
            try {
                outcome.set(JsonReader.decode(unionsInUnions(249), Item::read));
            } catch (DecodingException refused) {
                outcome.set(refused.reason());
            }
        };
        Thread thread = new Thread(null, reading, "small stack", 192 * 1024);
        thread.start();
        thread.join();
        assertThat(outcome.get())
                .satisfiesAnyOf(
                        item -> assertThat(item).isInstanceOf(Item.Group.class),
                        reason -> assertThat(reason).isEqualTo("nested too deep for the stack of this thread"));
    }

    private static String unionsInUnions(int depth) {
        return "{\"items\":[".repeat(depth) + "],\"id\":\"1\",\"type\":\"group\"}".repeat(depth);
    }

    @Test
    void unionsInUnions_thatAllMisfit_areReadInTimeProportionalToDepth() {
        // each level has a duplicate and misses a required member, so that each level is read again in every way there
        // is
        String json = "{\"type\":\"group\",\"items\":[".repeat(249) + "],\"type\":\"group\"}".repeat(249);
        Assertions.assertTimeout(Duration.ofSeconds(30), () -> {
            Item item = JsonReader.decode(json, Item::read);
            assertThat(((Item.Unknown) item).problem()).isEqualTo("$: missing required member 'id'");
            assertThat(((Item.Unknown) item).json()).isEqualTo(JsonValue.parse(json));
        });
    }

    @Test
    void hugeNumbers_areKeptExactlyOrRefused() {
        String digits = "9".repeat(5_000);
        assertThat(JsonValue.parse(digits).toJson()).isEqualTo(digits);
        assertThat(JsonValue.parse("-1e-999999999").toJson()).isEqualTo("-1e-999999999");
        assertThat(failure(() -> JsonValue.parse("9".repeat(10_001))).reason())
                .contains("over a limit of this client: ", "(10000)");
        assertThat(failure(() -> JsonValue.parse("[1." + "9".repeat(20_000))).reason())
                .contains("over a limit");
    }

    @Test
    void longNames_areRefusedFrom50_001Bytes() {
        String name = "a".repeat(50_000);
        assertThat(JsonValue.parse("{\"" + name + "\":1}")).isEqualTo(JsonObject.of(name, 1));
        DecodingException failure = failure(() -> JsonValue.parse("{\"" + name + "aaaaaaaaaaaaaaaa\":1}"));
        assertThat(failure.reason()).contains("over a limit");
    }

    @Test
    void longString_isRead() {
        String text = "x".repeat(30_000_000);
        assertThat(JsonReader.<String>decode('"' + text + '"', JsonReader::readString))
                .isEqualTo(text);
        assertThat(JsonReader.<String>decode('"' + text + "\\n\"", JsonReader::readString))
                .isEqualTo(text + '\n');
    }

    @Test
    void decodeObject_ofAnotherKind_isRefused() {
        assertThat(JsonReader.<JsonObject>decodeObject("{}", JsonReader::readObject))
                .isEqualTo(JsonObject.EMPTY);
        assertThat(JsonReader.<JsonObject>decodeObject("{}".getBytes(UTF_8), JsonReader::readObject)
                        .isEmpty())
                .isTrue();
        assertThat(failure(() -> JsonReader.decodeObject("[]", Item::read)).getMessage())
                .isEqualTo("$: expected an object, found an array");
        assertThat(failure(() -> JsonReader.decodeObject("null".getBytes(UTF_8), Item::read))
                        .getMessage())
                .isEqualTo("$: expected an object, found null");
    }

    @Test
    void loneSurrogates_inAText_surviveAsTheirEscapeWould() {
        String lone = "\"a\ud83db\ude00c\ud83d\ude00\"";
        String value = JsonReader.decode(lone, JsonReader::readString);
        assertThat(value).isEqualTo("a\ud83db\ude00c\ud83d\ude00");
        assertThat(JsonValue.parse("\"\\ud83d\\ude00\\ud800\"").toJson()).isEqualTo("\"😀\\ud800\"");
        failure(() -> JsonValue.parse("\"\\\ud83d\""));
        failure(() -> JsonValue.parse("[\ud83d]"));
    }

    @Test
    void loneSurrogates_inAName_areRefused() {
        DecodingException failure = failure(() -> JsonValue.parse("{\"a\\ud83d\":1}"));
        assertThat(failure.reason()).contains("surrogate");
    }
}
