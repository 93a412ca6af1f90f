package dev.parley.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.runtime.error.DecodingException;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parser goes on to the next text, and nothing of the text before, however that ended, is to be seen in it. */
@Timeout(60)
class ParserReuseTest {
    private static final String PLAIN = "{\"type\":\"message\",\"id\":\"a\",\"content\":[{\"text\":\"b\"},1]}";

    private static final List<String> TEXTS = List.of(
            PLAIN,
            " {\"id\" : \"\\u00e9\\n\"} \n",
            "\ufeff[1, -0, 1.50, 1e2, 123456789012345678901234567890, \"gr\u00fcn\"]",
            "\"one\"",
            "-12 ",
            "true",
            "null",
            "[[[[[[[[[[[[]]]]]]]]]]]]",
            "{\"an own name\":{\"an own name\":null}}",
            "{\"id\":1,\"id\":2}",
            "{\"" + "n".repeat(300) + "\":[]}",
            "[\"" + "long ".repeat(20_000) + "\\t\"]");

    private static final Members MEMBERS = Members.required("a").optional("b");

    private static final List<String> BROKEN = List.of(
            "",
            " ",
            "{\"id\":\"a",
            "{\"id\":[1,2",
            "[1,2}",
            "{} {}",
            "[1] x",
            "\"one\" 2",
            "{\"id\":\"\\u12\"}",
            "{\"id\":tru}",
            "{\"id\":12.}",
            "[".repeat(600));

    @Test
    void decode_afterAnyOtherText_readsAsIfItWereTheFirst() {
        List<String> all = new ArrayList<>(TEXTS);
        all.addAll(BROKEN);
        List<String> alone = all.stream().map(ParserReuseTest::outcome).toList();
        Random random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            int text = random.nextInt(all.size());
            assertThat(outcome(all.get(text))).isEqualTo(alone.get(text));
        }
    }

    /** Where a string ends is known by its place, and the next text has another there. */
    @Test
    void decode_stringWhereTheLastTextHadALonger_endsWhereItEnds() {
        assertThat(firstMember("{\"a\":\"one\"}", JsonReader::readString)).isEqualTo("one");
        assertThat(firstMember("{\"a\":\"x\",\"b\":\"y\"}", JsonReader::readString))
                .isEqualTo("x");
    }

    @Test
    void decode_wordThatWasLookedAt_isNotThatOfTheNextText() {
        String first = JsonReader.decode("{\"a\":\"one\"}", in -> {
            String tag = in.tag("a");
            in.readValue();
            return tag;
        });

        assertThat(first).isEqualTo("one");
        assertThat(firstMember("{\"a\":\"two\"}", JsonReader::readWord)).isEqualTo("two");
    }

    private static String firstMember(String text, Decoder<String> decoder) {
        return JsonReader.decode(text, in -> {
            in.startObject();
            in.nextMember(MEMBERS);
            String value = decoder.read(in);
            while (in.nextMember(MEMBERS) != JsonReader.END) {
                in.keep();
            }
            in.endObject(MEMBERS);
            return value;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\",\"b\"]", "{\"id\":\"a\"}", "\"a\""})
    void decode_afterADecoderThatFailedInTheMiddle_startsAnew(String text) {
        assertThatThrownBy(() -> JsonReader.decode(PLAIN, in -> {
                    in.startObject();
                    throw new IllegalStateException("scripted");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(outcome(text)).isEqualTo(text);
    }

    @Test
    void decode_ofAnotherTextWithinADecoder_disturbsNeither() {
        List<JsonValue> inner = new ArrayList<>();

        List<String> outer = JsonReader.decode(
                "[\"a\",\"b\",\"c\"]",
                in -> in.readList(element -> {
                    inner.add(JsonValue.parse(PLAIN));
                    String text = element.readString();
                    inner.add(JsonValue.parse(PLAIN));
                    return text;
                }));

        assertThat(outer).containsExactly("a", "b", "c");
        assertThat(inner)
                .hasSize(6)
                .allSatisfy(value -> assertThat(value.toString()).isEqualTo(PLAIN));
    }

    @Test
    void reader_keptBeyondItsText_readsNothingOfAnother() {
        List<JsonReader> kept = new ArrayList<>();
        JsonReader.decode("[1]", in -> {
            kept.add(in);
            return in.readValue();
        });

        JsonReader.decode(
                "[\"secret\"]",
                in -> in.readList(element -> {
                    assertThatThrownBy(() -> kept.get(0).readString()).isInstanceOf(RuntimeException.class);
                    assertThatThrownBy(() -> kept.get(0).readValue()).isInstanceOf(RuntimeException.class);
                    assertThatThrownBy(() -> kept.get(0).tag("type")).isInstanceOf(RuntimeException.class);
                    return element.readString();
                }));
    }

    @Test
    void over_aParserAtTheEndOfItsText_isTakenOnceAndHoldsNothingOfIt() {
        byte[] text = PLAIN.getBytes(StandardCharsets.UTF_8);
        InputParser first = read(text);
        first.close();

        InputParser second = InputParser.over(text, 0, text.length);
        InputParser third = InputParser.over(text, 0, text.length);
        assertThat(second).isSameAs(first);
        assertThat(third).isNotSameAs(first);
        second.close();
        third.close();
        assertThat(InputParser.over(text, 0, text.length)).isNotSameAs(first); // closed in the middle: not kept
    }

    @Test
    void close_keptParser_holdsNothingOfItsText() {
        byte[] text = PLAIN.getBytes(StandardCharsets.UTF_8);
        InputParser parser = read(text);
        parser.close();

        assertThat(parser.bytes().array()).isEmpty();
        assertThat(parser.currentToken()).isNull();
        assertThat(parser.scope().inRoot()).isTrue();
    }

    @Test
    void over_aParserThatLearnedNames_isNotKept() {
        byte[] text = ("{\"gr\u00fcn " + System.nanoTime() + "\":1}").getBytes(StandardCharsets.UTF_8);
        InputParser parser = read(text);
        parser.close();

        assertThat(InputParser.over(text, 0, text.length)).isNotSameAs(parser);
    }

    @Test
    void decode_inManyThreads_eachReadsItsOwn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                String text = "{\"id\":\"thread " + thread + "\",\"content\":[" + thread + "]}";
                all.add(threads.submit(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        assertThat(outcome(text)).isEqualTo(text);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get(50, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Returns a parser that has read the text, an object, to its end. */
    private static InputParser read(byte[] text) {
        InputParser parser = InputParser.over(text, 0, text.length);
        parser.nextToken();
        JsonObject unused = new TreeReader(parser).readObject();
        assertThat(parser.isAtEnd()).isTrue();
        return parser;
    }

    private static String outcome(String text) {
        try {
            return JsonReader.decode(text.getBytes(StandardCharsets.UTF_8), JsonReader::readValue)
                    .toString();
        } catch (DecodingException e) {
            return e.getMessage() + e.getCause();
        }
    }
}
