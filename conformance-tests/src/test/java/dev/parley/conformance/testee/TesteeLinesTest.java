package dev.parley.conformance.testee;

import static dev.parley.conformance.testee.TesteeLines.answer;
import static dev.parley.conformance.testee.TesteeLines.answered;
import static dev.parley.conformance.testee.TesteeLines.answers;
import static dev.parley.conformance.testee.TesteeLines.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.conformance.Trees;
import dev.parley.runtime.json.JsonBoolean;
import dev.parley.runtime.json.JsonObject;
import dev.parley.runtime.json.JsonValue;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of every kind: each gets one answer, in order, and none ends the program. */
@Timeout(120)
class TesteeLinesTest {

    private static final String ENUM = "{'op':'roundtrip','type':'MessageRole','json':%s}";
    private static final String ITEM = "{'op':'roundtrip','type':'ConversationItem','json':%s}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^ | the line is empty",
                "^   ^ | the line is empty",
                "nonsense | the line is not JSON: Unrecognized token 'nonsense'",
                "{'op':'types' | the line is not JSON: Unexpected end-of-input",
                "{'op':'roundtrip','type':'Item','json':{'a':tru}} | the line is not JSON: Unrecognized token 'tru'",
                "{'op':'types'}{'op':'types'} | the line goes on behind its JSON object",
                "[{'op':'types'}] | the line is JSON, but no object",
                "null | the line is JSON, but no object",
                "{} | the request has no 'op'",
                "{'op':7} | 'op' is not a string",
                "{'op':'Types'} | there is no op 'Types'; did you mean 'types'?",
                "{'op':'roundtrip','json':{}} | the request has no 'type'",
                "{'op':'roundtrip','type':'Item'} | the request needs 'json' or 'text', and not both",
                "{'op':'roundtrip','type':'Item','json':1,'text':''} | the request needs 'json' or 'text', and not both",
                "{'op':'roundtrip','type':'Item','text':1} | 'text' is not a string",
                "{'op':'roundtrip','type':'Itm','json':{}} | there is no type 'Itm'; did you mean 'Item'",
                "{'op':'roundtrip','type':'item','json':{}} | there is no type 'item'; did you mean 'Item'",
                "{'op':'roundtrip','type':'Item.Unknown','json':{}} | there is no type 'Item.Unknown'",
                "{'op':'roundtrip','type':'../Item','json':{}} | there is no type '../Item'",
                "{'op':'roundtrip','type':'','json':{}} | there is no type ''; {\"op\":\"types\"} lists",
                "{'op':'call'} | the request has no 'method'",
                "{'op':'call','method':'conversation.create'} | did you mean 'conversations.create'",
                "{'op':'call','method':'responses.delete'} | the request has no 'baseUrl'"
            })
    void line_thatNoRequestCanBeMadeOf_isABadRequestThatSaysWhy(String line, String message) {
        JsonObject answer = answer(line);

        assertThat(failure(answer, "BadRequest")).contains(message);
        assertThat(answer.get("ok")).isEqualTo(JsonBoolean.FALSE);
    }

    @Test
    void lines_goodAndBad_areAnsweredInOrderEachWithItsId() {
        List<JsonObject> answers = answers(List.of(
                "{\"id\":1,\"op\":\"roundtrip\",\"type\":\"MessageRole\",\"json\":\"user\"}\r",
                "broken",
                "",
                "{\"id\":2,\"op\":\"nothing\"}",
                "{\"id\":3,\"op\":\"roundtrip\",\"type\":\"MessageRole\",\"json\":\"user\"}"));

        assertThat(answers).hasSize(5);
        assertThat(answers)
                .extracting(answer -> String.valueOf(answer.get("id")))
                .containsExactly("1", "null", "null", "2", "3");
        assertThat(answers)
                .extracting(answer -> String.valueOf(answer.get("ok")))
                .containsExactly("true", "false", "false", "false", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "1e400", "-0.0", "12345678901234567890", "'ü\\u2028\\ud800'", "{'a':[1,1.50]}", "[]"})
    void id_anyJson_comesBackAsItWasWritten(String id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String quoted = id.replace('\'', '"');

        run("{\"id\":" + quoted + ",\"op\":\"x\"}", out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\"id\":" + quoted + ",\"ok\":false,")
                .endsWith("}\n");
    }

    @Test
    void input_endsWithinALine_isAnsweredAndWithoutAnyThereIsNoAnswer() {
        assertThat(answers(new byte[0])).isEmpty();
        assertThat(answers("\n".getBytes(StandardCharsets.UTF_8))).hasSize(1);
        assertThat(answers("{\"op\":\"x\"}\n".getBytes(StandardCharsets.UTF_8))).hasSize(1);
        assertThat(answers("{\"op\":\"x\"}".getBytes(StandardCharsets.UTF_8))).hasSize(1);
    }

    @Test
    void line_withAByteOrderMark_isReadWithoutIt() {
        assertThat(answer("\uFEFF" + ENUM.formatted("'user'")).get("ok")).isEqualTo(JsonBoolean.TRUE);
    }

    @Test
    void line_notUtf8_isABadRequestWhereverTheBytesAre() {
        for (String place : List.of("'%s'", "{'type':'%s'}", "[{'%s':1}]")) {
            String line = ITEM.formatted(place.formatted("\u00FF")).replace('\'', '"');
            byte[] latin1 = line.getBytes(StandardCharsets.ISO_8859_1);
            byte[] surrogate = line.replace("\u00FF", "\u00ED\u00A0\u0080").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(failure(answers(latin1).get(0), "BadRequest")).contains("UTF-8");
            assertThat(failure(answers(surrogate).get(0), "BadRequest")).contains("UTF-8");
        }
    }

    @Test
    void line_withDuplicateMembers_countsTheLast() {
        assertThat(answer(
                                "{'op':'call','op':'roundtrip','type':'x','type':'Item','json':1,'json':{'type':'a','type':'b'}}")
                        .get("json"))
                .isEqualTo(Trees.parse("{'type':'b'}"));
    }

    @Test
    void json_numbersAndLoneSurrogates_loseNothing() {
        String json =
                "{\"type\":\"new\",\"a\":1e400,\"b\":12345678901234567890123,\"c\":0.10,\"d\":-0,\"e\":\"\\ud800x\"}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        run(ITEM.replace('\'', '"').formatted(json), out);

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"json\":" + json);
    }

    @Test
    void json_nestedAsDeepAsTheClientReads_isAnsweredAndDeeperIsAnError() {
        assertThat(answer(ITEM.formatted(nested(498))).get("ok")).isEqualTo(JsonBoolean.TRUE);
        assertThat(failure(answer(ITEM.formatted(nested(500))), "DecodingException"))
                .contains("nesting depth (501) exceeds the maximum allowed (500)");
        assertThat(failure(answer(ITEM.formatted(nested(90_000))), "DecodingException"))
                .contains("nesting depth");
        assertThat(failure(answer(ITEM.formatted(nested(200_000))), "BadRequest"))
                .contains("exceeds the maximum allowed (100000");
        assertThat(failure(answer("[".repeat(200_000)), "BadRequest")).isNotEmpty();
    }

    @Test
    void line_ofMegabytes_isAnsweredBetweenShortOnes() {
        String text = "ü".repeat(3_000_000);
        String little = ENUM.formatted("'user'").replace('\'', '"');
        String big = ITEM.formatted("{'type':'" + text + "'}").replace('\'', '"');

        List<JsonObject> answers = answers(List.of(little, big, little, big, little));

        assertThat(answers).hasSize(5).allMatch(answer -> answer.get("ok") == JsonBoolean.TRUE);
        assertThat(Trees.text(Trees.member(answers.get(3), "json"), "type")).isEqualTo(text);
    }

    @Test
    void line_largerThanTheBufferMayGrow_isSkippedAndThoseBehindItAreRead() throws IOException {
        String lines = "short\n" + "x".repeat(300_000) + "\nbehind\n" + "y".repeat(300_000);
        LineReader reader =
                new LineReader(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), () -> {}, 1 << 17);

        assertThat(reader.next()).isTrue();
        assertThat(reader.next() && reader.isTooLong()).isTrue();
        assertThat(reader.next()).isTrue();
        assertThat(StandardCharsets.UTF_8.decode(reader.line()).toString()).isEqualTo("behind");
        assertThat(reader.isTooLong()).isFalse();
        assertThat(reader.next() && reader.isTooLong()).isTrue();
        assertThat(reader.next()).isFalse();
    }

    @Test
    void lines_readInPiecesOfAnySize_areTheSame() {
        String lines = String.join(
                "\n", Collections.nCopies(2000, ENUM.formatted("'user'").replace('\'', '"')));

        assertThat(answers(lines.getBytes(StandardCharsets.UTF_8))).hasSize(2000);
        for (int piece : new int[] {1, 7, 4096}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            run(
                    new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)) {
                        @Override
                        public synchronized int read(byte[] into, int from, int length) {
                            return super.read(into, from, Math.min(length, piece));
                        }
                    },
                    out);
            assertThat(out.toString(StandardCharsets.UTF_8).lines()).hasSize(2000);
        }
    }

    @Test
    void answers_toOneWhoWaitsForEach_comeBeforeTheNextLine() throws Exception {
        PipedOutputStream requests = new PipedOutputStream();
        try (PipedInputStream in = new PipedInputStream(requests);
                PipedOutputStream out = new PipedOutputStream();
                BufferedReader answers =
                        new BufferedReader(new InputStreamReader(new PipedInputStream(out), StandardCharsets.UTF_8))) {
            CompletableFuture<Void> running =
                    CompletableFuture.runAsync(() -> run(in, new BufferedOutputStream(out, 1 << 16)));
            try (requests) {
                for (int i = 0; i < 3; i++) {
                    requests.write(("{\"id\":" + i + ",\"op\":\"x\"}\n").getBytes(StandardCharsets.UTF_8));
                    requests.flush();
                    assertThat(Trees.member(JsonValue.parse(answers.readLine()), "id"))
                            .hasToString(String.valueOf(i));
                }
            }
            running.get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void answers_toManyLines_areNotFlushedOneByOne() {
        int[] flushes = new int[1];
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void flush() {
                flushes[0]++;
            }
        };
        String line = ENUM.formatted("'user'").replace('\'', '"');

        run(
                new ByteArrayInputStream(IntStream.range(0, 5000)
                        .mapToObj(i -> line + "\n")
                        .reduce("", String::concat)
                        .getBytes(StandardCharsets.UTF_8)),
                out);

        assertThat(flushes[0]).isBetween(1, 20);
    }

    @Test
    void output_thatNobodyReads_endsTheProgram() {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThatExceptionOfType(Answers.ClosedException.class)
                .isThrownBy(() -> new Testee(new ByteArrayInputStream(new byte[] {'\n'}), closed).run());
    }

    @Test
    void message_ofAHugeName_isShort() {
        String name = "N".repeat(1_000_000);

        assertThat(failure(answered("{\"op\":\"roundtrip\",\"type\":\"" + name + "\",\"json\":1}"), "BadRequest"))
                .hasSizeLessThan(400);
    }

    private static String nested(int depth) {
        return "{'type':'new','deep':" + "[".repeat(depth) + "]".repeat(depth) + "}";
    }

    private static void run(String line, OutputStream out) {
        run(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), out);
    }

    private static void run(InputStream in, OutputStream out) {
        try {
            new Testee(in, out).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
